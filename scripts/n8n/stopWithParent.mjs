/**
 * Preloaded into n8n (`node --import`): ends n8n and its children when the process that started it is
 * gone, however it went. Standard input is a pipe that nobody writes to, so its end means just that.
 */
import { isMainThread } from 'node:worker_threads';
import kill from 'tree-kill';

// Worker threads inherit the preload and have a standard input of their own that is at its end.
if (isMainThread) {
	process.stdin.resume();
	process.stdin.once('end', () => {
		// 0: the whole process group, which n8n leads. Windows has none.
		if (process.platform === 'win32') kill(process.pid, 'SIGKILL');
		else process.kill(0, 'SIGKILL');
	});
	process.stdin.unref?.();
}
