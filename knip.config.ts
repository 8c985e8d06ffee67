/** What `npm run knip` takes for an entry, and what it cannot see: no dead file, export or dependency may stay. */
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
	entry: [
		'credentials/*.credentials.ts',
		'nodes/*/*.node.ts',
		'sandbox/inbox/index.html',
		// The entry of the sandbox's own package.
		'sandbox/packageMain.ts',
		// Of further jest configurations; knip knows only the first.
		'test/fuzz/**/*.fuzz.test.ts',
		'jest.{fuzz,mutate}.config.mjs',
		'scripts/mutate/testSetup.ts',
		// Started as processes of their own, or preloaded.
		'scripts/n8n/stopWithParent.mjs',
		'test/e2e/setup/expressionEngines.mjs',
		// Each folder that is no part of the package has one.
		'{bench,sandbox,scripts,test}/eslint.config.mjs',
	],
	project: ['**/*.{ts,mts,mjs,vue}'],
	// The types of @stryker-mutator/core, which brings it along.
	ignoreDependencies: ['@stryker-mutator/api'],
	// Programs of the machine, asked for where they are needed.
	ignoreBinaries: ['openssl', 'prlimit'],
	// A type in the signature of an export may be named by whoever calls it.
	ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
