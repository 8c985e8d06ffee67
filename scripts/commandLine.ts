/** What the command lines of all `npm run ...` of this repository share. */
import { parseArgs, types, type ParseArgsConfig } from 'node:util';
import { UserError } from './n8n/userError';

/**
 * Reads options as `parseArgs` does.
 *
 * @param command as it is typed, such as `npm run bench`
 * @throws {UserError} naming what is not on the list, and the help of the command
 */
export function parseCommandLine<Config extends ParseArgsConfig>(
	command: string,
	config: Config,
): ReturnType<typeof parseArgs<Config>> {
	try {
		return parseArgs(config);
	} catch (error) {
		const message = types.isNativeError(error) ? error.message.split('. ')[0] : String(error);
		throw new UserError(`${message}.`, `${command} -- --help lists what is possible.`);
	}
}

/** @throws {UserError} unless `text` is written in digits alone and lies within both bounds */
export function readWholeNumber(
	option: string,
	text: string,
	{ min, max }: { min: number; max: number },
): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= min && value <= max) return value;
	throw new UserError(`--${option} must be a whole number from ${min} to ${max}, not "${text}".`);
}
