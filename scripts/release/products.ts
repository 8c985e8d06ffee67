/** The packages of this repository that are published: each row is released with all that belongs to it. */
import { readEntries, ROOT } from '../build/entries';
import { findBundledPackages, type BundledPackage } from '../licences/bundledPackages';
import { packPackage, type PackOptions } from '../n8n/package';
import {
	buildSandboxPackage,
	packSandbox,
	readSandboxManifest,
} from '../sandboxPackage/buildPackage';
import { measureBundles } from '../scan/measureBundles';
import { readReleasedManifest, type Manifest } from './manifest';

export interface Made {
	/** Its path. */
	tarball: string;
	/** What of others it holds, or needs when it runs. */
	parts: readonly BundledPackage[];
}

export interface Product {
	/** What it says of itself, known before it is built. */
	manifest: Manifest;
	/** Builds and packs it. */
	make(options: PackOptions): Promise<Made>;
}

/** The packages that a product installs with itself, in the versions that stand here. */
function findDependencies(names: readonly string[]): BundledPackage[] {
	return findBundledPackages(
		ROOT,
		names.map((name) => `node_modules/${name}/package.json`),
	);
}

export const PRODUCTS: readonly Product[] = [
	{
		manifest: readReleasedManifest(ROOT),
		make: async (options) => ({
			tarball: await packPackage(options),
			parts: (await measureBundles(readEntries())).packages,
		}),
	},
	{
		manifest: readSandboxManifest(),
		make: async (options) => {
			const { manifest, bundled } = await buildSandboxPackage();
			const dependencies = findDependencies(Object.keys(manifest.dependencies));
			return { tarball: await packSandbox(options), parts: [...bundled, ...dependencies] };
		},
	},
];
