/** The packages of this repository that are published: each row is released with all that belongs to it. */
import { readEntries, ROOT } from '../build/entries';
import type { BundledPackage } from '../licences/bundledPackages';
import { packPackage, type PackOptions } from '../n8n/package';
import { measureBundles } from '../scan/measureBundles';

export interface Product {
	/** With its package.json. */
	folder: string;
	/** Builds and packs it. Returns the path of the tarball. */
	pack(options: PackOptions): Promise<string>;
	/** What of others its tarball holds. */
	findParts(): Promise<readonly BundledPackage[]>;
}

export const PRODUCTS: readonly Product[] = [
	{
		folder: ROOT,
		pack: packPackage,
		findParts: async () => (await measureBundles(readEntries())).packages,
	},
];
