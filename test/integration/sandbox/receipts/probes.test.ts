import { useReceiver } from '../../../builders/sandbox/useReceiver';
import { verifies } from './signedCall';

const { sandbox, client, receiver, setReceipts } = useReceiver();

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

describe('receipt calls that are wrong on purpose', () => {
	beforeEach(async () => {
		await setReceipts({ retries: 0 });
	});

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
