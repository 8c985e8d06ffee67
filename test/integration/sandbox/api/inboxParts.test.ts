import { BODIES, change, withTokens } from '../../../builders/sandbox/bodies';
import { useReceiver } from '../../../builders/sandbox/useReceiver';

const { sandbox, client, setReceipts } = useReceiver();

const read = async <T>(path: string) => (await client.rest<T>('GET', path)).data;
const setFate = async (token: string, fate: string) =>
	await client.rest('PUT', `devices/${token}`, { fate });
const findLastId = () => sandbox.store.messages.at(-1)?.id;

interface Page {
	matching: number;
	arrivals: Array<{ id: number }>;
}

describe('the list of arrivals', () => {
	it('is read page by page, without a gap and without a double', async () => {
		for (let number = 0; number < 7; number++) await client.send(BODIES.notification);
		const pages = await Promise.all(
			[0, 3, 6, 9].map(async (offset) => await read<Page>(`arrivals?limit=3&offset=${offset}`)),
		);
		expect(pages.map(({ matching }) => matching)).toEqual([7, 7, 7, 7]);
		expect(pages.map(({ arrivals }) => arrivals.length)).toEqual([3, 3, 1, 0]);
		const ids = pages.flatMap(({ arrivals }) => arrivals.map(({ id }) => id));
		expect(ids).toEqual(sandbox.store.messages.map(({ id }) => id).reverse());
		expect((await read<Page>('arrivals?limit=3&offset=x')).arrivals).toHaveLength(3);
	});

	it('says what a message is about and where it went, for a sentence', async () => {
		await setFate('LATER', 'offline');
		await setFate('GONE', 'appUninstalled');
		await client.send(withTokens(BODIES.notification, ['A', 'GONE', 'LATER']));
		await client.rest('POST', 'faults', { fault: '503' });
		await client.send(BODIES.textToSpeech, 2);
		await client.send(change(BODIES.notification, { 'payload.notification.title': undefined }));
		const { arrivals } = await read<Page>('arrivals');
		expect(arrivals).toMatchObject([
			{ outcome: 'refused', problem: expect.stringContaining('title') },
			{ title: 'Payment received', faultName: '503: too many devices a second' },
			{
				title: 'Weekend offers',
				detail: 'Three new deals near you',
				shownCount: 1,
				waitingCount: 1,
			},
		]);
	});

	it('cuts long texts, which a line has no room for, but searches all of them', async () => {
		const title = `${'a'.repeat(1_000)}needle`;
		await client.send(change(BODIES.notification, { 'payload.notification.title': title }));
		const { arrivals } = await read<Page>('arrivals?text=needle');
		expect(arrivals).toMatchObject([{ title: 'a'.repeat(160), summary: 'a'.repeat(300) }]);
	});
});

describe('a message', () => {
	it('has the receipts that were sent for it, and those of no other', async () => {
		await setReceipts({ retries: 0 });
		await setFate('GONE', 'appUninstalled');
		await client.send(withTokens(BODIES.notification, ['A', 'B', 'GONE']));
		await client.send(withTokens(BODIES.background, ['A']), 6);
		await sandbox.receiptsSettled();
		const [first] = sandbox.store.messages;
		expect(await read(`arrivals/${first?.id}`)).toMatchObject({
			receiptsOn: true,
			receipts: {
				total: 3,
				counts: [
					{ result: 0, count: 2 },
					{ result: 2, count: 1 },
				],
			},
		});
		const { receipts } = await read<{ receipts: { receipts: object[] } }>(
			`arrivals/${findLastId()}`,
		);
		expect(receipts.receipts).toMatchObject([{ token: 'A', result: 0, taken: true, answer: 200 }]);
	});

	it('has none where there is no address for them', async () => {
		await client.rest('DELETE', 'receipts');
		await client.send(BODIES.notification);
		expect(await read(`arrivals/${findLastId()}`)).toMatchObject({
			receiptsOn: false,
			receipts: { total: 0, receipts: [] },
		});
	});
});

describe('the notification centre of a device', () => {
	it('holds what it shows, the newest first, and not what was withdrawn', async () => {
		await client.rest('PUT', 'settings', { marketingPerDay: 9 });
		const notify = async (title: string, notifyId: number) =>
			await client.send(
				withTokens(
					change(BODIES.notification, {
						'payload.notification.title': title,
						'payload.notification.notifyId': notifyId,
					}),
					['A'],
				),
			);
		await notify('One', 1);
		await notify('Two', 2);
		await notify('Three', 3);
		await client.revoke({ notifyId: 2, token: ['A'] });
		const centre = await read<{ notifications: object[] }>('devices/A/centre');
		expect(centre).toMatchObject({
			total: 2,
			notifications: [{ notification: { title: 'Three' } }, { notification: { title: 'One' } }],
		});
		expect(await read('devices/__proto__/centre')).toEqual({ total: 0, notifications: [] });
	});
});

it('the secret for receipts is read by a call of its own, and is in no other answer', async () => {
	expect(await read('receiptSecret')).toEqual({ secret: sandbox.receiptSecret });
	for (const path of ['', 'settings', 'receipts', 'arrivals', 'openapi.json', 'key']) {
		expect(JSON.stringify(await read(path))).not.toContain(sandbox.receiptSecret);
	}
});
