import axios, { AxiosError } from 'axios';
import type { Readable } from 'node:stream';

import { BODIES } from '../../builders/sandbox/bodies';
import { Client, startTestSandbox } from '../../builders/sandbox/client';

it('says so when its port is in use, and takes another one only if told to', async () => {
	const first = await startTestSandbox();
	const { port } = first;
	await expect(startTestSandbox({ port })).rejects.toThrow('EADDRINUSE');
	const other = await startTestSandbox({ port, otherPortIfTaken: true });
	expect(other.port).not.toBe(port);
	await other.close();
	const failed = await new Client(other).send(BODIES.notification).catch((error: unknown) => error);
	expect(failed).toBeInstanceOf(AxiosError);
	await first.close();
});

describe('close', () => {
	it('ends although connections are open: a watcher and a request that is never answered', async () => {
		const sandbox = await startTestSandbox();
		const client = new Client(sandbox);
		await client.rest('POST', 'faults', { fault: 'timeout' });
		const arrived = new Promise<void>((resolve) => sandbox.store.watch(() => resolve()));
		const stream = await axios.get<Readable>(`${sandbox.url}/sandbox/changes`, {
			responseType: 'stream',
			proxy: false,
		});
		const streamEnded = new Promise<void>((resolve) => {
			stream.data.on('error', () => resolve()).on('close', () => resolve());
		});
		const unanswered = client.send(BODIES.notification).catch(() => 'broken');
		await arrived;
		await sandbox.close();
		expect(await unanswered).toBe('broken');
		await streamEnded;
	});
});
