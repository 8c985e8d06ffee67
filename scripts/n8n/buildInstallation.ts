/** The two phases of an installation: npm's packages without their scripts, then what has to be compiled. */
import { existsSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Progress, Step } from '../progress';
import { explainFailure } from './installFailure';
import { pinInstallation } from './pinInstallation';
import { readManifest } from './places';
import { runNpm } from './npm';
import { findNodeBinary, type NodeForN8n } from './platform';
import { cleanNpmEnvironment } from './runCommand';
import { findMissingTools, putFirstOnPath } from './searchPath';
import { UserError } from './userError';

/** Written last: a folder without it is not an installation. */
export const STAMP = 'installed.json';

/** What npm has said, inside the installation. */
export const INSTALL_LOG = 'install.log';

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
	const { buildTools, compiled, toolsAdvice } = node.system;
	const missing = findMissingTools(buildTools, env);
	if (missing.length > 0) {
		progress.note(
			`  Not found on this machine: ${missing.join(', ')}. n8n's ${compiled.join(' and ')} will be downloaded ready-made if that works here; otherwise it cannot be built.`,
		);
	}
	const started = Date.now();
	const { n8nVersion } = readManifest();
	const logFile = join(folder, INSTALL_LOG);
	const command = { cwd: folder, env, logFile, signal };
	for (const [name, content] of Object.entries(pinInstallation(node))) {
		writeFileSync(join(folder, name), JSON.stringify(content, null, 2));
	}
	try {
		// Without a registry `npm install` tries each of 2,400 packages for a minute before it gives up.
		step.update('asking the npm registry');
		await runNpm(['view', `n8n@${n8nVersion}`, 'version', '--fetch-retries=1'], command);
		step.update('1/2 packages from the npm registry');
		await runNpm(['install', '--ignore-scripts', '--no-audit', '--no-fund'], command);
		demandNode(folder, node);
		step.update(`2/2 compiling ${compiled.join(', ')}`);
		const environment = useNodeOf(folder, node, env);
		await runNpm(
			['rebuild', ...compiled, '--ignore-scripts=false'],
			{ ...command, env: environment },
			findNodeBinary(folder, node),
		);
		demandSqliteBinary(folder);
	} catch (error) {
		throw explainFailure(error, missing, toolsAdvice);
	}
	const seconds = Math.round((Date.now() - started) / 1000);
	const stamp = { ...readManifest().dependencies, installedAt: new Date().toISOString(), seconds };
	writeFileSync(join(folder, STAMP), `${JSON.stringify(stamp, null, '\t')}\n`);
}

/** npm leaves out an optional package that it could not get, without a word. */
function demandNode(folder: string, node: NodeForN8n): void {
	if (node.kind === 'own' || existsSync(findNodeBinary(folder, node))) return;
	throw new UserError(
		`The npm registry did not hand out ${node.nodePackage}, the Node that n8n needs on ${node.system.name}.`,
		'Use a registry that mirrors the whole public one; then run the command again.',
	);
}

/** Compiled for the Node that will load it, with the headers that came along with it. */
function useNodeOf(folder: string, node: NodeForN8n, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const changed = putFirstOnPath(dirname(findNodeBinary(folder, node)), env);
	// Windows links against a library that the package lacks: node-gyp downloads it with the headers.
	if (node.kind === 'own' || node.system.platform === 'win32') return changed;
	return { ...changed, npm_config_nodedir: join(folder, 'node_modules', node.nodePackage) };
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
