/** What the bundles consist of, asked of esbuild: built as for the package, but not written anywhere. */
import { build } from 'esbuild';

import { bundleOptions, ROOT } from '../build/entries';
import { findBundledPackages, listSources, type BundledPackage } from '../licences/bundledPackages';
import type { BundledSource } from './bundleBudget';

export interface Bundles {
	/** The sources of each entry. */
	readonly sources: ReadonlyMap<string, readonly BundledSource[]>;
	/** Of others, in any of the entries. */
	readonly packages: readonly BundledPackage[];
}

/** @param entries paths in `dist` */
export async function measureBundles(entries: readonly string[]): Promise<Bundles> {
	const { metafile } = await build({ ...bundleOptions(entries), write: false, metafile: true });
	const sources = new Map(
		Object.entries(metafile.outputs).map(([entry, { inputs }]) => [
			entry,
			Object.entries(inputs).map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput })),
		]),
	);
	return { sources, packages: findBundledPackages(ROOT, listSources(metafile)) };
}
