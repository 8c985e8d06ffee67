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
		message: 'The npm registry lacks a package that this n8n needs, or hands out another one.',
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

/**
 * Errors other than a failed command pass.
 *
 * @param missingTools the build tools this machine lacks
 * @param toolsAdvice how to get them here
 */
export function explainFailure(
	error: unknown,
	missingTools: readonly string[],
	toolsAdvice: string,
): unknown {
	if (!(error instanceof CommandError)) return error;
	const output = `The last lines of npm:\n${error.output}\n`;
	const isBuild = / rebuild /.test(error.commandLine);
	if (isBuild && (missingTools.length > 0 || NO_TOOLS.test(error.output))) {
		const missing = missingTools.length > 0 ? `${missingTools.join(', ')} missing` : 'no compiler';
		return new UserError(
			`${output}What n8n needs compiled could not be built: ${missing}.`,
			`${toolsAdvice} and run the command again.`,
		);
	}
	const cause = CAUSES.find(({ pattern }) => pattern.test(error.output));
	if (cause) return new UserError(`${output}${cause.message}`, cause.nextStep);
	return new UserError(`${output}n8n could not be installed: ${error.message}`);
}

/** node-gyp's words, for systems where it finds its tools in places of its own. */
const NO_TOOLS = /gyp ERR! find (Python|VS)|No Xcode or CLT/;
