import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import {
	isAt,
	isMessage,
	type Arrival,
	type ImageCheck,
	type Message,
	type Revocation,
} from './arrival';
import { isStranger, lighten, MAX_STRANGERS, MAX_WEIGHT, type Load } from './storeLimits';

/** At most so many messages are kept, the newest ones. */
export const MAX_MESSAGES = 5_000;
/** Tokens in all kept messages together: a message of 1,000 tokens takes some 200 kB. */
export const MAX_TOKENS_KEPT = 500_000;
/** Of revocations and of image checks. */
export const MAX_OTHERS = 5_000;

const MAX_KEPT: Readonly<Record<Endpoint, number>> = {
	send: MAX_MESSAGES,
	revoke: MAX_OTHERS,
	verify: MAX_OTHERS,
};

/** Told to whoever watches: the web page, or a test that waits. */
export interface Change {
	kind: 'message' | 'revocation' | 'imageCheck' | 'receipt' | 'device' | 'setup' | 'reset';
	id: number;
}

const CHANGE_KINDS: Readonly<Record<Endpoint, Change['kind']>> = {
	send: 'message',
	revoke: 'revocation',
	verify: 'imageCheck',
};

/** What arrived, as plain data. */
export interface StoreContent {
	arrivals: Arrival[];
	lastId: number;
}

type Listener = (change: Change) => void;

/** What arrived, in the order of arrival, within bounds. */
export class Store {
	/** Messages that had to make room. */
	dropped = 0;
	/** Messages since the start or the last reset, the dropped ones included. */
	received = 0;
	/** By id, the oldest first. */
	private readonly byId = new Map<number, Arrival>();
	private readonly counts: Record<Endpoint, number> = { send: 0, revoke: 0, verify: 0 };
	private lastId = 0;
	/** By id; `weight` and `tokensKept` are their sums. */
	private readonly loads = new Map<number, Load>();
	private weight = 0;
	private tokensKept = 0;
	/** Ids of the kept requests without a good JWT, the oldest first. */
	private readonly strangers = new Set<number>();
	private readonly listeners = new Set<Listener>();

	/** What is kept, the oldest first. */
	get arrivals(): Arrival[] {
		return [...this.byId.values()];
	}

	get messages(): Message[] {
		return this.arrivals.filter(isMessage);
	}

	get revocations(): Revocation[] {
		return this.arrivals.filter(isAt('revoke'));
	}

	get imageChecks(): ImageCheck[] {
		return this.arrivals.filter(isAt('verify'));
	}

	nextId(): number {
		return ++this.lastId;
	}

	/** How many requests to an endpoint are kept. */
	count(endpoint: Endpoint): number {
		return this.counts[endpoint];
	}

	/** @param bodyWeight bytes of memory that the body takes, where they are known */
	add(arrival: Arrival, bodyWeight?: number): void {
		const { id, endpoint } = arrival;
		if (endpoint === 'send') this.received++;
		const load = lighten(arrival, bodyWeight);
		this.loads.set(id, load);
		this.weight += load.weight;
		this.tokensKept += load.tokens;
		this.byId.set(id, arrival);
		this.counts[endpoint]++;
		if (isStranger(arrival)) this.strangers.add(id);
		this.makeRoom();
		this.announce({ kind: CHANGE_KINDS[endpoint], id });
	}

	find(id: number): Arrival | undefined {
		return this.byId.get(id);
	}

	findMessage(id: number): Message | undefined {
		const arrival = this.byId.get(id);
		return arrival && isMessage(arrival) ? arrival : undefined;
	}

	/** Withdraws a shown message from the devices; the ids of the messages it was found in. */
	revoke(notifyId: number, pushType: number, tokens: readonly string[]): number[] {
		const wanted = new Set(tokens);
		const touched: number[] = [];
		for (const message of this.byId.values()) {
			if (!isMessage(message)) continue;
			if (message.notifyId !== notifyId || message.pushType !== pushType) continue;
			const gone = new Set(message.revokedTokens);
			const found = message.acceptedTokens.filter((token) => wanted.has(token) && !gone.has(token));
			if (found.length === 0) continue;
			message.revokedTokens = [...message.revokedTokens, ...found];
			touched.push(message.id);
		}
		return touched;
	}

	/** Calls `listener` at every change until the returned function is called. */
	watch(listener: Listener): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	announce(change: Change): void {
		for (const listener of this.listeners) listener(change);
	}

	save(): StoreContent {
		return { arrivals: this.arrivals, lastId: this.lastId };
	}

	/** Takes back what {@link save} gave, in any order. */
	load({ arrivals, lastId }: StoreContent): void {
		this.clear();
		this.lastId = lastId;
		for (const arrival of [...arrivals].sort((a, b) => a.id - b.id)) this.add(arrival);
	}

	clear(): void {
		this.byId.clear();
		Object.assign(this.counts, { send: 0, revoke: 0, verify: 0 });
		this.dropped = 0;
		this.received = 0;
		this.tokensKept = 0;
		this.loads.clear();
		this.weight = 0;
		this.strangers.clear();
		this.announce({ kind: 'reset', id: this.lastId });
	}

	/** Lets the oldest go where there is too much of anything; the newest always stays. */
	private makeRoom(): void {
		while (this.strangers.size > MAX_STRANGERS) this.forgetFirst(this.strangers);
		while (this.counts.send > 1 && this.tokensKept > MAX_TOKENS_KEPT) this.forgetOldest('send');
		for (const endpoint of ['send', 'revoke', 'verify'] as const) {
			while (this.counts[endpoint] > MAX_KEPT[endpoint]) this.forgetOldest(endpoint);
		}
		while (this.weight > MAX_WEIGHT && this.byId.size > 1) this.forgetFirst(this.byId.keys());
	}

	private forgetOldest(endpoint: Endpoint): void {
		for (const [id, arrival] of this.byId) {
			if (arrival.endpoint === endpoint) return this.forget(id);
		}
	}

	private forgetFirst([id]: Iterable<number>): void {
		if (id !== undefined) this.forget(id);
	}

	private forget(id: number): void {
		const arrival = this.byId.get(id);
		if (!arrival) return;
		const { weight = 0, tokens = 0 } = this.loads.get(id) ?? {};
		this.byId.delete(id);
		this.loads.delete(id);
		this.strangers.delete(id);
		this.weight -= weight;
		this.tokensKept -= tokens;
		this.counts[arrival.endpoint]--;
		if (arrival.endpoint === 'send') this.dropped++;
	}
}
