import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { PAGE_FOLDER } from '../api/pageRoutes';
import { isSystemError } from './systemError';

const INBOX = dirname(PAGE_FOLDER);
const CONFIG = join(INBOX, 'vite.config.mts');
const SOURCES = [join(INBOX, 'src'), join(INBOX, 'index.html'), CONFIG];

const run = promisify(execFile);

/** Time of the last change in milliseconds, of a folder that of its newest file; 0 if missing. */
async function findLastChange(path: string): Promise<number> {
	try {
		const info = await stat(path);
		if (!info.isDirectory()) return info.mtimeMs;
		const names = await readdir(path);
		const times = names.map(async (name) => await findLastChange(join(path, name)));
		return Math.max(0, ...(await Promise.all(times)));
	} catch (error) {
		if (isSystemError(error, 'ENOENT')) return 0;
		throw error;
	}
}

/**
 * Builds the web inbox if it is missing or older than its sources.
 *
 * @param tell is told what happens, in lines for a terminal
 * @returns true when it was built anew
 * @throws Error with the builder's words when the page cannot be built
 */
export async function buildPageIfStale(tell: (line: string) => void): Promise<boolean> {
	const built = await findLastChange(join(PAGE_FOLDER, 'index.html'));
	const changes = await Promise.all(SOURCES.map(findLastChange));
	if (built >= Math.max(...changes)) return false;
	tell('Building the inbox (once, some seconds) ...');
	const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
	await run(process.execPath, [vite, 'build', '--config', CONFIG, '--logLevel', 'warn']);
	tell('The inbox is built.');
	return true;
}
