import { shared } from './jest.config.mjs';

/** The tests against a real n8n. One after the other: they share it, and it wants the machine. */
export default {
	...shared,
	testMatch: ['<rootDir>/test/e2e/**/*.e2e.test.ts'],
	globalSetup: '<rootDir>/test/e2e/setup/globalSetup.ts',
	globalTeardown: '<rootDir>/test/e2e/setup/globalTeardown.ts',
	maxWorkers: 1,
	testTimeout: 180_000,
};
