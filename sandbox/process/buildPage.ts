import { execFile } from 'node:child_process';
import { readdir, rename, rm, stat } from 'node:fs/promises';
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

async function moveInPlace(partial: string): Promise<void> {
	await rm(PAGE_FOLDER, { recursive: true, force: true });
	try {
		await rename(partial, PAGE_FOLDER);
	} catch (error) {
		// Another program has put the same page there a moment ago.
		if ((await findLastChange(join(PAGE_FOLDER, 'index.html'))) === 0) throw error;
	}
}

/**
 * Builds the web inbox if it is missing or older than its sources. It grows beside its place and moves there whole,
 * so that two programs that build at the same time do not meet.
 *
 * @param tell is told what happens, in lines for a terminal
 * @param signal ends the builder
 * @returns true when it was built anew
 * @throws Error with the builder's words when the page cannot be built
 */
export async function buildPageIfStale(
	tell: (line: string) => void,
	signal?: AbortSignal,
): Promise<boolean> {
	const built = await findLastChange(join(PAGE_FOLDER, 'index.html'));
	const changes = await Promise.all(SOURCES.map(findLastChange));
	if (built >= Math.max(...changes)) return false;
	tell('Building the inbox (once, some seconds) ...');
	const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
	const partial = `${PAGE_FOLDER}.${process.pid}`;
	const options = ['--config', CONFIG, '--logLevel', 'warn', '--outDir', partial, '--emptyOutDir'];
	try {
		await run(process.execPath, [vite, 'build', ...options], { signal });
		await moveInPlace(partial);
	} finally {
		await rm(partial, { recursive: true, force: true });
	}
	tell('The inbox is built.');
	return true;
}
