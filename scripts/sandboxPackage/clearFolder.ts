/** Makes room for a build; a slip of the fingers costs nothing else. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { UserError } from '../n8n/userError';
import { CODE, NOTICES_FILE, PAGE, SANDBOX_NAME } from './manifest';

/** What a build, and an `npm install` in it, leave in the folder. Tarballs as well: `isOurs`. */
const BUILT: ReadonlySet<string> = new Set([
	dirname(CODE),
	dirname(PAGE),
	NOTICES_FILE,
	'LICENSE',
	'README.md',
	'package.json',
	'package-lock.json',
	'node_modules',
]);

const isOurs = (name: string): boolean =>
	BUILT.has(name) || (name.startsWith(SANDBOX_NAME) && name.endsWith('.tgz'));

/**
 * Empties a folder that holds a former build and nothing else, or makes a new one.
 *
 * @throws {UserError} where it holds anything else; nothing of it is touched
 */
export function clearFolder(folder: string): void {
	const names = existsSync(folder) ? readdirSync(folder) : [];
	const stranger = isFormerBuild(folder) ? names.find((name) => !isOurs(name)) : names[0];
	if (stranger !== undefined) {
		throw new UserError(
			`${folder} holds something else: ${stranger}.`,
			'Name a folder that is empty or new.',
		);
	}
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
}

function isFormerBuild(folder: string): boolean {
	try {
		const manifest: { name?: unknown } | null = JSON.parse(
			readFileSync(join(folder, 'package.json'), 'utf8'),
		);
		return manifest?.name === SANDBOX_NAME;
	} catch {
		return false;
	}
}
