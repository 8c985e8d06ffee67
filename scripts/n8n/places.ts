/** Where things are: this repository, the pinned versions, and the user's cache folder. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';

export const PACKAGE_NAME = 'n8n-nodes-huawei-push';
export const REPOSITORY = resolve(__dirname, '..', '..');

/** The manifest and the lock that pin the real n8n; nothing is ever installed in this folder. */
export const MANIFEST = join(REPOSITORY, 'e2e', 'package.json');
export const LOCK = join(REPOSITORY, 'e2e', 'package-lock.json');

export interface Manifest {
	name: string;
	dependencies: Record<string, string>;
	/** Node for each system; npm takes the one that fits. */
	optionalDependencies: Record<string, string>;
	overrides?: Record<string, string>;
}

/** Reads `e2e/package.json`. Throws if it pins no n8n. */
export function readManifest(): Manifest & { n8nVersion: string } {
	const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
	const n8nVersion = manifest.dependencies.n8n;
	if (!n8nVersion) throw new Error(`${MANIFEST} names no version of n8n under "dependencies".`);
	return { ...manifest, n8nVersion };
}

/**
 * This project's folder in the user's cache, shared by all clones: in `$XDG_CACHE_HOME` where that is set, else
 * where the system keeps caches.
 */
export function findCacheFolder(env: NodeJS.ProcessEnv = process.env): string {
	const named = env.XDG_CACHE_HOME;
	if (named && isAbsolute(named)) return join(named, PACKAGE_NAME);
	const { cache } = envPaths(PACKAGE_NAME, { suffix: '' });
	// It takes the variable as it is, also where it names no place.
	return isAbsolute(cache) ? cache : join(homedir(), '.cache', PACKAGE_NAME);
}

/**
 * The name of the installation that manifest and lock describe. It changes with either of them, so an
 * installation is never altered: a new pin is a new folder. `variant` keeps apart installations that
 * differ by platform.
 */
export function nameInstallation(variant: string): string {
	const hash = createHash('sha256');
	// Parsed, so that a formatter does not cost an installation.
	for (const file of [MANIFEST, LOCK]) {
		hash.update(JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
	}
	hash.update(variant);
	return `n8n-${hash.digest('hex').slice(0, 16)}`;
}
