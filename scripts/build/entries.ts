/** What of the published package is bundled, and how. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

export const ROOT = join(__dirname, '../..');

interface Manifest {
	n8n: { credentials: string[]; nodes: string[] };
}

/** Provided by n8n itself: the package's peer dependency. */
const EXTERNAL = ['n8n-workflow'];

/** The credentials and nodes of package.json: paths in `dist`. */
export function readEntries(): string[] {
	const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	return [...manifest.n8n.credentials, ...manifest.n8n.nodes];
}

/** @param entries paths in `dist` */
export function bundleOptions(entries: readonly string[]) {
	return {
		absWorkingDir: ROOT,
		entryPoints: entries.map((entry) => entry.replace(/^dist\//, '').replace(/\.js$/, '.ts')),
		outbase: '.',
		outdir: 'dist',
		allowOverwrite: true,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: EXTERNAL,
		// Reviewers of the package read what runs: nothing is minified.
		minify: false,
		legalComments: 'inline',
		logLevel: 'warning',
	} satisfies BuildOptions;
}
