/** Cuts the tokens of a list into portions of one part each, while the list is read. */

import type { ListPortion } from '../delivery/outcomeLedger';

/** Tokens of a list that get the same message, at the same hours. */
export interface ListPart<M> {
	readonly message: M;
	/** Whether they get nothing after all. */
	readonly isHeldOut: boolean;
}

/** Tokens of a portion: some requests' worth. */
const PORTION = 10_000;

/**
 * Tokens of all parts that wait for their portion to fill. They are views of the list's text, so that one of a rare part
 * would keep 64 KB of it for as long as it waits.
 */
const WAITING = 100_000;

export class PartsInTurn<M> {
	private readonly waiting = new Map<number, string[]>();

	private waitingTokens = 0;

	/**
	 * @param parts further ones may come
	 * @param given tokens of earlier lists
	 */
	constructor(
		private readonly parts: ReadonlyArray<ListPart<M>>,
		private readonly list: number,
		private given: number,
	) {}

	/** Tokens that were given so far, and those that wait. */
	get reached(): number {
		return this.given + this.waitingTokens;
	}

	/** Whether all must be given before more is added. */
	get isFull(): boolean {
		return this.waitingTokens >= WAITING;
	}

	/** @returns the portion that the token completes */
	add(token: string, part: number): ListPortion<M> | undefined {
		if (this.parts[part]?.isHeldOut === true) return undefined;
		let tokens = this.waiting.get(part);
		if (tokens === undefined) this.waiting.set(part, (tokens = []));
		tokens.push(token);
		this.waitingTokens += 1;
		return tokens.length < PORTION ? undefined : this.cut(part, tokens);
	}

	/** What waits. */
	*rest(): Generator<ListPortion<M>> {
		for (const [part, tokens] of this.waiting) {
			const portion = this.cut(part, tokens);
			if (portion !== undefined) yield portion;
		}
	}

	private cut(part: number, tokens: readonly string[]): ListPortion<M> | undefined {
		this.waiting.delete(part);
		const message = this.parts[part]?.message;
		if (message === undefined) return undefined;
		const { list, given: first } = this;
		this.given += tokens.length;
		this.waitingTokens -= tokens.length;
		return { message, list, part, first, tokens };
	}
}
