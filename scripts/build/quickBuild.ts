/**
 * Builds the package in seconds, into a folder of its own: the same bundles as `npm run build` makes, without the
 * type check before them. Nothing is written into the repository, so that it is never stale and two builds never
 * meet.
 */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

import { bundleOptions, readEntries, ROOT } from './entries';
import { compileValidators } from './validatorCode';

/** What n8n reads beside the bundles. */
const ASSETS = ['icons', 'nodes', 'credentials'];
const IS_ASSET = /\.node\.json$|\.svg$/;

/** Hands the validators to the bundler from memory, whatever stands in the sources' folder. */
const validatorsFromMemory: Plugin = {
	name: 'validators',
	setup: ({ onResolve, onLoad }) => {
		onResolve({ filter: /\/validators\.generated$/ }, ({ resolveDir, path }) => ({
			path: join(resolveDir, `${path}.js`),
		}));
		onLoad({ filter: /validators\.generated\.js$/ }, () => ({ contents: compileValidators() }));
	},
};

/**
 * @param folder is made; it becomes a package that n8n's loader can load
 * @throws Error with esbuild's words if a source has a fault
 */
export async function quickBuild(folder: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	await build({
		...bundleOptions(readEntries()),
		outdir: join(folder, 'dist'),
		plugins: [validatorsFromMemory],
	});
	cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
	for (const name of ASSETS) {
		cpSync(join(ROOT, name), join(folder, 'dist', name), {
			recursive: true,
			filter: (source) => !/\.\w+$/.test(basename(source)) || IS_ASSET.test(source),
		});
	}
	linkModules(folder);
}

/** n8n provides n8n-workflow to its nodes; here that is the one the engine itself uses. */
function linkModules(folder: string): void {
	const found = dirname(require.resolve('n8n-workflow/package.json'));
	const link = join(folder, 'node_modules', 'n8n-workflow');
	mkdirSync(dirname(link), { recursive: true });
	// A junction needs no right of its own on Windows; elsewhere the word is ignored.
	symlinkSync(found, link, 'junction');
}
