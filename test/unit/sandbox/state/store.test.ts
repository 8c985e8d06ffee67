import { MAX_MESSAGES, MAX_OTHERS, MAX_TOKENS_KEPT, Store } from '../../../../sandbox/state/store';
import type { ImageCheck, Message, Revocation } from '../../../../sandbox/state/arrival';
import { MAX_STRANGERS, MAX_WEIGHT } from '../../../../sandbox/state/storeLimits';

function makeMessage(store: Store, changes: Partial<Message> = {}): Message {
	return {
		id: store.nextId(),
		time: '2026-09-01T00:00:00.000Z',
		endpoint: 'send',
		url: '/v3/1/messages:send',
		pushType: 0,
		messageType: 'notification',
		headers: {},
		jwt: {},
		body: {},
		bytes: 2,
		tokenCount: 1,
		requestId: '1',
		testMessage: false,
		acceptedTokens: ['A'],
		illegalTokens: {},
		revokedTokens: [],
		deliveries: {},
		...changes,
	};
}

function makeCheck(store: Store, changes: Partial<ImageCheck> = {}): ImageCheck {
	const { id, time, url, headers, jwt, requestId } = makeMessage(store);
	return {
		id,
		time,
		endpoint: 'verify',
		url,
		headers,
		jwt,
		requestId,
		body: undefined,
		imageUrl: 'https://cdn.example.com/a.png',
		...changes,
	};
}

function makeRevocation(store: Store, changes: Partial<Revocation> = {}): Revocation {
	const { id, time, url, headers, jwt, requestId } = makeMessage(store);
	return {
		id,
		time,
		endpoint: 'revoke',
		url,
		headers,
		jwt,
		requestId,
		body: { notifyId: 1, token: ['A'] },
		acceptedTokens: [],
		illegalTokens: {},
		revokedMessages: [],
		...changes,
	};
}

const MIB = 1024 * 1024;
const STRANGER = { code: '80200001' } as const;

describe('Store', () => {
	it('keeps the newest messages only', () => {
		const store = new Store();
		for (let index = 0; index < MAX_MESSAGES + 5; index++) store.add(makeMessage(store));
		expect(store.messages).toHaveLength(MAX_MESSAGES);
		expect(store.messages[0]?.id).toBe(6);
		expect(store.dropped).toBe(5);
		expect(store.received).toBe(MAX_MESSAGES + 5);
	});

	it('makes room sooner for messages of many tokens', () => {
		const store = new Store();
		const messages = MAX_TOKENS_KEPT / 1_000 + 1;
		for (let index = 0; index < messages; index++) {
			store.add(makeMessage(store, { tokenCount: 1_000 }));
		}
		expect(store.dropped).toBe(1);
	});

	it('withdraws only what has the notifyId and the push-type, and each token once', () => {
		const store = new Store();
		const wanted = makeMessage(store, { notifyId: 7, acceptedTokens: ['A', 'B'] });
		store.add(wanted);
		store.add(makeMessage(store, { notifyId: 8 }));
		store.add(makeMessage(store, { notifyId: 7, pushType: 2 }));
		expect(store.revoke(7, 0, ['A', 'C'])).toEqual([wanted.id]);
		expect(store.revoke(7, 0, ['A'])).toEqual([]);
		expect(store.messages.map((message) => message.revokedTokens)).toEqual([['A'], [], []]);
	});

	it('tells watchers what changed until they stop', () => {
		const store = new Store();
		const seen: string[] = [];
		const stop = store.watch(({ kind, id }) => seen.push(`${kind} ${id}`));
		store.add(makeMessage(store));
		store.clear();
		stop();
		store.add(makeMessage(store));
		expect(seen).toEqual(['message 1', 'reset 1']);
	});

	it('lets the oldest of any kind go once all together are too heavy', () => {
		const store = new Store();
		const first = makeRevocation(store);
		store.add(first, 3.5 * MIB);
		store.add(makeCheck(store), 3.5 * MIB);
		const fitting = Math.floor(MAX_WEIGHT / (3.5 * MIB)) - 2;
		for (let index = 0; index < fitting; index++) store.add(makeMessage(store), 3.5 * MIB);
		expect([store.revocations.length, store.imageChecks.length]).toEqual([1, 1]);
		store.add(makeMessage(store), 3.5 * MIB);
		expect([store.revocations.length, store.imageChecks.length]).toEqual([0, 1]);
		store.add(makeMessage(store), 3.5 * MIB);
		expect([store.revocations.length, store.imageChecks.length]).toEqual([0, 0]);
		store.add(makeMessage(store), 3.5 * MIB);
		expect(store.messages).toHaveLength(fitting + 2);
		expect(store.dropped).toBe(1);
	});

	it.each<[what: string, heaviest: number, changes: Partial<Message>]>([
		['taken', 4 * MIB, {}],
		['refused', MIB / 4, { problem: 'a rule' }],
		['without a good JWT', MIB / 64, { jwt: STRANGER }],
	])('keeps the body of a request %s up to %d bytes', (_what, heaviest, changes) => {
		const store = new Store();
		const tokenCount = MAX_TOKENS_KEPT;
		store.add(makeMessage(store, { ...changes, body: { a: 1 } }), heaviest);
		store.add(makeMessage(store, { ...changes, tokenCount, body: {} }), heaviest + 1);
		expect(store.messages.map(({ body }) => body)).toEqual([
			{ a: 1 },
			`Not kept: it takes ${(heaviest + 1).toLocaleString('en')} bytes of memory.`,
		]);
	});

	it('keeps no address that is too heavy', () => {
		const store = new Store();
		const imageUrl = `https://cdn.example.com/${'a'.repeat(20_000)}`;
		store.add(makeCheck(store, { imageUrl, jwt: STRANGER }));
		store.add(makeCheck(store, { imageUrl }));
		expect(store.imageChecks.map((one) => one.imageUrl)).toEqual([undefined, imageUrl]);
	});

	it('keeps few requests without a good JWT, and never at the cost of the others', () => {
		const store = new Store();
		const good = makeMessage(store);
		store.add(good);
		const jwt = STRANGER;
		for (let index = 0; index < MAX_OTHERS + 5; index++) {
			store.add(makeMessage(store, { jwt, tokenCount: MAX_TOKENS_KEPT }), 10 * MIB);
			store.add(makeRevocation(store, { jwt }), 10 * MIB);
			store.add(makeCheck(store, { jwt }));
		}
		expect(store.messages[0]).toBe(good);
		const { messages, revocations, imageChecks } = store;
		expect(messages.length + revocations.length + imageChecks.length).toBe(MAX_STRANGERS + 1);
		expect(store.findMessage(good.id)).toBe(good);
		const newest = messages.at(-1);
		expect(newest && store.findMessage(newest.id)).toBe(newest);
	});

	it('takes back what it gave, in the order of arrival', () => {
		const store = new Store();
		store.add(makeMessage(store));
		store.add(makeRevocation(store));
		store.add(makeMessage(store));
		const again = new Store();
		again.load(store.save());
		expect(again.save()).toEqual(store.save());
		// Heavy ones to the brim, and one that is a little too much: just the oldest has to go.
		const heavy = MAX_WEIGHT / (4 * MIB) - 1;
		for (let index = 0; index < heavy; index++) again.add(makeMessage(again), 4 * MIB);
		again.add(makeMessage(again), 4 * MIB - (heavy + 4) * 2_048);
		expect(again.messages.map(({ id }) => id).slice(0, 2)).toEqual([3, 4]);
		expect(again.revocations).toHaveLength(1);
	});
});
