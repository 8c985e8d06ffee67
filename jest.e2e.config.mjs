import { readdirSync, readFileSync } from 'node:fs';

import { shared } from './jest.config.mjs';

const FOLDER = new URL('test/e2e/', import.meta.url);
const TESTS = readdirSync(FOLDER).filter((name) => name.endsWith('.e2e.test.ts'));

/** Whether a test takes the n8n and sandbox that the global set-up starts. */
const shares = (name) => readFileSync(new URL(name, FOLDER), 'utf8').includes('readSharedStack');

const testTimeout = 180_000;

const makeProject = (displayName, names, more) => ({
	...shared,
	displayName,
	testMatch: names.map((name) => `<rootDir>/test/e2e/${name}`),
	testTimeout,
	...more,
});

/**
 * The tests against a real n8n. One after the other: they share it, and it wants the machine. Those that start all
 * they need may run beside the others, in a jest of their own: `--selectProjects standalone` and `shared`.
 */
export default {
	maxWorkers: 1,
	testTimeout,
	projects: [
		makeProject('shared', TESTS.filter(shares), {
			globalSetup: '<rootDir>/test/e2e/setup/globalSetup.ts',
			globalTeardown: '<rootDir>/test/e2e/setup/globalTeardown.ts',
		}),
		makeProject(
			'standalone',
			TESTS.filter((name) => !shares(name)),
			{ globalSetup: '<rootDir>/test/e2e/setup/standaloneSetup.ts' },
		),
	],
};
