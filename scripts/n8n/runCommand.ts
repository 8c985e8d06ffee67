/** Runs a command to its end with its output in a log file, stoppable by a signal. */
import { closeSync, openSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { spawnGroup, stopGroup } from './processGroup';

export interface CommandOptions {
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** Output is appended here. */
	logFile: string;
	signal?: AbortSignal;
}

/** A command that could not be started or ended with something other than 0. */
export class CommandError extends Error {
	constructor(
		readonly commandLine: string,
		readonly exitCode: number | string,
		readonly output: string,
	) {
		super(`${commandLine} ended with ${exitCode}.`);
		this.name = 'CommandError';
	}
}

/**
 * Resolves when the command ended with 0. Throws CommandError with the end of its output otherwise,
 * and the signal's reason when it was aborted; by then nothing of it runs any more.
 */
export async function runCommand(
	command: string,
	args: string[],
	{ cwd, env, logFile, signal }: CommandOptions,
): Promise<void> {
	signal?.throwIfAborted();
	const commandLine = [command, ...args].join(' ');
	const log = openSync(logFile, 'a');
	const child = spawnGroup(command, args, { cwd, env, stdio: ['ignore', log, log] });
	closeSync(log);
	const exit = new Promise<number | string>((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('exit', (code, killedBy) => resolve(code ?? killedBy ?? 'no exit code'));
	});
	const aborted = new Promise<'aborted'>((resolve) => {
		signal?.addEventListener('abort', () => resolve('aborted'), { once: true });
	});
	const result = await Promise.race([exit, aborted]);
	if (signal?.aborted) {
		await stopGroup(child, 3_000);
		signal.throwIfAborted();
	}
	if (result !== 0) throw new CommandError(commandLine, result, readEnd(logFile));
}

/** The last lines of a log, for an error message, as a terminal would show them, without colours. */
export function readEnd(logFile: string, lines = 30): string {
	const all = readFileSync(logFile, 'utf8').trimEnd().split('\n');
	return all.slice(-lines).map(dropOverwritten).map(stripVTControlCharacters).join('\n');
}

/** Drops the frames of a spinner: what stands in a line before the cursor goes back to its beginning. */
function dropOverwritten(line: string): string {
	return BACK_TO_THE_BEGINNING.reduce((rest, sign) => rest.split(sign).at(-1) ?? rest, line);
}

const BACK_TO_THE_BEGINNING = ['\u001b[999D', '\r'];

/**
 * The environment for a program that is not part of this npm run: without npm's own variables, which
 * would hand our `.npmrc` (no install scripts) and our folder on to an npm that works elsewhere.
 * Registry, proxy and cache settings stay.
 */
export function cleanNpmEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
	const kept =
		/^npm_config_(registry|cache|userconfig|globalconfig|cafile|ca|strict_ssl|https?_proxy|proxy|noproxy|.*:_auth.*)$/i;
	return Object.fromEntries(
		Object.entries(env).filter(([name]) => {
			if (/^npm_config_/i.test(name)) return kept.test(name);
			return !/^(npm_|INIT_CWD$|NODE_ENV$|NODE_OPTIONS$|JEST_WORKER_ID$)/.test(name);
		}),
	);
}
