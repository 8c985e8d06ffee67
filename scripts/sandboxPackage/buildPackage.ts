/** The sandbox as a package of its own: code, page, manifest, and the licences of what is bundled. */
import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../build/entries';
import { findBundledPackages, type BundledPackage } from '../licences/bundledPackages';
import { judgeNotices, writeNotices } from '../licences/notices';
import { packFolder, type PackOptions } from '../n8n/package';
import { bundleCode } from './bundleCode';
import { bundleInbox } from './bundleInbox';
import { clearFolder } from './clearFolder';
import {
	CODE,
	NOTICES_FILE,
	SANDBOX_NAME,
	writeSandboxManifest,
	type RootManifest,
	type SandboxManifest,
} from './manifest';

/** Where it grows, unless told otherwise. */
export const SANDBOX_FOLDER = join(ROOT, 'dist-sandbox');

const README = join(__dirname, 'README.md');

export interface SandboxPackage {
	manifest: SandboxManifest;
	/** Of others, in code or page. */
	bundled: BundledPackage[];
}

function readRootManifest(): RootManifest {
	const manifest: RootManifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	return manifest;
}

/** What its package will say of itself, before it is built; without its dependencies. */
export function readSandboxManifest(): SandboxManifest {
	return writeSandboxManifest(readRootManifest(), []);
}

/**
 * @param folder is empty, new, or holds a former build
 * @throws {UserError} if it holds anything else
 * @throws {Error} if what it bundles or imports has no licence, or no version
 */
export async function buildSandboxPackage(folder = SANDBOX_FOLDER): Promise<SandboxPackage> {
	clearFolder(folder);
	const code = await bundleCode(folder);
	chmodSync(join(folder, CODE), 0o755);
	const page = await bundleInbox(folder);
	const manifest = writeSandboxManifest(readRootManifest(), code.imports);
	writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
	const bundled = findBundledPackages(ROOT, [...code.sources, ...page]);
	const notices = writeNotices(SANDBOX_NAME, bundled);
	const faults = judgeNotices(notices, bundled);
	if (faults.length > 0) throw new Error(faults.join('\n'));
	writeFileSync(join(folder, NOTICES_FILE), notices);
	cpSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
	cpSync(README, join(folder, 'README.md'));
	return { manifest, bundled };
}

/** Packs what was built. Returns the path of the tarball. */
export async function packSandbox(options: PackOptions, from = SANDBOX_FOLDER): Promise<string> {
	return await packFolder(from, { ...options, isBuilt: true });
}
