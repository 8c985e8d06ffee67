/** Runs npm as the program that it is, a script for Node: no shell, and on Windows no `npm.cmd`, in between. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runCommand, type CommandOptions } from './runCommand';
import { UserError } from './userError';

const SCRIPT = 'npm-cli.js';

/**
 * Resolves when npm ended with 0; else throws as `runCommand` does.
 *
 * @param node the Node that npm itself runs in, and with it what npm compiles
 */
export async function runNpm(
	args: string[],
	options: CommandOptions,
	node = process.execPath,
): Promise<void> {
	await runCommand(node, [findNpm(), ...args], options);
}

/** npm's own script: of the npm that started us, else of the one that came with this Node. */
export function findNpm(
	env: NodeJS.ProcessEnv = process.env,
	node: string = process.execPath,
): string {
	const startedBy = env.npm_execpath;
	if (startedBy !== undefined && basename(startedBy) === SCRIPT && existsSync(startedBy)) {
		return startedBy;
	}
	const folder = dirname(node);
	const places = [join(folder, 'node_modules'), join(folder, '..', 'lib', 'node_modules')];
	const scripts = places.map((place) => join(place, 'npm', 'bin', SCRIPT));
	const found = scripts.find((script) => existsSync(script));
	if (found !== undefined) return found;
	throw new UserError(
		`npm was not found beside ${node}.`,
		'Install npm (it comes with Node.js), or start this with `npm start`.',
	);
}
