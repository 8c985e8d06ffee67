/** Token counts kept in all; older messages make room, and `complete` tells so. */
const MAX_COUNTS = 1_000_000;

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
			message.tokens.set(token, (message.tokens.get(token) ?? 0) + 1);
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
		this.total = 0;
		this.complete = true;
	}

	private makeRoom(): void {
		for (const [key, message] of this.messages) {
			if (this.counts <= MAX_COUNTS || this.messages.size === 1) return;
			this.messages.delete(key);
			this.counts -= message.tokens.size;
			this.complete = false;
		}
	}
}
