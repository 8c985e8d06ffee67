import { MAX_MESSAGES, MAX_TOKENS_KEPT, Store, type StoredMessage } from '../../../sandbox/store';

function makeMessage(store: Store, changes: Partial<StoredMessage> = {}): StoredMessage {
	return {
		id: store.nextId(),
		time: '2026-09-01T00:00:00.000Z',
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

describe('Store', () => {
	it('keeps the newest messages only', () => {
		const store = new Store();
		for (let index = 0; index < MAX_MESSAGES + 5; index++) store.addMessage(makeMessage(store));
		expect(store.messages).toHaveLength(MAX_MESSAGES);
		expect(store.messages[0]?.id).toBe(6);
		expect(store.dropped).toBe(5);
		expect(store.received).toBe(MAX_MESSAGES + 5);
	});

	it('makes room sooner for messages of many tokens', () => {
		const store = new Store();
		const messages = MAX_TOKENS_KEPT / 1_000 + 1;
		for (let index = 0; index < messages; index++) {
			store.addMessage(makeMessage(store, { tokenCount: 1_000 }));
		}
		expect(store.dropped).toBe(1);
	});

	it('withdraws only what has the notifyId and the push-type, and each token once', () => {
		const store = new Store();
		const wanted = makeMessage(store, { notifyId: 7, acceptedTokens: ['A', 'B'] });
		store.addMessage(wanted);
		store.addMessage(makeMessage(store, { notifyId: 8 }));
		store.addMessage(makeMessage(store, { notifyId: 7, pushType: 2 }));
		expect(store.revoke(7, 0, ['A', 'C'])).toEqual([wanted.id]);
		expect(store.revoke(7, 0, ['A'])).toEqual([]);
		expect(store.messages.map((message) => message.revokedTokens)).toEqual([['A'], [], []]);
	});

	it('tells watchers what changed until they stop', () => {
		const store = new Store();
		const seen: string[] = [];
		const stop = store.watch(({ kind, id }) => seen.push(`${kind} ${id}`));
		store.addMessage(makeMessage(store));
		store.clear();
		stop();
		store.addMessage(makeMessage(store));
		expect(seen).toEqual(['message 1', 'reset 1']);
	});
});
