/** Turns a failed npm command into what to do about it. */
import { CommandError } from './runCommand';
import { UserError } from './userError';

interface Cause {
	pattern: RegExp;
	message: string;
	nextStep: string;
}

const CAUSES: readonly Cause[] = [
	{
		pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network/i,
		message: 'The npm registry could not be reached, so n8n could not be installed.',
		nextStep:
			'Check the network, and the registry and proxy that `npm config get registry` and `npm config get proxy` name; then run the command again.',
	},
	{
		pattern: /\bE401\b|\bE403\b/,
		message: 'The npm registry refused to hand out the packages of n8n.',
		nextStep:
			'Sign in to your registry (`npm login`) or use another one; then run the command again.',
	},
	{
		pattern: /\bETARGET\b|\bE404\b|EINTEGRITY/,
		message:
			'The npm registry lacks a package that the pinned n8n needs, or hands out another one.',
		nextStep: 'Use a registry that mirrors the whole public one; then run the command again.',
	},
	{
		pattern: /ENOSPC/,
		message: 'The disk is full: n8n needs 5 GB.',
		nextStep: 'Free some room, or set XDG_CACHE_HOME to a folder on a larger disk.',
	},
	{
		pattern: /EACCES|EPERM/,
		message: 'n8n could not be installed: a folder or file may not be written.',
		nextStep:
			"Check who owns npm's cache (`npm config get cache`) and the cache folder; then run the command again.",
	},
];

/** `missingTools`: the build tools this machine lacks. Errors other than a failed command pass. */
export function explainFailure(error: unknown, missingTools: readonly string[]): unknown {
	if (!(error instanceof CommandError)) return error;
	const output = `The last lines of npm:\n${error.output}\n`;
	if (error.exitCode.toString().includes('ENOENT')) {
		return new UserError('npm was not found.', 'Install npm (it comes with Node.js).');
	}
	if (error.commandLine.includes('rebuild') && missingTools.length > 0) {
		return new UserError(
			`${output}n8n's sqlite3 could not be built: ${missingTools.join(', ')} missing.`,
			'Install the tools (Debian, Ubuntu: `sudo apt-get install -y python3 make g++`) and run the command again.',
		);
	}
	const cause = CAUSES.find(({ pattern }) => pattern.test(error.output));
	if (cause) return new UserError(`${output}${cause.message}`, cause.nextStep);
	return new UserError(`${output}n8n could not be installed: ${error.message}`);
}
