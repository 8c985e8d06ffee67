import type { AnswerBody, IllegalTokens } from '../delivery/answers';
import type { JwtReport } from '../account/jwtCheck';
import {
	isStranger,
	lighten,
	type Load,
	MAX_STRANGERS,
	MAX_WEIGHT,
	type Keepable,
} from './storeLimits';

/** At most so many messages are kept, the newest ones. */
export const MAX_MESSAGES = 5_000;
/** Tokens in all kept messages together: a message of 1,000 tokens takes some 200 kB. */
export const MAX_TOKENS_KEPT = 500_000;
/** Of revocations and of image checks. */
export const MAX_OTHERS = 5_000;

/** What became of a message on one device, where it was not simply shown. */
export interface DeviceOutcome {
	/** Result of its receipt; absent while it waits. */
	result?: number;
	note?: string;
	/** It was on the screen all the same: shown late, or replaced by a later message. */
	shown?: true;
}

/** One request to `messages:send`, whatever became of it. */
export interface StoredMessage {
	id: number;
	/** ISO 8601, by the sandbox's clock. */
	time: string;
	url: string;
	pushType?: number;
	messageType: string;
	/** Without Authorization. */
	headers: Record<string, string>;
	jwt: JwtReport;
	/** The parsed body, its text where it is not JSON, or a sentence where it is too large to keep. */
	body: unknown;
	/** Size as Huawei's limit counts it: UTF-8, without tokens. */
	bytes: number;
	tokenCount: number;
	requestId: string;
	biTag?: string;
	notifyId?: number;
	testMessage: boolean;
	/** What the client was answered; absent when a fault left it without an answer of Push Kit. */
	answer?: { status: number; body: AnswerBody };
	/** The rule that refused the request, in plain words. */
	problem?: string;
	/** The scripted fault that this request met. */
	fault?: string;
	acceptedTokens: string[];
	illegalTokens: IllegalTokens;
	/** Tokens from which the message was withdrawn later. */
	revokedTokens: string[];
	/** By token: what became of it on the device, where it was not simply shown. */
	deliveries: Record<string, DeviceOutcome>;
}

export interface StoredRevocation {
	id: number;
	time: string;
	url: string;
	pushType?: number;
	headers: Record<string, string>;
	jwt: JwtReport;
	body: unknown;
	requestId: string;
	answer?: { status: number; body: AnswerBody };
	problem?: string;
	fault?: string;
	acceptedTokens: string[];
	illegalTokens: IllegalTokens;
	/** Messages of the sandbox that this request withdrew from at least one device. */
	revokedMessages: number[];
}

export interface StoredImageCheck {
	id: number;
	time: string;
	url: string;
	pushType?: number;
	imageUrl?: string;
	jwt: JwtReport;
	requestId: string;
	answer?: { status: number; body: AnswerBody };
	problem?: string;
	fault?: string;
}

/** Told to whoever watches: the web page, or a test that waits. */
export interface Change {
	kind: 'message' | 'revocation' | 'imageCheck' | 'receipt' | 'device' | 'setup' | 'reset';
	id: number;
}

/** What arrived, as plain data. */
export interface StoreContent {
	messages: StoredMessage[];
	revocations: StoredRevocation[];
	imageChecks: StoredImageCheck[];
	lastId: number;
}

type Listener = (change: Change) => void;

/** What arrived, in the order of arrival, within bounds. */
export class Store {
	messages: StoredMessage[] = [];
	revocations: StoredRevocation[] = [];
	imageChecks: StoredImageCheck[] = [];
	/** Messages that had to make room. */
	dropped = 0;
	/** Requests since the start or the last reset, the dropped ones included. */
	received = 0;
	private readonly messagesById = new Map<number, StoredMessage>();
	private lastId = 0;
	private tokensKept = 0;
	/** By id, in the order of arrival; `weight` and `tokensKept` are their sums. */
	private readonly loads = new Map<number, Load>();
	private weight = 0;
	/** Ids of the kept requests without a good JWT. */
	private strangers: number[] = [];
	private readonly listeners = new Set<Listener>();

	nextId(): number {
		return ++this.lastId;
	}

	/** @param bodyWeight bytes of memory that the body takes, where they are known */
	addMessage(message: StoredMessage, bodyWeight?: number): void {
		this.received++;
		this.messagesById.set(message.id, message);
		this.keep(this.messages, message, bodyWeight);
		this.announce({ kind: 'message', id: message.id });
	}

	addRevocation(revocation: StoredRevocation, bodyWeight?: number): void {
		this.keep(this.revocations, revocation, bodyWeight);
		this.announce({ kind: 'revocation', id: revocation.id });
	}

	addImageCheck(check: StoredImageCheck, bodyWeight?: number): void {
		this.keep(this.imageChecks, check, bodyWeight);
		this.announce({ kind: 'imageCheck', id: check.id });
	}

	findMessage(id: number): StoredMessage | undefined {
		return this.messagesById.get(id);
	}

	/** Withdraws a shown message from the devices; the ids of the messages it was found in. */
	revoke(notifyId: number, pushType: number, tokens: readonly string[]): number[] {
		const wanted = new Set(tokens);
		const touched: number[] = [];
		for (const message of this.messages) {
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
		const { messages, revocations, imageChecks, lastId } = this;
		return { messages, revocations, imageChecks, lastId };
	}

	/** Takes back what {@link save} gave. */
	load({ messages, revocations, imageChecks, lastId }: StoreContent): void {
		this.clear();
		this.lastId = lastId;
		const arrivals = [
			...messages.map((one) => ({ id: one.id, add: () => this.addMessage(one) })),
			...revocations.map((one) => ({ id: one.id, add: () => this.addRevocation(one) })),
			...imageChecks.map((one) => ({ id: one.id, add: () => this.addImageCheck(one) })),
		];
		for (const { add } of arrivals.sort((a, b) => a.id - b.id)) add();
	}

	clear(): void {
		this.messages = [];
		this.messagesById.clear();
		this.revocations = [];
		this.imageChecks = [];
		this.dropped = 0;
		this.received = 0;
		this.tokensKept = 0;
		this.loads.clear();
		this.weight = 0;
		this.strangers = [];
		this.announce({ kind: 'reset', id: this.lastId });
	}

	private keep<T extends Keepable & { id: number }>(
		list: T[],
		request: T,
		bodyWeight?: number,
	): void {
		const load = lighten(request, bodyWeight);
		this.loads.set(request.id, load);
		this.weight += load.weight;
		this.tokensKept += load.tokens;
		list.push(request);
		if (isStranger(request)) this.strangers.push(request.id);
		this.makeRoom();
	}

	/** Lets the oldest go where there is too much of anything; the newest always stays. */
	private makeRoom(): void {
		while (this.strangers.length > MAX_STRANGERS) this.forget(this.strangers[0]);
		while (
			this.messages.length > 1 &&
			(this.messages.length > MAX_MESSAGES || this.tokensKept > MAX_TOKENS_KEPT)
		) {
			this.forget(this.messages[0]?.id);
		}
		for (const list of [this.revocations, this.imageChecks]) {
			while (list.length > MAX_OTHERS) this.forget(list[0]?.id);
		}
		while (this.weight > MAX_WEIGHT && this.loads.size > 1) {
			const [oldest] = this.loads.keys();
			this.forget(oldest);
		}
	}

	private forget(id = -1): void {
		const { weight = 0, tokens = 0 } = this.loads.get(id) ?? {};
		this.loads.delete(id);
		this.weight -= weight;
		this.tokensKept -= tokens;
		this.strangers = this.strangers.filter((one) => one !== id);
		if (this.messagesById.delete(id)) this.dropped++;
		for (const list of [this.messages, this.revocations, this.imageChecks]) {
			const index = list.findIndex((one) => one.id === id);
			if (index < 0) continue;
			list.splice(index, 1);
			return;
		}
	}
}
