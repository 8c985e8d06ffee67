/**
 * One installation at a time for each folder, also between clones of this repository and processes
 * that know nothing of each other. The lock saves time and disk only: an installation is put in place
 * by one rename, so two at once would both end well.
 */
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readErrorCode } from './errorCode';

const HEARTBEAT_MS = 2_000;
/** A lock that has not been touched for so long is left over: its owner was killed or lost power. */
const STALE_MS = 30_000;
const POLL_MS = 500;

export interface WaitOptions {
	signal?: AbortSignal;
	/** Called once, if somebody else holds the lock. */
	onWait: (owner: string) => void;
}

/**
 * Takes the lock `file`, waiting for whoever holds it. Returns the function that gives it back.
 * `isDone` is asked while waiting: when it says true the lock is no longer needed and undefined is
 * returned.
 */
export async function takeLock(
	file: string,
	isDone: () => boolean,
	{ signal, onWait }: WaitOptions,
): Promise<(() => void) | undefined> {
	mkdirSync(dirname(file), { recursive: true });
	let told = false;
	for (;;) {
		signal?.throwIfAborted();
		if (isDone()) return undefined;
		if (tryCreate(file)) return keepAlive(file);
		if (isStale(file)) {
			rmSync(file, { force: true });
			continue;
		}
		if (!told) onWait(readOwner(file) ?? 'another process');
		told = true;
		await wait(POLL_MS, undefined, { signal });
	}
}

function tryCreate(file: string): boolean {
	try {
		writeFileSync(file, `process ${process.pid} on ${hostname()}`, { flag: 'wx' });
		return true;
	} catch (error) {
		if (readErrorCode(error) === 'EEXIST') return false;
		throw error;
	}
}

function keepAlive(file: string): () => void {
	const timer = setInterval(() => {
		const now = new Date();
		utimesSync(file, now, now);
	}, HEARTBEAT_MS);
	timer.unref();
	const giveBack = () => {
		clearInterval(timer);
		process.off('exit', giveBack);
		rmSync(file, { force: true });
	};
	process.on('exit', giveBack);
	return giveBack;
}

function isStale(file: string): boolean {
	const found = statSync(file, { throwIfNoEntry: false });
	if (!found) return false;
	if (Date.now() - found.mtimeMs > STALE_MS) return true;
	const [, pid, host] = /^process (\d+) on (.+)$/.exec(readOwner(file) ?? '') ?? [];
	return host === hostname() && pid !== undefined && !isRunning(Number(pid));
}

function readOwner(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		// Given back a moment ago.
		return undefined;
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it runs, as somebody else.
		return readErrorCode(error) === 'EPERM';
	}
}
