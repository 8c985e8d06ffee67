/** The folders in which programs are looked for, whatever the system calls the variable. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Windows spells it `Path`, and a copy of the environment minds the case. */
function findName(env: NodeJS.ProcessEnv): string {
	return Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
}

/** The environment with a folder that is looked into before all others. */
export function putFirstOnPath(folder: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const name = findName(env);
	return { ...env, [name]: [folder, env[name]].filter(Boolean).join(delimiter) };
}

/** Which of the programs are in none of the folders. */
export function findMissingTools(tools: readonly string[], env: NodeJS.ProcessEnv): string[] {
	const folders = (env[findName(env)] ?? '').split(delimiter).filter((folder) => folder !== '');
	return tools.filter((tool) => !folders.some((folder) => isExecutable(join(folder, tool))));
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
