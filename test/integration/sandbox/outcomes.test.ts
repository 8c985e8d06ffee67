import type { Sandbox } from '../../../sandbox/server';
import { BODIES, change, makeTokens, withTokens } from '../../unit/sandbox/builders/bodies';
import { mintJwt } from '../../unit/sandbox/builders/jwt';
import { Client, startTestSandbox } from './client';

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
		[{ testMessageOverQuota: 'none' }, /testMessageOverQuota/],
		[{ typo: 1 }, /typo/],
	])('refuses %j and keeps the former ones', async (settings, words) => {
		const before = (await client.rest('GET', 'settings')).data;
		const { status, data } = await client.rest('PUT', 'settings', settings);
		expect(status).toBe(400);
		expect(data.error).toMatch(words);
		expect((await client.rest('GET', 'settings')).data).toEqual(before);
	});
});
