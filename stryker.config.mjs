import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Mutation tests: do the unit tests notice when a condition is turned round? What holds for every room:
 * `npm run mutate` adds the files and tests of each, see scripts/mutate/rooms.ts and docs/testing.md.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
	// The words of an error may change without anybody's harm; that they say something the tests check.
	mutator: { excludedMutations: ['StringLiteral'] },
	testRunner: 'jest',
	plugins: ['@stryker-mutator/jest-runner'],
	jest: { configFile: 'jest.mutate.config.mjs', enableFindRelatedTests: true },
	coverageAnalysis: 'perTest',
	// swc takes the types off without looking at them.
	disableTypeChecks: false,
	incremental: true,
	// Outside the tree, where neither the linter nor jest would find the copies.
	tempDirName: join(tmpdir(), 'n8n-nodes-huawei-push-mutate'),
	cleanTempDir: 'always',
	ignorePatterns: ['/.*', '/coverage', '/dist', '/e2e', '/icons', '/results'],
	// Generous, for a machine that is busy elsewhere: a mutant that only seems to hang would count as killed.
	timeoutMS: 20_000,
	timeoutFactor: 4,
};
