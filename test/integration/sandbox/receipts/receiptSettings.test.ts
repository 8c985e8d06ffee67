import { BODIES } from '../../../builders/sandbox/bodies';
import { Client, startTestSandbox } from '../../../builders/sandbox/client';
import { useReceiver } from '../../../builders/sandbox/useReceiver';

const { sandbox, client, receiver, setReceipts } = useReceiver();

const { notification } = BODIES;

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
		expect((await client.rest('GET', 'receipts')).data.calls).toEqual([]);
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
