import { shared } from './jest.config.mjs';

/** The unit tests of what Stryker changes, at an easier pace. */
export default {
	...shared,
	testMatch: ['<rootDir>/test/unit/{push-kit,nodes}/**/*.test.ts'],
	// It measures time: what it notices of a change, the tests of behaviour notice in a hundredth of the time.
	testPathIgnorePatterns: ['/node_modules/', '/longInputs\\.test'],
	setupFiles: ['<rootDir>/scripts/mutate/testSetup.ts'],
};
