import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from '../../../../scripts/n8n/installationLock';

let folder: string;
let file: string;
const owners: string[] = [];
const options = { onWait: (owner: string) => void owners.push(owner) };
const never = () => false;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lock-test-'));
	file = join(folder, 'n8n.lock');
	owners.length = 0;
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('takeLock', () => {
	test('the second one waits until the first gives the lock back', async () => {
		const order: string[] = [];
		const giveBack = await takeLock(file, never, options);
		const second = takeLock(file, never, options).then((release) => {
			order.push('second');
			return release;
		});
		await new Promise((resolve) => setImmediate(resolve));
		order.push('first gives back');
		giveBack?.();
		const release = await second;

		expect(order).toEqual(['first gives back', 'second']);
		expect(owners).toEqual([`process ${process.pid} on ${hostname()}`]);
		release?.();
		expect(existsSync(file)).toBe(false);
	});

	test('who waits gets nothing when the work turns out to be done', async () => {
		writeFileSync(file, `process ${process.pid} on ${hostname()}`);
		let asked = 0;
		expect(await takeLock(file, () => ++asked > 1, options)).toBeUndefined();
		expect(existsSync(file)).toBe(true);
	});

	test('takes over the lock of a process that is gone', async () => {
		// Linux has no process with this number: it is above the largest possible one.
		writeFileSync(file, `process 4194999 on ${hostname()}`);
		const giveBack = await takeLock(file, never, options);
		expect(giveBack).toBeDefined();
		expect(owners).toEqual([]);
		giveBack?.();
	});

	test('takes over a lock that nobody has touched for long', async () => {
		writeFileSync(file, 'process 1 on another-machine');
		const longAgo = new Date(Date.now() - 60_000);
		utimesSync(file, longAgo, longAgo);
		const giveBack = await takeLock(file, never, options);
		expect(giveBack).toBeDefined();
		giveBack?.();
	});

	test('stops waiting when told to', async () => {
		writeFileSync(file, `process ${process.pid} on ${hostname()}`);
		const controller = new AbortController();
		const waiting = takeLock(file, never, {
			signal: controller.signal,
			onWait: () => controller.abort(new Error('Stopped.')),
		});
		await expect(waiting).rejects.toThrow();
	});
});
