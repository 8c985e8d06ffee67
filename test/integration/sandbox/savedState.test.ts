/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, not part of the published package */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox } from '../../../sandbox/server';
import { BODIES, change } from '../../unit/sandbox/builders/bodies';
import { Client } from './client';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sandbox-state-'));
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

const start = async () => await startSandbox({ dataFolder: folder });

describe('a sandbox with a data folder', () => {
	it('goes on after a restart where it stopped', async () => {
		const first = await start();
		const client = new Client(first);
		await client.rest('PUT', 'settings', { marketingPerDay: 5 });
		await client.rest('PUT', 'receipts', { url: 'http://127.0.0.1:9/r', delay: 3_600_000 });
		await client.rest('PUT', 'tokens/SCRIPTED', { reason: 'noRight' });
		await client.rest('PUT', 'devices/TOKEN_A', { fate: 'offline' });
		await client.send(change(BODIES.notification, { 'payload.notification.notifyId': 4711 }));
		await client.revoke({ notifyId: 4711, token: ['TOKEN_A'] });
		const before = (await client.rest('GET', 'arrivals')).data;
		const device = (await client.rest('GET', 'devices/TOKEN_A')).data;
		await first.close();

		const second = await start();
		const again = new Client(second);
		expect((await again.rest('GET', 'arrivals')).data).toEqual(before);
		expect((await again.rest('GET', 'devices/TOKEN_A')).data).toEqual(device);
		expect(second.state.settings.marketingPerDay).toBe(5);
		expect(second.state.receipts.settings).toMatchObject({ delay: 3_600_000 });
		expect(second.state.scripts.get('SCRIPTED')).toEqual({ reason: 'noRight' });
		await again.send(BODIES.notification);
		expect(second.store.messages.map(({ id }) => id)).toEqual([1, 3]);
		await second.close();
	});

	it('keeps its state readable by the owner only', async () => {
		await (await start()).close();
		expect((await stat(join(folder, 'state.json'))).mode & 0o777).toBe(0o600);
	});

	it('says what to do with a file that is broken, and leaves it as it is', async () => {
		const path = join(folder, 'state.json');
		await writeFile(path, '{"format":1');
		await expect(start()).rejects.toThrow(`${path} is not JSON. Delete it`);
		expect(await readFile(path, 'utf8')).toBe('{"format":1');
	});
});
