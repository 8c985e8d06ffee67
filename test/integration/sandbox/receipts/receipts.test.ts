import { createHmac } from 'node:crypto';

import type { Sandbox } from '../../../../sandbox/server';
import { BODIES, change, makeTokens, withTokens } from '../../../builders/sandbox/bodies';
import { LIVE_VIEW_BODIES } from '../../../builders/sandbox/liveViewBodies';
import { Client, startTestSandbox } from '../../../builders/sandbox/client';
import { Receiver, type ReceivedCall } from '../../../builders/sandbox/receiver';

let sandbox: Sandbox;
let client: Client;
let receiver: Receiver;

beforeAll(async () => {
	sandbox = await startTestSandbox();
	client = new Client(sandbox);
});
beforeEach(async () => {
	sandbox.reset();
	receiver = new Receiver();
	await receiver.start();
});
afterEach(async () => await receiver.stop());
afterAll(async () => await sandbox.close());

const { notification } = BODIES;

const setReceipts = async (options: object = {}) =>
	await client.rest('PUT', 'receipts', { url: receiver.url, gather: 1, retryDelay: 1, ...options });

interface Call {
	ok: boolean;
	kind: string;
	attempts: Array<{ status?: number; answer?: unknown; error?: string }>;
}
const readCalls = async () =>
	(await client.rest<{ pending: number; calls: Call[] }>('GET', 'receipts')).data;

function readSignature({ headers }: ReceivedCall) {
	const header = String(headers['x-huawei-callback-id']);
	const match = /^timestamp=(\d{13});nonce=([0-9a-f-]{36});value=([A-Za-z0-9+/]{43}=)$/.exec(
		header,
	);
	const [, timestamp = '', nonce = '', value = ''] = match ?? [];
	return { header, timestamp, nonce, value };
}

function verifies(call: ReceivedCall, userName: string, key: Buffer): boolean {
	const { timestamp, nonce, value } = readSignature(call);
	const hmac = createHmac('sha256', key).update(`${timestamp}${nonce}${userName}`);
	return hmac.digest('base64') === value;
}

describe('what receipts say', () => {
	it('a delivery carries what Huawei documents', async () => {
		await setReceipts();
		const before = Date.now();
		const body = change(notification, { pushOptions: { biTag: 'spring' } });
		const { data } = await client.send(body);
		await sandbox.receiptsSettled();
		expect(receiver.statuses).toEqual([
			{
				token: 'TOKEN_A',
				pushType: 0,
				appPackageName: 'com.example.shop',
				biTag: 'spring',
				requestId: data.requestId,
				deliveryStatus: { result: 0, timestamp: expect.any(Number) },
			},
		]);
		expect(receiver.statuses[0]?.deliveryStatus?.timestamp).toBeGreaterThanOrEqual(before);
		expect(receiver.calls[0]?.headers['content-type']).toBe('application/json');
	});

	it('a form update has a form status, and no biTag is an empty one', async () => {
		await setReceipts({ appPackageName: 'com.example.widgets' });
		await client.send(change(BODIES.form, { pushOptions: undefined }), 1);
		await sandbox.receiptsSettled();
		expect(receiver.statuses).toMatchObject([
			{
				pushType: 1,
				biTag: '',
				appPackageName: 'com.example.widgets',
				formStatus: { formId: 1203344556, result: 0 },
			},
		]);
		expect(receiver.statuses[0]).not.toHaveProperty('deliveryStatus');
	});

	it('a live view has a delivery status', async () => {
		await setReceipts();
		await client.send(LIVE_VIEW_BODIES.createProgress, 7);
		await sandbox.receiptsSettled();
		expect(receiver.statuses).toMatchObject([{ pushType: 7, deliveryStatus: { result: 0 } }]);
	});

	it('the result is the one scripted for the token; refused and offline ones send none', async () => {
		await setReceipts();
		await client.rest('PUT', 'tokens', {
			tokens: {
				GONE: { receipt: 2, appPackageName: 'com.example.other' },
				OFFLINE: { receipt: 'none' },
				BAD: { reason: 'tokenFormatError' },
			},
		});
		await client.send(withTokens(notification, ['A', 'GONE', 'OFFLINE', 'BAD']));
		await sandbox.receiptsSettled();
		expect(
			receiver.statuses.map((one) => [one.token, one.deliveryStatus?.result, one.appPackageName]),
		).toEqual([
			['A', 0, 'com.example.shop'],
			['GONE', 2, 'com.example.other'],
		]);
	});

	it('a late token comes later than the others of its message', async () => {
		await setReceipts({ batchSize: 1, concurrency: 1 });
		await client.rest('PUT', 'tokens/LATE', { receiptDelay: 30 });
		await client.send(withTokens(notification, ['LATE', 'A']));
		await sandbox.receiptsSettled();
		expect(receiver.calls.map(({ statuses }) => statuses.map(({ token }) => token))).toEqual([
			['A'],
			['LATE'],
		]);
	});

	it('a test message over the quota shows as 256 where it is set so', async () => {
		await setReceipts();
		await client.rest('PUT', 'settings', {
			testMessageQuota: 0,
			testMessageOverQuota: 'receipt256',
		});
		const { data } = await client.send(
			change(notification, { pushOptions: { testMessage: true } }),
		);
		expect(data.code).toBe('80000000');
		await sandbox.receiptsSettled();
		expect(receiver.statuses).toMatchObject([{ deliveryStatus: { result: 256 } }]);
	});

	it('a message whose answer was lost yields receipts all the same', async () => {
		await setReceipts();
		await client.rest('POST', 'faults', { fault: 'resetAfter' });
		await expect(client.send(notification)).rejects.toMatchObject({ code: 'ECONNRESET' });
		await sandbox.receiptsSettled();
		expect(receiver.statuses).toHaveLength(1);
	});
});

describe('the calls', () => {
	it('hold at most 100 statuses, each token once', async () => {
		await setReceipts();
		const tokens = makeTokens(250);
		await client.send(withTokens(notification, tokens));
		await sandbox.receiptsSettled();
		expect(receiver.calls.map(({ statuses }) => statuses.length).sort()).toEqual([100, 100, 50]);
		expect(receiver.statuses.map(({ token }) => token).sort()).toEqual([...tokens].sort());
	});

	it('gather the receipts of several requests', async () => {
		await setReceipts({ gather: 3_600_000, batchSize: 3 });
		const sent = ['A', 'B', 'C'].map(async (token) => {
			await client.send(withTokens(notification, [token]));
		});
		await Promise.all(sent);
		await sandbox.receiptsSettled();
		expect(receiver.calls.map(({ statuses }) => statuses.length)).toEqual([3]);
	});

	it('are signed with the decoded secret, with the time in 13 digits and a new nonce', async () => {
		await setReceipts({ batchSize: 1 });
		await client.send(withTokens(notification, ['A', 'B']));
		await sandbox.receiptsSettled();
		const key = Buffer.from(sandbox.receiptSecret, 'base64');
		expect(receiver.calls).toHaveLength(2);
		for (const call of receiver.calls) {
			expect(verifies(call, sandbox.receiptUserName, key)).toBe(true);
			expect(verifies(call, 'somebody', key)).toBe(false);
		}
		expect(new Set(receiver.calls.map((call) => readSignature(call).nonce)).size).toBe(2);
	});

	it("can be signed with the characters of a secret of one's own", async () => {
		await setReceipts({ userName: 'old', secret: 'plain words', secretEncoding: 'text' });
		await client.send(notification);
		await sandbox.receiptsSettled();
		const [call] = receiver.calls;
		expect(call && verifies(call, 'old', Buffer.from('plain words'))).toBe(true);
	});

	it('can be left unsigned', async () => {
		await setReceipts({ signed: false });
		await client.send(notification);
		await sandbox.receiptsSettled();
		expect(receiver.calls[0]?.headers).not.toHaveProperty('x-huawei-callback-id');
	});

	it('are kept with their answers, and nobody reads the secret there', async () => {
		await setReceipts();
		await client.send(notification);
		await sandbox.receiptsSettled();
		const { data } = await client.rest('GET', 'receipts?token=TOKEN_A');
		expect(data).toMatchObject({
			pending: 0,
			settings: { url: receiver.url, batchSize: 100 },
			calls: [
				{
					kind: 'delivery',
					ok: true,
					statusCount: 1,
					body: { statuses: [{ token: 'TOKEN_A' }] },
					attempts: [{ status: 200, answer: { code: '0', message: 'success' } }],
				},
			],
		});
		expect(JSON.stringify(data)).not.toContain(sandbox.receiptSecret);
		expect((await client.rest('GET', 'receipts?token=OTHER')).data.calls).toEqual([]);
	});
});

describe('calls that are not answered with success', () => {
	it.each([
		['another code', { body: '{"code":"1","message":"no"}' }],
		['a code that is a number', { body: '{"code":0,"message":"success"}' }],
		['an error status', { status: 500 }],
		['no JSON', { body: 'ok' }],
	])('are repeated after %s, with the same signature and body', async (_name, answer) => {
		await setReceipts();
		receiver.answers = [answer];
		await client.send(notification);
		await sandbox.receiptsSettled();
		expect(receiver.calls).toHaveLength(2);
		const [first, second] = receiver.calls;
		expect(second?.text).toBe(first?.text);
		expect(second && readSignature(second)).toEqual(first && readSignature(first));
		const { calls } = await readCalls();
		expect(calls.map(({ ok, attempts }) => [ok, attempts.length])).toEqual([[true, 2]]);
	});

	it('are given up after the last repeat', async () => {
		await setReceipts({ retries: 2 });
		receiver.answers = Array.from({ length: 5 }, () => ({ status: 401, body: '{}' }));
		await client.send(notification);
		await sandbox.receiptsSettled();
		const { calls, pending } = await readCalls();
		expect(calls).toMatchObject([{ ok: false, attempts: [{ status: 401 }, {}, {}] }]);
		expect([calls[0]?.attempts.length, pending]).toEqual([3, 0]);
	});

	it('can be signed anew', async () => {
		await setReceipts({ signRepeats: true });
		receiver.answers = [{ status: 500 }];
		await client.send(notification);
		await sandbox.receiptsSettled();
		const nonces = receiver.calls.map((call) => readSignature(call).nonce);
		expect(new Set(nonces).size).toBe(2);
	});

	it('keep little of an answer, however much there is', async () => {
		await setReceipts({ retries: 0 });
		receiver.answers = [
			{ body: 'x'.repeat(1_000_000) },
			{ body: `${'['.repeat(20_000)}${']'.repeat(20_000)}` },
		];
		await client.send(withTokens(notification, ['A']));
		await client.send(withTokens(notification, ['B']));
		await sandbox.receiptsSettled();
		const { calls } = await readCalls();
		expect(calls.map(({ ok }) => ok)).toEqual([false, false]);
		expect(JSON.stringify(calls).length).toBeLessThan(50_000);
	});

	it('are remembered within bounds: the oldest make room, the newest stay', async () => {
		const appPackageName = 'x'.repeat(3_000_000);
		await setReceipts({ url: receiver.url.replace(/:\d+/, ':9'), appPackageName });
		for (let call = 0; call < 13; call++) {
			await client.rest('POST', 'receipts/test', { kind: 'sample' });
		}
		const { calls } = sandbox.state.receipts;
		const length = calls.reduce((sum, { body }) => sum + body.length, 0);
		expect(length).toBeLessThan(68_000_000);
		expect(calls.length).toBe(11);
		const ids = calls.map(({ id }) => id);
		expect(Math.max(...ids) - Math.min(...ids)).toBe(10);
	});

	it('show why when nobody listens', async () => {
		const url = receiver.url.replace(/:\d+/, ':9');
		await setReceipts({ url, retries: 0 });
		await client.send(notification);
		await sandbox.receiptsSettled();
		const { calls } = await readCalls();
		expect(calls[0]?.ok).toBe(false);
		expect(calls[0]?.attempts[0]?.error).toContain('ECONNREFUSED');
	});
});

describe('on demand', () => {
	it("the test receipt is the console's: unsigned and without data", async () => {
		await setReceipts();
		const { data } = await client.rest('POST', 'receipts/test');
		expect(data).toMatchObject({ kind: 'test', ok: true, statusCount: 0, body: {} });
		const [call] = receiver.calls;
		expect(call?.headers).not.toHaveProperty('x-huawei-callback-id');
		expect(call?.headers['content-type']).toBe('application/json');
		expect(call?.text).toBe('{}');
	});

	it('the sample has one delivery and one form update, and is signed', async () => {
		await setReceipts();
		const { data } = await client.rest('POST', 'receipts/test', { kind: 'sample' });
		expect(data).toMatchObject({ kind: 'sample', ok: true, attempts: [{ status: 200 }] });
		const [delivery, form] = receiver.statuses;
		expect(delivery?.deliveryStatus?.result).toBe(0);
		expect(form?.formStatus?.formId).toBe(1);
		const [call] = receiver.calls;
		const key = Buffer.from(sandbox.receiptSecret, 'base64');
		expect(call && verifies(call, sandbox.receiptUserName, key)).toBe(true);
	});

	it('say which of them a careful receiver takes', async () => {
		const { data } = await client.rest<{ probes: Array<{ kind: string; good: boolean }> }>(
			'GET',
			'receipts/probes',
		);
		const good = data.probes.filter((probe) => probe.good).map(({ kind }) => kind);
		expect(good).toEqual(['test', 'sample']);
	});

	it('the test receipt needs an address', async () => {
		const { status, data } = await client.rest('POST', 'receipts/test');
		expect(status).toBe(409);
		expect(data.error).toContain('PUT /sandbox/receipts');
	});

	it('a call is repeated as it was', async () => {
		await setReceipts();
		const { data } = await client.rest('POST', 'receipts/test');
		const repeated = await client.rest('POST', `receipts/${String(data.id)}/repeat`);
		expect(repeated.data.attempts).toHaveLength(2);
		expect(receiver.calls[1]?.text).toBe(receiver.calls[0]?.text);
		expect((await client.rest('POST', 'receipts/999/repeat')).status).toBe(404);
	});
});

describe('settings of receipts', () => {
	it.each([
		[{}, /url is required/],
		[{ url: 'ftp://x' }, /url/],
		[{ url: 'http://127.0.0.1', batchSize: 101 }, /batchSize/],
		[{ url: 'http://127.0.0.1', secretEncoding: 'hex' }, /secretEncoding/],
		[{ url: 'http://127.0.0.1', retry: 1 }, /retry is unknown/],
	])('refuses %j', async (settings, words) => {
		const { status, data } = await client.rest('PUT', 'receipts', settings);
		expect(status).toBe(400);
		expect(data.error).toMatch(words);
	});

	it('none are sent after the address is taken away, nor after a reset', async () => {
		await setReceipts();
		await client.rest('DELETE', 'receipts');
		await client.send(notification);
		expect(sandbox.state.receipts.pending).toBe(0);

		await setReceipts({ delay: 3_600_000 });
		await client.send(notification);
		expect(sandbox.state.receipts.pending).toBe(1);
		await client.rest('DELETE', '');
		await sandbox.receiptsSettled();
		expect((await readCalls()).calls).toEqual([]);
		expect(receiver.calls).toEqual([]);
	});

	it('those given at the start come back with a reset', async () => {
		const other = await startTestSandbox({ receipts: { url: receiver.url, gather: 1 } });
		await new Client(other).rest('PUT', 'receipts', { url: 'http://127.0.0.1:9' });
		other.reset();
		await new Client(other).send(notification);
		await other.receiptsSettled();
		await other.close();
		expect(receiver.statuses).toHaveLength(1);
	});
});
