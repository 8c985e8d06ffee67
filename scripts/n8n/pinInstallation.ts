/** What npm is given to install n8n from: manifest and lock of `e2e/`, for one system. */
import { readFileSync } from 'node:fs';
import { LOCK, MANIFEST } from './places';
import type { NodeForN8n } from './platform';

interface Pins {
	optionalDependencies?: Record<string, string>;
}

export interface PinnedFiles {
	'package.json': Pins & { allowScripts?: Record<string, boolean> };
	'package-lock.json': { packages: Record<string, Pins> };
}

/** As they stand there, with the scripts that compile something here; without any Node where none of them can run. */
export function pinInstallation({ kind, system }: NodeForN8n): PinnedFiles {
	const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as PinnedFiles['package.json'];
	const lock = JSON.parse(readFileSync(LOCK, 'utf8')) as PinnedFiles['package-lock.json'];
	manifest.allowScripts = Object.fromEntries(system.compiled.map((name) => [name, true]));
	if (kind === 'own') {
		for (const name of Object.keys(manifest.optionalDependencies ?? {})) {
			delete lock.packages[`node_modules/${name}`];
		}
		delete manifest.optionalDependencies;
		delete lock.packages['']?.optionalDependencies;
	}
	return { 'package.json': manifest, 'package-lock.json': lock };
}
