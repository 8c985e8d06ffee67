/** Token counts kept in all; older messages make room, and `complete` tells so. */
const MAX_COUNTS = 1_000_000;
/** Characters of all counted tokens together: more than five million of a token's usual length. */
const MAX_TOKEN_LENGTH = 640 * 1024 * 1024;

/** How often one message was accepted for each token. Equal bodies but for the tokens are one. */
export interface MessageAcceptances {
	/** Hash of the push-type and the body without tokens. */
	messageKey: string;
	pushType: number;
	messageType: string;
	biTag?: string;
	appMessageId?: string;
	/** Requests in which the message was accepted. */
	requests: number;
	tokens: Map<string, number>;
}

export type MessageIdentity = Omit<MessageAcceptances, 'requests' | 'tokens'>;

/** Proof that nothing was sent twice: counts acceptances by message and token. */
export class Acceptances {
	/** Acceptances of tokens in all. */
	total = 0;
	/** False once counts had to be dropped: what is left proves nothing about the dropped ones. */
	complete = true;
	private readonly messages = new Map<string, MessageAcceptances>();
	private counts = 0;
	private tokenLength = 0;

	/** @param maxTokenLength characters of all counted tokens together */
	constructor(private readonly maxTokenLength = MAX_TOKEN_LENGTH) {}

	add(identity: MessageIdentity, tokens: readonly string[]): void {
		if (tokens.length === 0) return;
		let message = this.messages.get(identity.messageKey);
		if (!message) {
			message = { ...identity, requests: 0, tokens: new Map() };
			this.messages.set(identity.messageKey, message);
		}
		message.requests++;
		const before = message.tokens.size;
		for (const token of tokens) {
			const count = message.tokens.get(token) ?? 0;
			if (count === 0) this.tokenLength += token.length;
			message.tokens.set(token, count + 1);
		}
		this.counts += message.tokens.size - before;
		this.total += tokens.length;
		this.makeRoom();
	}

	list(): MessageAcceptances[] {
		return [...this.messages.values()];
	}

	/** How often any message was accepted for this token. */
	countToken(token: string): number {
		return this.list().reduce((sum, message) => sum + (message.tokens.get(token) ?? 0), 0);
	}

	/** Every token that was given the same message more than once. */
	findRepeated(): Array<{ messageKey: string; token: string; count: number }> {
		return this.list().flatMap(({ messageKey, tokens }) =>
			[...tokens]
				.filter(([, count]) => count > 1)
				.map(([token, count]) => ({ messageKey, token, count })),
		);
	}

	clear(): void {
		this.messages.clear();
		this.counts = 0;
		this.tokenLength = 0;
		this.total = 0;
		this.complete = true;
	}

	/** Drops the oldest counts. One message alone may have any number of them, but not of bytes. */
	private makeRoom(): void {
		for (const [key, { tokens }] of this.messages) {
			const alone = this.messages.size === 1;
			const tooLong = () => this.tokenLength > this.maxTokenLength;
			if (!tooLong() && (alone || this.counts <= MAX_COUNTS)) return;
			if (!alone) this.messages.delete(key);
			for (const token of tokens.keys()) {
				if (alone && !tooLong()) break;
				tokens.delete(token);
				this.counts--;
				this.tokenLength -= token.length;
			}
			this.complete = false;
		}
	}
}
