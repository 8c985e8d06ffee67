import type { Sandbox } from '../../../../sandbox/server';
import { seedSandbox } from '../../../../sandbox/seed/seed';
import { BODIES, change, withTokens } from '../../../builders/sandbox/bodies';
import { LIVE_VIEW_BODIES } from '../../../builders/sandbox/liveViewBodies';
import { Client, startTestSandbox } from '../../../builders/sandbox/client';
import { Receiver } from '../../../builders/sandbox/receiver';

let sandbox: Sandbox;
let client: Client;
let receiver: Receiver;

beforeAll(async () => {
	sandbox = await startTestSandbox();
	client = new Client(sandbox);
	receiver = new Receiver();
	await receiver.start();
});
beforeEach(async () => {
	await sandbox.receiptsSettled();
	sandbox.reset();
	receiver.calls = [];
	receiver.answers = [];
	await client.rest('PUT', 'receipts', { url: receiver.url, gather: 1, retries: 0 });
});
afterAll(async () => {
	await receiver.stop();
	await sandbox.close();
});

const setFate = async (token: string, body: object) =>
	await client.rest('PUT', `devices/${token}`, body);
const readResults = async () => {
	await sandbox.receiptsSettled();
	return receiver.statuses.map((one) => [
		one.token,
		(one.deliveryStatus ?? one.formStatus)?.result,
	]);
};

describe('devices over REST', () => {
	it('appear with their first message', async () => {
		await client.send(withTokens(BODIES.notificationWithOptions, ['A', 'B']));
		const { data } = await client.rest('GET', 'devices?token=a');
		expect(data).toMatchObject({
			total: 1,
			devices: [
				{ token: 'A', fate: 'normal', messageCount: 1, badge: 1, shown: [{ notifyId: 4711 }] },
			],
		});
		expect((await client.rest('GET', 'devices/NOBODY')).status).toBe(404);
	});

	it('have a fate that decides about their receipts', async () => {
		await setFate('GONE', { fate: 'appUninstalled' });
		await client.send(withTokens(BODIES.notification, ['A', 'GONE']));
		expect(await readResults()).toEqual([
			['A', 0],
			['GONE', 2],
		]);
		expect(sandbox.store.messages[0]?.deliveries).toEqual({
			GONE: { result: 2, note: 'Not shown: the fate of this device' },
		});
	});

	it('are refused in the answer when that is their fate', async () => {
		await setFate('BAD', { fate: 'refused', reason: 'tokenFormatError' });
		const { data } = await client.send(withTokens(BODIES.notification, ['A', 'BAD']));
		expect(JSON.parse(data.msg)).toEqual({
			illegalTokens: { tokenFormatError: ['BAD'] },
			success: 1,
			failure: 1,
		});
		expect((await client.rest('GET', 'devices/BAD')).data.messageCount).toBe(0);
	});

	it('that were offline are handed what waited, and the receipts follow', async () => {
		await setFate('A', { fate: 'offline' });
		const grouped = change(BODIES.notification, { pushOptions: { collapseKey: 3 } });
		await client.send(withTokens(grouped, ['A']));
		await client.send(withTokens(grouped, ['A']));
		expect(await readResults()).toEqual([['A', 15]]);
		await setFate('A', { fate: 'normal' });
		expect(await readResults()).toEqual([
			['A', 15],
			['A', 0],
		]);
		const { messages } = sandbox.store;
		expect(messages.map(({ deliveries }) => deliveries.A?.note)).toEqual([
			`Replaced while offline by message ${messages[1]?.id} (collapseKey)`,
			'Shown once the device was back',
		]);
	});

	it('get a live view from their app, which a message may then update', async () => {
		await client.rest('POST', 'devices/TOKEN_A/liveViews', { activityId: 880017, event: 'TAXI' });
		await client.send(LIVE_VIEW_BODIES.createProgress, 7);
		await client.send(LIVE_VIEW_BODIES.update, 7);
		expect(await readResults()).toEqual([
			['TOKEN_A', 158],
			['TOKEN_A', 0],
		]);
	});

	it('follow the script of their token where there is one', async () => {
		await setFate('A', { fate: 'appUninstalled' });
		await client.rest('PUT', 'tokens/A', { receipt: 10 });
		await client.send(withTokens(BODIES.notification, ['A']));
		expect(await readResults()).toEqual([['A', 10]]);
	});

	it('have one script: whatever was set last holds, and nothing is left of what was before', async () => {
		await client.rest('PUT', 'tokens/A', { reason: 'noRight', receiptDelay: 1 });
		await setFate('A', { fate: 'tokenChanged' });
		expect((await client.rest('GET', 'tokens')).data).toEqual({ A: { receipt: 5 } });
		await client.send(withTokens(BODIES.notification, ['A']));
		expect(await readResults()).toEqual([['A', 5]]);
		await setFate('A', { fate: 'normal' });
		expect((await client.rest('GET', 'tokens')).data).toEqual({});
	});

	it.each([
		[{ receipt: 2 }, 'appUninstalled', 'Receipt 2'],
		[{ fate: 'notificationsOff' }, 'notificationsOff', 'Receipt 6 for notifications'],
		[{ receipt: 6, only: { pushTypes: [2, 0] } }, 'notificationsOff', 'Receipt 6 for'],
		[{ reason: 'noRight' }, 'refused', 'The answer to the request names the token'],
		[{ receipt: 7 }, 'scripted', 'Receipt 7'],
		[{ receipt: 'none' }, 'scripted', 'No receipt'],
		[{ fault: '503', receipt: 2 }, 'scripted', 'Requests meet the fault 503; Receipt 2'],
		[{}, 'normal', 'Messages arrive'],
	])(
		'tell what is scripted for their token, %j, by the name of a fate',
		async (script, fate, words) => {
			await client.send(withTokens(BODIES.background, ['A']), 6);
			expect((await client.rest('PUT', 'tokens/A', script)).status).toBe(200);
			const { data } = await client.rest('GET', 'devices/A');
			expect([data.fate, data.effect]).toEqual([fate, expect.stringContaining(words)]);
		},
	);

	it('do not show what a scripted receipt says they do not have', async () => {
		await client.rest('PUT', 'tokens/A', { receipt: 2 });
		await client.send(withTokens(BODIES.notification, ['A', 'B']));
		expect(sandbox.store.messages[0]?.deliveries).toMatchObject({ A: { result: 2 } });
		expect((await client.rest('GET', 'devices/A')).data.shown).toEqual([]);
		expect((await client.rest('GET', 'devices/B')).data.shown).toHaveLength(1);
	});

	it('wait while a script says so, and are handed what waited once it is taken back', async () => {
		await client.rest('PUT', 'tokens/A', { offline: true });
		await client.send(withTokens(BODIES.notification, ['A']));
		expect(await readResults()).toEqual([]);
		await client.rest('DELETE', 'tokens/A');
		expect(await readResults()).toEqual([['A', 0]]);
	});

	it.each([
		[{ fate: 'lost' }, 'script.fate must be normal'],
		[{ fate: 'appUninstalled', receipt: 2 }, 'script.receipt is what the fate decides'],
		[{ fate: 'offline', reason: 'noRight' }, 'script.reason is for the fate "refused"'],
		[{ fate: 'refused' }, 'script.reason is required'],
		[{ offline: true, receipt: 2 }, 'script.offline leaves no message'],
		[{ only: { pushTypes: [0] } }, 'script.only says which messages'],
		[{ receipt: 6, only: { pushTypes: ['0'] } }, 'script.only.pushTypes[0] must be a push-type'],
		[{ receipt: 6, only: { with: 'toString' } }, 'script.only.with must be'],
		[{ receipt: 6, only: { pushType: 0 } }, 'script.only.pushType is unknown'],
	])('refuse the script %j', async (script, words) => {
		const { status, data } = await client.rest('PUT', 'tokens/A', script);
		expect([status, data.error]).toEqual([400, expect.stringContaining(words)]);
		expect(sandbox.state.scripts.empty).toBe(true);
	});

	it.each([
		[{}, 'fate is required'],
		[{ fate: 'lost' }, 'fate must be normal, appUninstalled'],
		[{ fate: 'refused' }, 'reason is required'],
	])('refuse %j', async (body, words) => {
		const { status, data } = await setFate('A', body);
		expect([status, data.error]).toEqual([400, expect.stringContaining(words)]);
	});
});

describe('frequency', () => {
	it('a third marketing message of the day is not shown: 256', async () => {
		for (let i = 0; i < 3; i++) await client.send(BODIES.notification);
		const results = (await readResults()).map(([, result]) => result);
		expect(results.sort()).toEqual([0, 0, 256]);
	});

	it('can be switched off', async () => {
		await client.rest('PUT', 'settings', { frequencyControl: false });
		for (let i = 0; i < 3; i++) await client.send(BODIES.notification);
		expect((await readResults()).map(([, result]) => result)).toEqual([0, 0, 0]);
	});
});

describe('receipt calls that are wrong on purpose', () => {
	const probe = async (kind: string) => await client.rest('POST', 'receipts/test', { kind });

	it('forged, stale, unsigned and V1 differ from a good one where they should', async () => {
		for (const kind of ['sample', 'forged', 'stale', 'unsigned', 'V1']) await probe(kind);
		const headers = receiver.calls.map((call) => call.headers['x-huawei-callback-id']);
		const times = headers.map((header) => Number(/timestamp=(\d+)/.exec(String(header))?.[1]));
		const [sample = 0, forged = 0, stale = 0, , v1 = 0] = times;
		expect(forged).toBeGreaterThanOrEqual(sample);
		expect(sample - stale).toBeGreaterThan(3_000_000);
		expect(v1).toBeGreaterThanOrEqual(sample);
		expect(headers[3]).toBeUndefined();
		expect(receiver.calls[3]?.statuses).toHaveLength(2);
		expect(receiver.statuses.at(-1)).toMatchObject({ status: 0, appid: expect.any(String) });
	});

	it('replayed carries the very signature of a good call over another body', async () => {
		receiver.answers = [{}, { status: 401, body: '{"code":"1"}' }];
		const { data } = await probe('replayed');
		expect(data).toMatchObject({ kind: 'replayed', ok: false, attempts: [{ status: 401 }] });
		const [first, second] = receiver.calls;
		expect(second?.headers['x-huawei-callback-id']).toBe(first?.headers['x-huawei-callback-id']);
		expect(second?.text).not.toBe(first?.text);
	});

	it('replayed finds a signature although the last good call had none', async () => {
		await probe('test');
		await probe('replayed');
		const headers = receiver.calls.map((call) => call.headers['x-huawei-callback-id']);
		expect(headers[0]).toBeUndefined();
		expect(headers[1]).toMatch(/^timestamp=/);
		expect(headers[2]).toBe(headers[1]);
	});

	it('an unknown one is refused', async () => {
		expect((await probe('funny')).status).toBe(400);
	});
});

describe('arrivals', () => {
	it('list requests of every kind, the newest first, and filter them', async () => {
		await seedSandbox(sandbox);
		await client.verifyImage({ imageUrl: 'https://cdn.example.com/a.png' });
		interface List {
			matching: number;
			arrivals: Array<{ type: string; outcome: string; summary: string }>;
		}
		const list = async (query: string) =>
			(await client.rest<List>('GET', `arrivals?${query}`)).data;
		const { arrivals } = await list('');
		expect(arrivals.slice(0, 2)).toMatchObject([
			{ type: 'imageCheck', outcome: 'accepted', summary: 'https://cdn.example.com/a.png' },
			{ type: 'revocation', outcome: 'accepted', summary: 'Withdraw notifyId 1201' },
		]);
		expect((await list('type=liveView')).matching).toBe(6);
		expect((await list('outcome=partly')).arrivals[0]?.summary).toContain('Weekend offers');
		expect((await list('outcome=refused')).arrivals[0]?.summary).toBe('Parcel');
		expect((await list('text=WHITE%20SEDAN')).matching).toBe(1);
		expect((await list('token=wang')).matching).toBe(1);
		expect((await list('biTag=rides&limit=1')).arrivals).toHaveLength(1);
	});

	it('are asked for in one way in every list: as a whole for tests, by parts for the inbox', async () => {
		await setFate('PHONE-2', { fate: 'refused', reason: 'noRight' });
		await client.send(withTokens(BODIES.notificationWithOptions, ['PHONE-1', 'PHONE-2']));
		await client.send(withTokens(BODIES.background, ['PHONE-1']), 6);
		await client.revoke({ notifyId: 4711, token: ['PHONE-1'] });
		await client.verifyImage({ imageUrl: 'https://cdn.example.com/a.png' });
		const count = async (list: string, query: string) => {
			const { data } = await client.rest<Record<string, unknown>>('GET', `${list}?${query}`);
			return Object.values(data).flatMap((value) => (Array.isArray(value) ? value : [])).length;
		};
		expect(await count('messages', 'token=PHONE')).toBe(0);
		expect(await count('messages', 'token=PHONE-2')).toBe(1);
		expect(await count('messages', 'outcome=partly&text=purchase')).toBe(1);
		expect(await count('revocations', 'token=PHONE-1')).toBe(1);
		expect(await count('revocations', 'token=PHONE-9')).toBe(0);
		expect(await count('revocations', 'tokens=false&limit=1')).toBe(1);
		expect(await count('images', 'code=83010000')).toBe(1);
		expect(await count('arrivals', 'token=phone')).toBe(3);
		expect(await count('arrivals', 'code=83010000')).toBe(1);
		expect(await count('arrivals', 'type=0')).toBe(1);
		expect(await count('arrivals', 'type=imageCheck')).toBe(1);
		expect(await count('arrivals', `after=${sandbox.store.messages[1]?.id}`)).toBe(2);
	});

	it('are one record each, whichever endpoint they came to', async () => {
		await client.send(BODIES.notification);
		await client.revoke({ notifyId: 7, token: ['A'] });
		await client.verifyImage({ imageUrl: 'https://cdn.example.com/a.png' });
		const details = sandbox.store.arrivals.map(async ({ id }) => {
			const { data } = await client.rest<{ arrival: object; course: object[] }>(
				'GET',
				`arrivals/${id}`,
			);
			return data;
		});
		expect(await Promise.all(details)).toMatchObject([
			{ arrival: { endpoint: 'send', messageType: 'notification', deliveries: {} }, course: [] },
			{ arrival: { endpoint: 'revoke', notifyId: 7, revokedMessages: [] }, course: [] },
			{ arrival: { endpoint: 'verify', imageUrl: 'https://cdn.example.com/a.png' }, course: [] },
		]);
	});

	it('tell on how many devices a message was shown, and find those that none showed', async () => {
		await setFate('GONE', { fate: 'appUninstalled' });
		await setFate('LATER', { fate: 'offline' });
		await client.send(withTokens(BODIES.notification, ['A', 'GONE', 'LATER']));
		await client.send(withTokens(BODIES.notification, ['GONE', '__proto__']));
		await client.send(withTokens(BODIES.notification, ['GONE']));
		await client.send(withTokens(BODIES.notification, ['LATER']));
		await client.revoke({ notifyId: 1, token: ['A'] });
		interface List {
			arrivals: Array<{ shownCount?: number; outcome: string; acceptedCount: number }>;
		}
		const list = async (query = '') =>
			(await client.rest<List>('GET', `arrivals${query}`)).data.arrivals.map(
				({ shownCount, acceptedCount, outcome }) => [outcome, shownCount, acceptedCount],
			);
		expect(await list()).toEqual([
			['accepted', undefined, 1],
			['accepted', 0, 1],
			['accepted', 0, 1],
			['accepted', 1, 2],
			['accepted', 1, 3],
		]);
		expect(await list('?outcome=notShown')).toHaveLength(2);
		await setFate('LATER', { fate: 'normal' });
		expect(await list('?outcome=notShown')).toEqual([['accepted', 0, 1]]);
		expect((await list()).at(-1)).toEqual(['accepted', 2, 3]);
	});

	it('count a message that a later one replaced as shown, and none over the limit', async () => {
		const body = change(BODIES.notification, { 'payload.notification.notifyId': 7 });
		for (let request = 0; request < 3; request++) await client.send(withTokens(body, ['A']));
		const { data } = await client.rest('GET', 'arrivals');
		expect(data.arrivals).toMatchObject([{ shownCount: 0 }, { shownCount: 1 }, { shownCount: 1 }]);
	});

	it('are forgotten alone: what was set stays, and so does where receipts go', async () => {
		await setFate('GONE', { fate: 'appUninstalled' });
		await client.rest('PUT', 'settings', { marketingPerDay: 9 });
		await client.rest('POST', 'faults', { fault: '503', endpoint: 'verify' });
		await client.send(withTokens(BODIES.notification, ['A', 'GONE']));
		await client.revoke({ notifyId: 1, token: ['A'] });
		await client.verifyImage({ imageUrl: 'http://cdn.example.com/a.png' });
		await client.rest('POST', 'faults', { fault: '503', endpoint: 'verify' });
		expect((await client.rest('DELETE', 'arrivals')).status).toBe(200);
		expect((await client.rest('GET', 'arrivals')).data).toMatchObject({ total: 0 });
		expect((await client.rest('GET', 'acceptances')).data).toMatchObject({ total: 0 });
		expect((await client.rest('GET', 'faults')).data).toHaveLength(1);
		expect((await client.rest('GET', '')).data).toMatchObject({
			settings: { marketingPerDay: 9 },
			urls: { receipts: receiver.url },
			counts: { messages: 0, revocations: 0, imageChecks: 0, devices: 2 },
		});
		await client.send(withTokens(BODIES.notification, ['GONE']));
		expect((await client.rest('GET', 'acceptances')).data).toMatchObject({ repeated: [] });
		expect(await readResults()).toContainEqual(['GONE', 2]);
	});

	it('say that there was no answer where a fault took it', async () => {
		await client.rest('POST', 'faults', { fault: 'resetAfter' });
		await client.send(BODIES.notification).catch(() => undefined);
		const { data } = await client.rest('GET', 'arrivals?outcome=noAnswer');
		expect(data).toMatchObject({ arrivals: [{ fault: 'resetAfter', acceptedCount: 1 }] });
	});

	it('show the seed as it is meant: one live view out of order, one message refused', async () => {
		await seedSandbox(sandbox);
		const notes = sandbox.store.messages.flatMap(({ deliveries }) => Object.values(deliveries));
		expect(notes.map(({ result }) => result)).toEqual([2, 156]);
		expect(sandbox.store.messages.filter(({ problem }) => problem).length).toBe(1);
	});
});
