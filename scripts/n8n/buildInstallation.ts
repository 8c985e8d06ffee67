/** The two phases of an installation: npm's packages without their scripts, then sqlite3. */
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { Progress, Step } from '../progress';
import { explainFailure } from './installFailure';
import { LOCK, MANIFEST, readManifest } from './places';
import { findNodeBinary, PINNED_NODE_PACKAGE, type NodeForN8n } from './platform';
import { cleanNpmEnvironment, runCommand } from './runCommand';
import { UserError } from './userError';

/** Written last: a folder without it is not an installation. */
export const STAMP = 'installed.json';

/** What sqlite3 is compiled with, where no prebuilt binary can be downloaded. */
const BUILD_TOOLS = ['python3', 'make', 'g++'];

/** Room for the installation and npm's cache of it. */
const NEEDED_BYTES = 5_000_000_000;

export interface BuildOptions {
	node: NodeForN8n;
	step: Step;
	progress: Progress;
	signal?: AbortSignal;
	env?: NodeJS.ProcessEnv;
}

/** Whether `folder` holds a finished installation. */
export function isWhole(folder: string): boolean {
	return (
		existsSync(join(folder, STAMP)) && existsSync(join(folder, 'node_modules', 'n8n', 'bin', 'n8n'))
	);
}

/** Installs into `folder`, which is empty. Throws UserError if a tool, the registry or room is missing. */
export async function buildInstallation(folder: string, options: BuildOptions): Promise<void> {
	const { node, step, progress, signal } = options;
	await demandRoom(folder);
	const env = cleanNpmEnvironment(options.env);
	const missing = findMissingTools(env);
	if (missing.length > 0) {
		progress.note(
			`  Not found on this machine: ${missing.join(', ')}. n8n's sqlite3 will be downloaded ready-made if that works here; otherwise it cannot be built.`,
		);
	}
	const started = Date.now();
	const { n8nVersion } = readManifest();
	const logFile = join(folder, 'install.log');
	const command = { cwd: folder, env, logFile, signal };
	writeManifest(folder, node);
	try {
		// Without a registry `npm install` tries each of 2,400 packages for a minute before it gives up.
		step.update('asking the npm registry');
		await runCommand('npm', ['view', `n8n@${n8nVersion}`, 'version', '--fetch-retries=1'], command);
		step.update('1/2 packages from the npm registry');
		await runCommand('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], command);
		step.update('2/2 compiling sqlite3');
		await runCommand('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false'], {
			...command,
			env: useNodeOf(folder, node, env),
		});
		demandSqliteBinary(folder);
	} catch (error) {
		throw explainFailure(error, missing);
	}
	const seconds = Math.round((Date.now() - started) / 1000);
	const stamp = { ...readManifest().dependencies, installedAt: new Date().toISOString(), seconds };
	writeFileSync(join(folder, STAMP), `${JSON.stringify(stamp, null, '\t')}\n`);
}

/** Manifest and lock as they stand in `e2e/`; without the pinned Node where it cannot run. */
function writeManifest(folder: string, node: NodeForN8n): void {
	for (const [name, file] of [
		['package.json', MANIFEST],
		['package-lock.json', LOCK],
	] as const) {
		const content = JSON.parse(readFileSync(file, 'utf8')) as {
			dependencies?: Record<string, string>;
			packages?: Record<string, { dependencies?: Record<string, string> }>;
		};
		if (node.kind === 'own') {
			delete content.dependencies?.[PINNED_NODE_PACKAGE];
			delete content.packages?.['']?.dependencies?.[PINNED_NODE_PACKAGE];
			delete content.packages?.[`node_modules/${PINNED_NODE_PACKAGE}`];
		}
		writeFileSync(join(folder, name), JSON.stringify(content, null, 2));
	}
}

/** sqlite3 must be built for the Node that will load it, with the headers that came along with it. */
function useNodeOf(folder: string, node: NodeForN8n, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const path = `${dirname(findNodeBinary(folder, node))}${delimiter}${env.PATH ?? ''}`;
	return node.kind === 'own'
		? { ...env, PATH: path }
		: {
				...env,
				PATH: path,
				npm_config_nodedir: join(folder, 'node_modules', PINNED_NODE_PACKAGE),
			};
}

function demandSqliteBinary(folder: string): void {
	const binary = join(folder, 'node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');
	if (!existsSync(binary)) throw new Error('npm rebuild sqlite3 ended well but made no binary.');
}

async function demandRoom(folder: string): Promise<void> {
	const { bavail, bsize } = await statfs(folder);
	if (bavail * bsize < NEEDED_BYTES) {
		throw new UserError(
			`n8n needs 5 GB in ${dirname(folder)}; ${((bavail * bsize) / 1e9).toFixed(1)} GB are free.`,
			'Free some room, or set XDG_CACHE_HOME to a folder on a larger disk.',
		);
	}
}

/** The build tools that are not on the PATH. */
export function findMissingTools(env: NodeJS.ProcessEnv): string[] {
	const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	return BUILD_TOOLS.filter((tool) => !folders.some((folder) => isExecutable(join(folder, tool))));
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		// Not there, or not for us: the same to the caller.
		return false;
	}
}
