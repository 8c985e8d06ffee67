/** What the bundles consist of, asked of esbuild: built as for the package, but not written anywhere. */
import { build } from 'esbuild';

import { bundleOptions } from '../build/entries';
import type { BundledSource } from './bundleBudget';

/**
 * @param entries paths in `dist`
 * @returns the sources of each entry
 */
export async function measureBundles(
	entries: readonly string[],
): Promise<Map<string, BundledSource[]>> {
	const { metafile } = await build({ ...bundleOptions(entries), write: false, metafile: true });
	return new Map(
		Object.entries(metafile.outputs).map(([entry, { inputs }]) => [
			entry,
			Object.entries(inputs).map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput })),
		]),
	);
}
