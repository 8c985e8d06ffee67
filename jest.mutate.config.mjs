import { shared } from './jest.config.mjs';

/** The unit tests of what Stryker changes, with fewer runs of the property tests. */
export default {
	...shared,
	testMatch: ['<rootDir>/test/unit/{push-kit,nodes}/**/*.test.ts'],
	setupFiles: ['<rootDir>/scripts/mutate/fewerRuns.ts'],
};
