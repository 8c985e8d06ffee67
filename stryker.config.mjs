import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Mutation tests: do the unit tests notice when a condition is turned round? `npm run mutate` runs them room
 * by room, see docs/testing.md.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
	mutate: [
		'push-kit/{account,delivery,receipt}/**/*.ts',
		'nodes/HuaweiPushTrigger/{verifyCall,callbackAccounts}.ts',
	],
	// The words of an error may change without anybody's harm; that they say something the tests check.
	mutator: { excludedMutations: ['StringLiteral'] },
	testRunner: 'jest',
	plugins: ['@stryker-mutator/jest-runner'],
	jest: { configFile: 'jest.mutate.config.mjs', enableFindRelatedTests: true },
	coverageAnalysis: 'perTest',
	// swc takes the types off without looking at them.
	disableTypeChecks: false,
	incremental: true,
	incrementalFile: 'results/mutate/all.incremental.json',
	htmlReporter: { fileName: 'results/mutate/all.html' },
	jsonReporter: { fileName: 'results/mutate/all.json' },
	reporters: ['progress', 'html', 'json'],
	// Outside the tree, where neither the linter nor jest would find the copies.
	tempDirName: join(tmpdir(), 'n8n-nodes-huawei-push-mutate'),
	ignorePatterns: ['/.*', '/coverage', '/dist', '/docs', '/e2e', '/examples', '/icons', '/sandbox'],
	// Generous, for a machine that is busy elsewhere: a mutant that only seems to hang would count as killed.
	timeoutMS: 20_000,
	timeoutFactor: 4,
};
