import { BODIES, change, LIVE_VIEW_BODIES, withTokens } from '../../../builders/sandbox/bodies';
import { useReceiver } from '../../../builders/sandbox/useReceiver';

const { sandbox, client, readResults, setReceipts } = useReceiver();

beforeEach(async () => await setReceipts({ retries: 0 }));

const setFate = async (token: string, body: object) =>
	await client.rest('PUT', `devices/${token}`, body);
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
		[{ receipt: 2 }, 'appUninstalled', 'shown nowhere: receipt 2'],
		[
			{ fate: 'notificationsOff' },
			'notificationsOff',
			'Notifications and spoken messages are not shown: receipt 6',
		],
		[
			{ receipt: 6, only: { pushTypes: [2, 0] } },
			'notificationsOff',
			'Notifications and spoken messages',
		],
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
