/** A process with all its descendants, as each system can address them. */
import kill from 'tree-kill';
import { readErrorCode } from './errorCode';

export interface ProcessTrees {
	/** Whether a child has to lead a process group of its own to be addressed with its descendants. */
	detached: boolean;
	/** Whether any of them runs. */
	exists(pid: number): boolean;
	/** Does nothing if none of them runs. */
	signal(pid: number, signal: NodeJS.Signals): void;
}

/** A group holds descendants also when the processes between have ended. */
const GROUPS: ProcessTrees = {
	detached: true,
	exists: (pid) => isThere(-pid),
	signal: (pid, signal) => {
		try {
			process.kill(-pid, signal);
		} catch (error) {
			// ESRCH: nobody of the group is left.
			if (readErrorCode(error) !== 'ESRCH') throw error;
		}
	},
};

/** Windows has no groups and no signals: whatever the signal, `taskkill` ends the child and its descendants. */
const DESCENDANTS: ProcessTrees = {
	detached: false,
	exists: isThere,
	signal: (pid, signal) => {
		// Fails for a process that has ended, which is what was wanted.
		if (isThere(pid)) kill(pid, signal, () => undefined);
	},
};

export function chooseTrees(platform: NodeJS.Platform): ProcessTrees {
	return platform === 'win32' ? DESCENDANTS : GROUPS;
}

function isThere(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return readErrorCode(error) !== 'ESRCH';
	}
}
