/**
 * Installs the real n8n that `e2e/` pins into the user's cache folder, once for all clones. The
 * installation grows in a folder beside its final place, is stamped, and moves there with one rename:
 * what stands at the final place is always whole.
 */
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runStep, type Progress } from '../progress';
import { buildInstallation, INSTALL_LOG, isWhole } from './buildInstallation';
import { takeLock } from './installationLock';
import { findCacheFolder, nameInstallation, PACKAGE_NAME, readManifest } from './places';
import { chooseNode, describeMachine, findNodeBinary, type NodeForN8n } from './platform';
import { UserError } from './userError';

/** Set to use a folder that already holds n8n (with `node_modules/n8n`) instead of installing one. */
export const FOLDER_VARIABLE = 'HUAWEI_PUSH_N8N_FOLDER';

export interface Installation {
	folder: string;
	/** The version of n8n. */
	version: string;
	/** The Node that runs n8n. */
	nodeBinary: string;
	/** The script to hand to it. */
	n8nScript: string;
	/** Removes the installation if it was made for this run only. */
	dispose(): Promise<void>;
}

export interface InstallOptions {
	progress: Progress;
	signal?: AbortSignal;
	env?: NodeJS.ProcessEnv;
}

/**
 * Returns an installation of the pinned n8n, making it if there is none. With `CI=true` it is always
 * made anew, in a temporary folder of its own that `dispose` removes. Throws UserError where the
 * person at the keyboard can do something about it.
 */
export async function installN8n(options: InstallOptions): Promise<Installation> {
	const env = options.env ?? process.env;
	const node = chooseNode(describeMachine());
	const given = env[FOLDER_VARIABLE];
	if (given) return useGivenFolder(resolve(given), node);
	if (env.CI === 'true') return await installForThisRun(options, node);

	const cache = findCacheFolder(env);
	const name = nameInstallation(describeVariant(node));
	const folder = join(cache, name);
	const unlock = await takeLock(`${folder}.lock`, () => isWhole(folder), {
		signal: options.signal,
		onWait: (owner) =>
			options.progress.note(`  Another run (${owner}) is installing n8n; waiting for it.`),
	});
	if (unlock) {
		try {
			removeLeftovers(cache, name);
			await installInto(folder, options, node);
			tellOfOthers(cache, name, options.progress);
		} finally {
			unlock();
		}
	}
	return describeInstallation(folder, node, async () => undefined);
}

async function installForThisRun(options: InstallOptions, node: NodeForN8n): Promise<Installation> {
	const parent = mkdtempSync(join(tmpdir(), `${PACKAGE_NAME}-n8n-`));
	const remove = async () => await rm(parent, { recursive: true, force: true });
	const folder = join(parent, 'n8n');
	try {
		await installInto(folder, options, node);
	} catch (error) {
		await remove();
		throw error;
	}
	return describeInstallation(folder, node, remove);
}

async function installInto(
	folder: string,
	{ progress, signal, env }: InstallOptions,
	node: NodeForN8n,
): Promise<void> {
	const { n8nVersion } = readManifest();
	const partial = `${folder}.partial-${process.pid}`;
	rmSync(partial, { recursive: true, force: true });
	mkdirSync(partial, { recursive: true });
	progress.note(
		`  n8n ${n8nVersion} is installed once into ${folder} (3 GB, three to six minutes, later runs use it).`,
	);
	try {
		await runStep(
			progress,
			`Installing n8n ${n8nVersion}`,
			async (step) => await buildInstallation(partial, { node, signal, step, progress, env }),
			() => 'installed',
		);
		moveInPlace(partial, folder);
	} catch (error) {
		if (!signal?.aborted) keepLog(partial, progress);
		await runStep(progress, 'Removing the unfinished installation', async () => {
			await rm(partial, { recursive: true, force: true });
		});
		throw error;
	}
}

/** The log goes where it outlives the folder. */
function keepLog(partial: string, progress: Progress): void {
	const log = join(partial, INSTALL_LOG);
	if (!existsSync(log)) return;
	const kept = join(tmpdir(), `${PACKAGE_NAME}-${INSTALL_LOG}`);
	copyFileSync(log, kept);
	progress.note(`  The whole log of the installation: ${kept}`);
}

function moveInPlace(partial: string, folder: string): void {
	// A folder that is there and not whole was damaged by hand; what is whole is never touched.
	if (!isWhole(folder)) rmSync(folder, { recursive: true, force: true });
	try {
		renameSync(partial, folder);
	} catch (error) {
		if (!isWhole(folder)) throw error;
		rmSync(partial, { recursive: true, force: true });
	}
}

/** Removes what runs that were killed left beside the final place. The caller holds the lock. */
function removeLeftovers(cache: string, name: string): void {
	for (const entry of readdirSync(cache)) {
		if (entry.startsWith(`${name}.partial-`))
			rmSync(join(cache, entry), { recursive: true, force: true });
	}
}

function tellOfOthers(cache: string, name: string, progress: Progress): void {
	for (const entry of readdirSync(cache)) {
		if (/^n8n-[0-9a-f]{16}$/.test(entry) && entry !== name) {
			progress.note(
				`  ${join(cache, entry)} holds another version of n8n; delete it if no other clone needs it.`,
			);
		}
	}
}

function useGivenFolder(folder: string, node: NodeForN8n): Installation {
	if (!existsSync(join(folder, 'node_modules', 'n8n', 'bin', 'n8n'))) {
		throw new UserError(
			`${FOLDER_VARIABLE} names ${folder}, which holds no n8n (node_modules/n8n is missing).`,
			`Correct ${FOLDER_VARIABLE}, or leave it out to have n8n installed.`,
		);
	}
	return describeInstallation(folder, node, async () => undefined);
}

function describeInstallation(
	folder: string,
	node: NodeForN8n,
	dispose: () => Promise<void>,
): Installation {
	return {
		folder,
		version: readManifest().n8nVersion,
		nodeBinary: findNodeBinary(folder, node),
		n8nScript: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		dispose,
	};
}

function describeVariant(node: NodeForN8n): string {
	const { platform, arch } = node.system;
	return `${platform}-${arch}-${node.kind === 'pinned' ? 'pinned' : process.version}`;
}
