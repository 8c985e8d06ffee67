/**
 * Second half of `npm run build`, after `n8n-node build`: bundles each credential and node of
 * package.json with the libraries it uses, so that the published package has no dependencies, takes out of
 * `dist` whatever the entries no longer need, and writes the output schemas and the licences of the libraries there.
 */
import { readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'esbuild';

import { findBundledPackages, listSources } from '../licences/bundledPackages';
import { NOTICES, writeNotices } from '../licences/notices';
import { PACKAGE_NAME } from '../n8n/places';
import { bundleOptions, readEntries, ROOT } from './entries';
import { writeOutputSchemas } from './outputSchemas';

const DIST = join(ROOT, 'dist');

/** Leaves the bundles, the codex files and icons; removes what tsc made of the other sources. */
function prune(folder: string, keep: ReadonlySet<string>): void {
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		if (statSync(path).isDirectory()) {
			prune(path, keep);
			if (readdirSync(path).length === 0) rmdirSync(path);
		} else if (!keep.has(relative(ROOT, path).split(sep).join('/')) && !isAsset(path)) {
			rmSync(path);
		}
	}
}

/** Codex files, icons. */
function isAsset(path: string): boolean {
	return /\.node\.json$|\.svg$/.test(path);
}

async function main(): Promise<void> {
	const entries = readEntries();
	const { metafile } = await build({ ...bundleOptions(entries), metafile: true });
	prune(DIST, new Set(entries));
	for (const entry of entries) {
		const kilobytes = Math.round(statSync(join(ROOT, entry)).size / 1024);
		process.stdout.write(`  ${entry} ${kilobytes} kB\n`);
	}
	process.stdout.write(`  ${writeOutputSchemas(DIST)} output schemas\n`);
	const packages = findBundledPackages(ROOT, listSources(metafile));
	writeFileSync(join(ROOT, NOTICES), writeNotices(PACKAGE_NAME, packages));
	process.stdout.write(
		`  ${NOTICES}: ${packages.map(({ name, version }) => `${name} ${version}`).join(', ')}\n`,
	);
}

void main();
