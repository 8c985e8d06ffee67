/** The sandbox as one file, with the libraries that it imports left outside. */
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';

import { ROOT } from '../build/entries';
import { listSources } from '../licences/bundledPackages';
import { CODE } from './manifest';

export interface BundledCode {
	/** Sources that left something in the file, from the root. */
	sources: string[];
	/** Names of the packages that the file imports when it runs. */
	imports: string[];
}

/** `@scope/name/part` and `name/part` name a package with a part of it. */
const PACKAGE = /^(?:@[^/]+\/)?[^/]+/;

/** What a bundle imports of others, beside Node's own modules. */
export function listImports({ outputs }: Pick<Metafile, 'outputs'>): string[] {
	const paths = Object.values(outputs)
		.flatMap((output) => output.imports)
		.filter(({ external, path }) => external === true && !isBuiltin(path))
		.map(({ path }) => PACKAGE.exec(path)?.[0] ?? path);
	return [...new Set(paths)].sort();
}

/** @param folder that of the package */
export async function bundleCode(folder: string): Promise<BundledCode> {
	const { metafile } = await build({
		absWorkingDir: ROOT,
		entryPoints: ['sandbox/packageMain.ts'],
		outfile: join(folder, CODE),
		bundle: true,
		packages: 'external',
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		banner: { js: '#!/usr/bin/env node' },
		legalComments: 'inline',
		logLevel: 'warning',
		metafile: true,
	});
	return { sources: listSources(metafile), imports: listImports(metafile) };
}
