/**
 * Child processes that are stopped whole, so that their children (npm's compilers, n8n's task runner) end with
 * them. Where there are process groups Ctrl-C in the terminal reaches only us, and the order of stopping is ours.
 */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { chooseTrees } from './processTrees';

const trees = chooseTrees(process.platform);
const running = new Set<number>();
let watchesExit = false;

const KILL_WAIT_MS = 3_000;

/** Starts a process that leads a group. Whatever of the group still runs dies with this process. */
export function spawnGroup(command: string, args: string[], options: SpawnOptions): ChildProcess {
	const child = spawn(command, args, {
		...options,
		detached: trees.detached,
		windowsHide: true,
	});
	const { pid } = child;
	if (pid !== undefined) {
		running.add(pid);
		child.once('exit', () => {
			trees.signal(pid, 'SIGTERM');
			running.delete(pid);
		});
	}
	if (!watchesExit) {
		watchesExit = true;
		process.on('exit', killAllGroups);
	}
	return child;
}

/** Asks the group to end, and kills what is left of it after `graceMs`. Returns when it is gone. */
export async function stopGroup(child: ChildProcess, graceMs: number): Promise<void> {
	const { pid } = child;
	if (pid === undefined) return;
	trees.signal(pid, 'SIGTERM');
	if (!(await waitUntilGone(pid, graceMs))) {
		trees.signal(pid, 'SIGKILL');
		// Bounded: where nothing reaps orphans (a container without an init) a dead group stays listed.
		await waitUntilGone(pid, KILL_WAIT_MS);
	}
	running.delete(pid);
}

/** Kills at once every group started here. */
export function killAllGroups(): void {
	for (const pid of running) trees.signal(pid, 'SIGKILL');
}

async function waitUntilGone(pid: number, atMostMs: number): Promise<boolean> {
	const deadline = Date.now() + atMostMs;
	while (trees.exists(pid)) {
		if (Date.now() >= deadline) return false;
		await wait(50);
	}
	return true;
}
