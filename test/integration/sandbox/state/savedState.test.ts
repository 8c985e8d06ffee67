import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { seedSandbox } from '../../../../sandbox/seed/seed';
import type { Sandbox } from '../../../../sandbox/server';
import { Timers } from '../../../../sandbox/process/timers';
import {
	BODIES,
	change,
	IMAGE_BODY,
	makeTokens,
	withTokens,
} from '../../../builders/sandbox/bodies';
import { Client } from '../../../builders/sandbox/client';
import { KeptSandbox } from './keptSandbox';

const kept = KeptSandbox.forEachTest();

describe('a sandbox with a data folder', () => {
	it('goes on after a restart where it stopped', async () => {
		const first = await kept.start();
		const client = new Client(first);
		await client.rest('PUT', 'settings', { marketingPerDay: 5 });
		await client.rest('PUT', 'receipts', { url: 'http://127.0.0.1:9/r', delay: 3_600_000 });
		await client.rest('PUT', 'tokens/SCRIPTED', { reason: 'noRight' });
		await client.rest('PUT', 'tokens/STRUCK', { fault: '503', endpoint: 'send' });
		await client.rest('PUT', 'devices/TOKEN_A', { fate: 'offline' });
		await client.send(change(BODIES.notification, { 'payload.notification.notifyId': 4711 }));
		await client.revoke({ notifyId: 4711, token: ['TOKEN_A'] });
		const before = (await client.rest('GET', 'arrivals')).data;
		const device = (await client.rest('GET', 'devices/TOKEN_A')).data;
		await first.close();

		const second = await kept.start();
		const again = new Client(second);
		expect((await again.rest('GET', 'arrivals')).data).toEqual(before);
		expect((await again.rest('GET', 'devices/TOKEN_A')).data).toEqual(device);
		expect(second.state.settings.marketingPerDay).toBe(5);
		expect(second.state.receipts.settings).toMatchObject({ delay: 3_600_000 });
		expect(second.state.scripts.get('SCRIPTED')).toEqual({ reason: 'noRight' });
		await again.send(BODIES.notification);
		expect(second.store.messages.map(({ id }) => id)).toEqual([1, 3]);
		expect((await again.send(withTokens(BODIES.notification, ['STRUCK']))).status).toBe(503);
		await second.close();
	});

	it('keeps every script as it is, a used up fault and one for some messages among them', async () => {
		const first = await kept.start();
		const client = new Client(first);
		await client.rest('PUT', 'tokens/STRUCK', { fault: '503', times: 1, receipt: 2 });
		await client.rest('PUT', 'devices/PHONE', { fate: 'pageMissing' });
		await client.rest('PUT', 'devices/BAD', { fate: 'refused', reason: 'noRight' });
		await client.send(withTokens(BODIES.notification, ['STRUCK']));
		await first.close();
		const second = await kept.start();
		expect(kept.told).toEqual([]);
		expect((await new Client(second).rest('GET', 'tokens')).data).toEqual({
			STRUCK: { receipt: 2 },
			PHONE: { receipt: 31, only: { pushTypes: [0, 2, 7], with: 'page' } },
			BAD: { reason: 'noRight' },
		});
		await second.close();
	});

	it('takes a fate that an older sandbox kept with the device; a script of the token wins', async () => {
		await (await kept.start()).close();
		const state = JSON.parse(await readFile(kept.statePath, 'utf8')) as Record<string, unknown>;
		const device = { firstSeen: 1, lastSeen: 1, messageCount: 1, badge: 0 };
		state.devices = [
			{ ...device, token: 'GONE', fate: 'appUninstalled' },
			{ ...device, token: 'BAD', fate: 'refused', reason: 'noRight' },
			{ ...device, token: 'BOTH', fate: 'offline' },
		];
		state.scripts = { BOTH: { receipt: 10 } };
		await writeFile(kept.statePath, JSON.stringify(state));
		const sandbox = await kept.start();
		const client = new Client(sandbox);
		expect((await client.rest('GET', 'tokens')).data).toEqual({
			GONE: { receipt: 2 },
			BAD: { reason: 'noRight' },
			BOTH: { receipt: 10 },
		});
		expect((await client.rest('GET', 'devices/GONE')).data.fate).toBe('appUninstalled');
		await sandbox.close();
	});

	it('takes arrivals from before they were one record: without endpoint, headers, or body', async () => {
		const first = await kept.start();
		const client = new Client(first);
		await client.send(BODIES.notification);
		await client.revoke({ notifyId: 7, token: ['TOKEN_A'] });
		await client.verifyImage(IMAGE_BODY);
		const before = first.store.arrivals;
		await first.close();
		interface Saved {
			store: Record<'messages' | 'revocations' | 'imageChecks', Array<Record<string, unknown>>>;
		}
		const state = JSON.parse(await readFile(kept.statePath, 'utf8')) as Saved;
		const { messages, revocations, imageChecks } = state.store;
		for (const one of [...messages, ...revocations, ...imageChecks]) delete one.endpoint;
		for (const one of imageChecks) {
			delete one.headers;
			delete one.body;
		}
		await writeFile(kept.statePath, JSON.stringify(state));
		const second = await kept.start();
		expect(kept.told).toEqual([]);
		expect(second.store.arrivals).toMatchObject([
			JSON.parse(JSON.stringify(before[0])) as object,
			JSON.parse(JSON.stringify(before[1])) as object,
			{ endpoint: 'verify', headers: {}, imageUrl: before[2]?.imageUrl },
		]);
		await second.close();
	});

	it('keeps its state readable by the owner only', async () => {
		await (await kept.start()).close();
		expect((await stat(join(kept.folder, 'state.json'))).mode & 0o777).toBe(0o600);
	});

	it('brings back every kind of device and message that it can have', async () => {
		const first = await kept.start();
		await seedSandbox(first);
		const client = new Client(first);
		await client.verifyImage(IMAGE_BODY);
		await client.rest('POST', 'devices/APP/liveViews', { activityId: 1, event: 'SCORE' });
		await client.rest('PUT', 'devices/ASLEEP', { fate: 'offline' });
		await client.send(withTokens(BODIES.notificationWithOptions, ['ASLEEP', 'AWAKE']));
		await client.send(withTokens(BODIES.form, ['AWAKE']), 1);
		await client.post(`/v3/${first.projectId}/messages:send`, 'no JSON');
		const before = takePicture(first);
		await first.close();
		const second = await kept.start();
		expect(takePicture(second)).toEqual(before);
		expect(kept.told).toEqual([]);
		await second.close();
	});

	it('keeps the newest on disk, within bounds', async () => {
		const first = await kept.start();
		const client = new Client(first);
		for (let request = 0; request < 12; request++) {
			const tokens = makeTokens(1_000, `${'x'.repeat(2_000)}${request}`);
			await client.send(withTokens(BODIES.background, tokens), 6);
		}
		const ids = first.store.messages.map(({ id }) => id);
		expect(ids).toHaveLength(12);
		await first.close();
		expect((await stat(kept.statePath)).size).toBeLessThan(70_000_000);
		const second = await kept.start();
		const left = second.store.messages.map(({ id }) => id);
		expect(left.length).toBeGreaterThan(1);
		expect(left.length).toBeLessThan(12);
		expect(ids.slice(-left.length)).toEqual(left);
		await second.close();
	});
});

const takePicture = ({ store, state }: Sandbox) => ({
	store: JSON.parse(JSON.stringify(store.save())) as unknown,
	// Seen in the same millisecond they have no order.
	devices: JSON.parse(
		JSON.stringify(state.devices.list().sort((a, b) => a.token.localeCompare(b.token))),
	) as unknown,
	settings: state.settings,
});

describe('a state that cannot be written', () => {
	it('is kept.told once, and the sandbox lives', async () => {
		const sandbox = await kept.start();
		const client = new Client(sandbox);
		// Nothing can be renamed over a folder that is not empty.
		await mkdir(join(kept.statePath, 'in the way'), { recursive: true });
		const untilTold = async () => {
			for (let tries = 0; tries < 100 && kept.told.length === 0; tries++) {
				await new Timers().sleep(100);
			}
		};
		await client.send(BODIES.notification);
		await untilTold();
		expect(kept.told).toEqual([expect.stringContaining(`cannot be written to ${kept.statePath}`)]);
		await client.send(BODIES.notification);
		expect((await client.send(BODIES.notification)).data.code).toBe('80000000');
		await sandbox.close();
		expect(kept.told).toHaveLength(1);
		expect(await readdir(kept.folder)).not.toContain('state.json.next');
	});

	it('is written once it can be', async () => {
		const sandbox = await kept.start();
		await mkdir(join(kept.statePath, 'in the way'), { recursive: true });
		await new Client(sandbox).send(BODIES.notification);
		await rm(kept.statePath, { recursive: true });
		await sandbox.close();
		const again = await kept.start();
		expect(again.store.messages).toHaveLength(1);
		await again.close();
	});
});
