import type { AnswerBody, IllegalTokens } from './answers';
import type { JwtReport } from './account/jwtCheck';

/** At most so many messages are kept, the newest ones. */
export const MAX_MESSAGES = 5_000;
/** Tokens in all kept messages together: a message of 1,000 tokens takes some 200 kB. */
export const MAX_TOKENS_KEPT = 500_000;
const MAX_REVOCATIONS = 5_000;

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
	/** The parsed body, or its text where it is not JSON. */
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
	deliveries: Record<string, { result?: number; note?: string }>;
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
	private readonly listeners = new Set<Listener>();

	nextId(): number {
		return ++this.lastId;
	}

	addMessage(message: StoredMessage): void {
		this.received++;
		this.messages.push(message);
		this.messagesById.set(message.id, message);
		this.tokensKept += message.tokenCount;
		this.makeRoom();
		this.announce({ kind: 'message', id: message.id });
	}

	addRevocation(revocation: StoredRevocation): void {
		this.revocations.push(revocation);
		if (this.revocations.length > MAX_REVOCATIONS) this.revocations.shift();
		this.announce({ kind: 'revocation', id: revocation.id });
	}

	addImageCheck(check: StoredImageCheck): void {
		this.imageChecks.push(check);
		if (this.imageChecks.length > MAX_REVOCATIONS) this.imageChecks.shift();
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

	/** The newest of what arrived, with at most so many tokens in all. */
	save(maxTokens: number): StoreContent {
		let tokens = 0;
		const first = this.messages.findLastIndex((one) => (tokens += one.tokenCount) > maxTokens);
		const { revocations, imageChecks, lastId } = this;
		return { messages: this.messages.slice(first + 1), revocations, imageChecks, lastId };
	}

	/** Takes back what {@link save} gave. */
	load({ messages, revocations, imageChecks, lastId }: StoreContent): void {
		this.clear();
		this.revocations = revocations;
		this.imageChecks = imageChecks;
		this.lastId = lastId;
		for (const message of messages) this.addMessage(message);
	}

	clear(): void {
		this.messages = [];
		this.messagesById.clear();
		this.revocations = [];
		this.imageChecks = [];
		this.dropped = 0;
		this.received = 0;
		this.tokensKept = 0;
		this.announce({ kind: 'reset', id: this.lastId });
	}

	private makeRoom(): void {
		while (
			this.messages.length > 1 &&
			(this.messages.length > MAX_MESSAGES || this.tokensKept > MAX_TOKENS_KEPT)
		) {
			const oldest = this.messages.shift();
			if (oldest) this.messagesById.delete(oldest.id);
			this.tokensKept -= oldest?.tokenCount ?? 0;
			this.dropped++;
		}
	}
}
