/** How many files and connections another process may have open (Linux only). */
import { spawnSync } from 'node:child_process';

/**
 * Sets the limit of a process that runs, soft and hard. False where that is not possible: on another system, without
 * util-linux, or where there is no such process.
 */
export function limitOpenFiles(pid: number, most: number): boolean {
	if (process.platform !== 'linux') return false;
	const { status } = spawnSync('prlimit', ['--pid', String(pid), `--nofile=${most}:${most}`]);
	return status === 0;
}
