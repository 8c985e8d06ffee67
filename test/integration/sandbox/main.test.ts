import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox } from '../../../sandbox/server';
import { BODIES } from '../../builders/sandbox/bodies';
import { Client, startTestSandbox } from '../../builders/sandbox/client';
import { testOnPosix } from '../../builders/posix';
import { runProgram, type Run } from '../../builders/program';

let folder: string;
let running: ChildProcess[] = [];

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterEach(async () => {
	for (const child of running) child.kill('SIGKILL');
	running = [];
	await rm(folder, { recursive: true, force: true });
});

const run = (args: string[]): Run => {
	const one = runProgram('sandbox/main.ts', args, folder);
	running.push(one.child);
	return one;
};

describe('npm run sandbox', () => {
	testOnPosix.each(['SIGINT', 'SIGTERM'] as const)(
		'starts, can be used with the files it names, and stops at %s',
		async (signal) => {
			const { child, read, until, ended } = run(['--port', '0']);
			await until('Press Ctrl+C');
			const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(read()) ?? [];
			const keyPath = join(folder, '.sandbox', 'service-account-key.json');
			expect(read()).toContain(keyPath);
			expect((await stat(keyPath)).mode & 0o777).toBe(0o600);
			const secret = await readFile(join(folder, '.sandbox', 'receipt-secret.txt'), 'utf8');
			expect(read()).not.toContain(secret.trim());
			expect(read()).not.toContain('PRIVATE KEY');

			const kept = await startSandbox({ dataFolder: join(folder, '.sandbox') });
			await kept.close();
			const client = new Client({ ...kept, url });
			expect((await client.send(BODIES.notification)).data.code).toBe('80000000');

			child.kill(signal);
			expect(await ended).toBe(0);
			expect(read()).toContain('The sandbox has stopped.');
		},
	);

	it('takes a free port when the wished one is in use, and says so', async () => {
		const other = await startTestSandbox();
		const { read, until, child, ended } = run(['--port', String(other.port)]);
		await until('Press Ctrl+C');
		await other.close();
		expect(read()).toContain(`Port ${other.port} is in use`);
		child.kill('SIGTERM');
		await ended;
	});

	it('warns where it listens beyond this machine, and tells the address for n8n in a container', async () => {
		const flags = ['--port', '0', '--host', '0.0.0.0', '--allow-host', 'host.docker.internal'];
		const { read, until, child, ended } = run(flags);
		await until('Press Ctrl+C');
		const [, port] = /runs at http:\/\/127\.0\.0\.1:(\d+)/.exec(read()) ?? [];
		expect(read()).toContain('WARNING: it listens on every network interface');
		expect(read()).toContain(`for n8n in a container     http://host.docker.internal:${port}\n`);
		child.kill('SIGTERM');
		await ended;
	});

	it('explains a flag that it does not know', async () => {
		const { read, ended } = run(['--prot', '1']);
		expect(await ended).toBe(2);
		expect(read()).toContain('--prot');
		expect(read()).toContain('Usage:');
	});
});
