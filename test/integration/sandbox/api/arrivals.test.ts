import { seedSandbox } from '../../../../sandbox/seed/seed';
import { BODIES, change, withTokens } from '../../../builders/sandbox/bodies';
import { useReceiver } from '../../../builders/sandbox/useReceiver';

const { sandbox, client, receiver, readResults, setReceipts } = useReceiver();

beforeEach(async () => await setReceipts({ retries: 0 }));

const setFate = async (token: string, body: object) =>
	await client.rest('PUT', `devices/${token}`, body);
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
