import { shared } from './jest.config.mjs';

/** The unit tests of what Stryker changes, at an easier pace. */
export default {
	...shared,
	testMatch: ['<rootDir>/test/mutate/*.test.ts'],
	setupFiles: ['<rootDir>/scripts/mutate/testSetup.ts'],
};
