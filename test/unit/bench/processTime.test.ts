import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readCpuTime, watchCpuTime } from '../../../bench/processTime';
import { usedBetween } from '../../../bench/statistics';

const BUSY_MS = 300;
const onLinux = process.platform === 'linux' ? test : test.skip;

describe('watchCpuTime', () => {
	onLinux('sees what a process works, and that it sleeps', async () => {
		const script = `
			const end = performance.now() + ${BUSY_MS};
			while (performance.now() < end);
			console.log('done');
			setInterval(() => {}, 1000);`;
		const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
		const started = Date.now();
		const stop = watchCpuTime(child.pid ?? 0);
		await once(child.stdout, 'data');
		const worked = Date.now();
		await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
		const samples = stop();
		child.kill();

		// Less than its loop took: other programs may have had the processor.
		expect(usedBetween(samples, started, worked)).toBeGreaterThan(BUSY_MS / 10);
		expect(usedBetween(samples, Date.now() - BUSY_MS / 2, Date.now())).toBeLessThan(BUSY_MS / 2);
	});

	onLinux('reads this process', () => {
		const { user, system } = process.cpuUsage();
		expect(Math.abs(readCpuTime(process.pid) - (user + system) / 1000)).toBeLessThan(1_000);
	});

	test('has nothing to tell of a process that is not there', () => {
		expect(watchCpuTime(-1)()).toEqual([]);
	});
});
