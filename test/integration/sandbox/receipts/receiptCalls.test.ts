import { BODIES, makeTokens, withTokens } from '../../../builders/sandbox/bodies';
import { useReceiver } from '../../../builders/sandbox/useReceiver';
import { readSignature, verifies } from './signedCall';

const { sandbox, client, receiver, setReceipts } = useReceiver();

const { notification } = BODIES;

interface Call {
	ok: boolean;
	kind: string;
	attempts: Array<{ status?: number; answer?: unknown; error?: string }>;
}
const readCalls = async () =>
	(await client.rest<{ pending: number; calls: Call[] }>('GET', 'receipts')).data;

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
		await setReceipts({ retries: 0, batchSize: 1 });
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
