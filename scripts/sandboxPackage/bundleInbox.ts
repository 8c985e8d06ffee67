/** The sandbox's page, built into its package. */
import { isAbsolute, join, relative, sep } from 'node:path';

import { ROOT } from '../build/entries';
import { PAGE } from './manifest';

const CONFIG = join(ROOT, 'sandbox', 'inbox', 'vite.config.mts');

/** Modules that a builder makes by itself, and whose code they are. */
const MADE_BY: ReadonlyArray<readonly [mark: RegExp, folder: string]> = [
	[/^\0?rolldown[/:]/, 'node_modules/rolldown'],
	[/^\0?vite[/:]/, 'node_modules/vite'],
	[/^\0?\/?plugin-vue:/, 'node_modules/@vitejs/plugin-vue'],
];

/**
 * Where a module of a page comes from, as a path from the root.
 *
 * @param id as the builder names it: a path, perhaps with a query, or a name of its own
 * @throws {Error} if nobody knows whose code it is
 */
export function findSource(id: string, root: string): string {
	const [, maker] = MADE_BY.find(([mark]) => mark.test(id)) ?? [];
	if (maker !== undefined) return `${maker}/made`;
	const [path = ''] = id.split('?');
	const source = relative(root, path);
	// A name that is no path would be looked for in the folder where this runs; another drive has no way back.
	if (!isAbsolute(path) || isAbsolute(source) || source.split(sep)[0] === '..') {
		throw new Error(`The inbox holds ${JSON.stringify(id)}, and nobody knows under which licence.`);
	}
	return source.split(sep).join('/');
}

/**
 * @param folder that of the package
 * @returns sources that left something in the page, from the root
 */
export async function bundleInbox(folder: string): Promise<string[]> {
	// Else a test that starts this would get vue's larger half for developers, too.
	process.env.NODE_ENV = 'production';
	const { build } = await import('vite');
	const built = await build({
		configFile: CONFIG,
		logLevel: 'error',
		build: { outDir: join(folder, PAGE), emptyOutDir: true },
	});
	const modules = [built]
		.flat()
		.flatMap(({ output }) => output.flatMap((file) => Object.entries(file.modules ?? {})));
	const sources = modules
		.filter(([, { renderedLength }]) => renderedLength > 0)
		.map(([id]) => findSource(id, ROOT));
	return [...new Set(sources)];
}
