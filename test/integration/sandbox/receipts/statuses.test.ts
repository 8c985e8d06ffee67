import { BODIES, change, LIVE_VIEW_BODIES, withTokens } from '../../../builders/sandbox/bodies';
import { useReceiver } from '../../../builders/sandbox/useReceiver';

const { sandbox, client, receiver, setReceipts } = useReceiver();

const { notification } = BODIES;

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
