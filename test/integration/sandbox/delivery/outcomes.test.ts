import { CONNECTION_TEST_RECIPIENT } from '../../../../sandbox/rules/tokens';
import type { Sandbox } from '../../../../sandbox/server';
import { BODIES, change, makeTokens, withTokens } from '../../../builders/sandbox/bodies';
import { mintJwt } from '../../../builders/sandbox/jwt';
import { Client, startTestSandbox } from '../../../builders/sandbox/client';

const DAY = 86_400_000;

let now = Date.now();
let sandbox: Sandbox;
let client: Client;

beforeAll(async () => {
	sandbox = await startTestSandbox({ clock: () => now });
	client = new Client(sandbox);
});
beforeEach(() => {
	now = Date.now();
	client.jwt = mintJwt(sandbox.keyFile, { now });
	sandbox.reset();
});
afterAll(async () => await sandbox.close());

const { notification } = BODIES;
const testMessage = change(notification, { pushOptions: { testMessage: true } });

describe('outcomes of single tokens', () => {
	it('answers 80100000 when some tokens are refused', async () => {
		await client.rest('PUT', 'tokens/BAD', { reason: 'tokenFormatError' });
		await client.rest('PUT', 'tokens/GONE', { reason: 'noRight' });
		await client.rest('PUT', 'tokens/GONE2', { reason: 'noRight' });
		const tokens = ['A', 'BAD', 'B', 'GONE2', 'GONE', ''];
		const { status, data } = await client.send(withTokens(notification, tokens));
		expect([status, data.code]).toEqual([200, '80100000']);
		expect(JSON.parse(data.msg)).toEqual({
			illegalTokens: { tokenFormatError: ['BAD', ''], noRight: ['GONE2', 'GONE'] },
			success: 2,
			failure: 4,
		});
		expect(sandbox.store.messages[0]?.acceptedTokens).toEqual(['A', 'B']);
		expect(sandbox.acceptances.countToken('BAD')).toBe(0);
	});

	it('answers 80300007 when every token is refused', async () => {
		await client.rest('PUT', 'tokens/BAD', { reason: 'countryNotSupport' });
		const { status, data } = await client.send(withTokens(notification, ['BAD']));
		expect([status, data.code]).toEqual([200, '80300007']);
		expect(JSON.parse(data.msg)).toEqual({
			failure: 1,
			illegalTokens: { countryNotSupport: ['BAD'] },
		});
	});

	it('can answer both with status 400', async () => {
		await client.rest('PUT', 'settings', { refusedTokensStatus: 400 });
		await client.rest('PUT', 'tokens/BAD', { reason: 'noRight' });
		expect((await client.send(withTokens(notification, ['BAD']))).status).toBe(400);
		expect((await client.send(withTokens(notification, ['BAD', 'A']))).status).toBe(400);
		expect((await client.send(withTokens(notification, ['A']))).status).toBe(200);
	});

	it('passes any reason on as it is, for reasons to come', async () => {
		await client.rest('PUT', 'tokens/ODD', { reason: ' newReason ' });
		const { data } = await client.send(withTokens(notification, ['ODD']));
		expect(data.msg).toContain('" newReason "');
	});

	it('takes many scripts at once, or none of them', async () => {
		const tokens = { A: { reason: 'noRight' }, B: { receipt: 'many' } };
		const refused = await client.rest('PUT', 'tokens', { tokens });
		expect([refused.status, refused.data.error]).toEqual([
			400,
			'script.receipt must be an integer',
		]);
		expect((await client.rest('GET', 'tokens')).data).toEqual({});
		await client.rest('PUT', 'tokens', { tokens: { A: { reason: 'noRight' } } });
		expect((await client.rest('GET', 'tokens')).data).toEqual({ A: { reason: 'noRight' } });
	});

	it('forgets a script', async () => {
		await client.rest('PUT', 'tokens/A', { reason: 'noRight' });
		expect((await client.rest('DELETE', 'tokens/A')).data).toEqual({ removed: true });
		expect((await client.send(withTokens(notification, ['A']))).data.code).toBe('80000000');
	});

	it('takes a token as long as Huawei makes them, with any character', async () => {
		const token = `${'MAMzLgIkEUHWzq/+=&?#%'.repeat(40)}`;
		await client.rest('PUT', `tokens/${encodeURIComponent(token)}`, { reason: 'noRight' });
		const { data } = await client.send(withTokens(notification, [token]));
		expect(JSON.parse(data.msg)).toMatchObject({ illegalTokens: { noRight: [token] } });
	});

	it('names what is wrong with a script', async () => {
		const { status, data } = await client.rest('PUT', 'tokens/A', { reson: 'noRight' });
		expect([status, data]).toEqual([400, { error: 'script.reson is unknown' }]);
	});
});

describe('the token of the credential test', () => {
	const madeUp = CONNECTION_TEST_RECIPIENT;
	const connectionTest = withTokens(testMessage, [madeUp]);

	it('is refused as Huawei refuses a made-up one', async () => {
		const { status, data } = await client.send(connectionTest);
		expect([status, data.code]).toEqual([200, '80300007']);
		expect(JSON.parse(data.msg)).toEqual({
			failure: 1,
			illegalTokens: { tokenFormatError: [madeUp] },
		});
		const { data: revoked } = await client.revoke({ notifyId: 1, token: [madeUp] });
		expect(revoked.code).toBe('80300007');
	});

	it('is refused beside good ones', async () => {
		const { data } = await client.send(withTokens(notification, ['A', madeUp, 'B']));
		expect([data.code, JSON.parse(data.msg)]).toEqual([
			'80100000',
			{ illegalTokens: { tokenFormatError: [madeUp] }, success: 2, failure: 1 },
		]);
	});

	it('is no device, and its arrival does not look like success', async () => {
		await client.send(connectionTest);
		expect((await client.rest('GET', 'devices')).data).toEqual({ total: 0, devices: [] });
		expect((await client.rest('GET', `devices/${madeUp}`)).status).toBe(404);
		expect((await client.rest('GET', 'arrivals')).data).toMatchObject({
			arrivals: [{ outcome: 'refused', acceptedCount: 0, code: '80300007' }],
		});
		expect(sandbox.acceptances.total).toBe(0);
		const fate = { fate: 'appUninstalled' };
		expect((await client.rest('PUT', `devices/${madeUp}`, fate)).status).toBe(400);
		const view = { activityId: 1, event: 'SCORE' };
		expect((await client.rest('POST', `devices/${madeUp}/liveViews`, view)).status).toBe(400);
		expect(sandbox.state.devices.count).toBe(0);
	});

	it('uses up no test message', async () => {
		await client.rest('PUT', 'settings', { testMessageQuota: 1 });
		for (let request = 0; request < 3; request++) await client.send(connectionTest);
		expect((await client.send(testMessage)).data.code).toBe('80000000');
	});

	it('can be given another reason, or a fault, by a script', async () => {
		await client.rest('PUT', `tokens/${madeUp}`, { reason: 'noRight' });
		expect((await client.send(connectionTest)).data.msg).toContain('noRight');
		await client.rest('PUT', `tokens/${madeUp}`, { fault: '503', receipt: 2 });
		expect((await client.send(connectionTest)).status).toBe(503);
		await client.rest('PUT', `tokens/${madeUp}`, { receipt: 2 });
		expect((await client.send(connectionTest)).data.code).toBe('80300007');
	});
});

describe('the key of a wrong project', () => {
	it('has every token refused but those that are malformed or have a reason of their own', async () => {
		await client.rest('PUT', 'settings', { refuseEveryToken: 'noRight' });
		await client.rest('PUT', 'tokens/BAD', { reason: 'tokenFormatError' });
		await client.rest('PUT', 'devices/ABROAD', { fate: 'refused', reason: 'countryNotSupport' });
		await client.rest('PUT', 'tokens/GONE', { receipt: 2 });
		const tokens = ['A', 'BAD', 'ABROAD', 'GONE', 'B', 'n8n-connection-test', ''];
		const { status, data } = await client.send(withTokens(notification, tokens));
		expect([status, data.code]).toEqual([200, '80300007']);
		expect(JSON.parse(data.msg)).toEqual({
			failure: 7,
			illegalTokens: {
				noRight: ['A', 'GONE', 'B'],
				tokenFormatError: ['BAD', 'n8n-connection-test', ''],
				countryNotSupport: ['ABROAD'],
			},
		});
		const { data: revoked } = await client.revoke({ notifyId: 1, token: ['A'] });
		expect(revoked.code).toBe('80300007');
		await client.rest('PUT', 'settings', { refuseEveryToken: '' });
		expect((await client.send(withTokens(notification, ['A']))).data.code).toBe('80000000');
	});

	it('is forgotten at a reset', async () => {
		await client.rest('PUT', 'settings', { refuseEveryToken: 'noRight' });
		await client.rest('DELETE', '');
		expect((await client.send(notification)).data.code).toBe('80000000');
	});
});

describe('acceptances', () => {
	it('prove that a message was given to a token once or more than once', async () => {
		await client.send(withTokens(notification, ['A', 'B']));
		await client.send(withTokens(notification, ['C']));
		const other = change(notification, { 'payload.notification.title': 'Other' });
		await client.send(withTokens(other, ['A']));
		const once = await client.rest('GET', 'acceptances');
		expect(once.data).toMatchObject({ total: 4, complete: true, repeated: [] });
		expect(once.data.messages).toMatchObject([
			{ messageType: 'notification', requests: 2, tokens: { A: 1, B: 1, C: 1 } },
			{ requests: 1, tokens: { A: 1 } },
		]);

		await client.send(withTokens(notification, ['B', 'D']));
		const twice = await client.rest('GET', 'acceptances?token=B');
		expect(twice.data.repeated).toMatchObject([{ token: 'B', count: 2 }]);
		expect(twice.data.messages).toMatchObject([{ tokenCount: 4, tokens: { B: 2 } }]);
	});

	it('hold a hundred requests of a thousand tokens', async () => {
		for (let request = 0; request < 100; request++) {
			const tokens = makeTokens(1_000, `PUSH_${request}`);
			const { data } = await client.send(withTokens(notification, tokens));
			expect(data.code).toBe('80000000');
		}
		const { data } = await client.rest('GET', 'acceptances?tokens=false');
		expect(data).toMatchObject({ total: 100_000, repeated: [] });
		expect(data.messages).toMatchObject([{ requests: 100, tokenCount: 100_000 }]);
	});
});

describe('the quota of test messages', () => {
	it('counts successful requests of a day', async () => {
		await client.rest('PUT', 'settings', { testMessageQuota: 2 });
		const broken = change(testMessage, { 'payload.notification.title': undefined });
		expect((await client.send(broken)).data.code).toBe('80100003');
		expect((await client.send(testMessage)).data.code).toBe('80000000');
		expect((await client.send(notification)).data.code).toBe('80000000');
		expect((await client.send(testMessage)).data.code).toBe('80000000');
		const { status, data } = await client.send(testMessage);
		expect([status, data.code]).toEqual([400, '80300029']);
		expect((await client.send(notification)).data.code).toBe('80000000');
		now += DAY;
		client.jwt = mintJwt(sandbox.keyFile, { now });
		expect((await client.send(testMessage)).data.code).toBe('80000000');
	});
});

describe('settings', () => {
	it.each([
		[{ testMessageQuota: -1 }, /testMessageQuota/],
		[{ refusedTokensStatus: 302 }, /refusedTokensStatus/],
		[{ testMessageOverQuota: 'none' }, /testMessageOverQuota must be 80300029 or receipt256/],
		[{ misplacedPlayVoice: '80100001' }, /misplacedPlayVoice/],
		[{ clockOffset: 9e15 }, /clockOffset/],
		[{ clockOffset: -9e15 }, /clockOffset/],
		[{ refuseEveryToken: 7 }, /refuseEveryToken/],
		[{ toString: 1 }, /toString is not a setting/],
		[{ typo: 1 }, /typo/],
	])('refuses %j and keeps the former ones', async (settings, words) => {
		const before = (await client.rest('GET', 'settings')).data;
		const { status, data } = await client.rest('PUT', 'settings', settings);
		expect(status).toBe(400);
		expect(data.error).toMatch(words);
		expect((await client.rest('GET', 'settings')).data).toEqual(before);
	});
});
