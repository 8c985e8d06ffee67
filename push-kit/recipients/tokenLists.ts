/** Lists of push tokens that are too long to hold: read from their beginning as often as they are needed. */

import type { ListPortion } from '../delivery/outcomeLedger';
import type { TokenPortion } from './tokenFile';

/** A list and the message that its tokens get. */
export interface TokenList<M> {
	readonly message: M;
	/** Reads it once more. */
	read(): AsyncIterable<TokenPortion>;
}

/** Different tokens that were met. */
export interface MetTokens {
	readonly size: number;
	/** @returns whether it is a new one */
	add(token: string): boolean;
	/** Forgets them all. */
	clear(): void;
}

export interface ListCounts {
	/** Of the lists, lines or rows that say something. */
	rows: number;
	/** Rows without a token. */
	withoutToken: number;
	/** Tokens that stand in the lists of their message a second time. */
	doubles: number;
	/** Tokens to send, each once for its message. */
	distinct: number;
	/** Different tokens, whatever their message. */
	people: number;
}

/** A list that cannot be read. */
export interface BrokenList {
	/** Which one, counted from 0. */
	readonly list: number;
	readonly error: unknown;
}

/** Tokens of a portion: some requests' worth. */
const PORTION = 10_000;

export class TokenLists<M> {
	/** By message: the same token may get two different ones. */
	private readonly met: ReadonlyMap<M, MetTokens>;

	/** Where there is more than one message. */
	private readonly everybody: MetTokens | undefined;

	constructor(
		private readonly lists: ReadonlyArray<TokenList<M>>,
		makeSet: () => MetTokens,
	) {
		this.met = new Map(lists.map(({ message }) => [message, makeSet()]));
		this.everybody = this.met.size > 1 ? makeSet() : undefined;
	}

	/** Reads everything once, or up to the first list that cannot be read. */
	async count(): Promise<ListCounts | BrokenList> {
		const counts: ListCounts = { rows: 0, withoutToken: 0, doubles: 0, distinct: 0, people: 0 };
		this.everybody?.clear();
		for (const met of this.met.values()) met.clear();
		for (const [list, tokenList] of this.lists.entries()) {
			try {
				for await (const portion of tokenList.read()) this.add(counts, tokenList.message, portion);
			} catch (error) {
				return { list, error };
			}
		}
		counts.people = this.everybody?.size ?? counts.distinct;
		this.everybody?.clear();
		return counts;
	}

	private add(counts: ListCounts, message: M, portion: TokenPortion): void {
		counts.rows += portion.rows;
		counts.withoutToken += portion.withoutToken;
		for (const token of portion.tokens) {
			if (this.met.get(message)?.add(token) === true) counts.distinct += 1;
			else counts.doubles += 1;
			this.everybody?.add(token);
		}
	}

	/**
	 * The tokens to send, in order.
	 *
	 * @param total as they were counted: what a list holds beyond it by now was not agreed to
	 */
	async *portions(total: number): AsyncGenerator<ListPortion<M>, undefined> {
		let first = 0;
		let open: { message: M; list: number; tokens: string[] } | undefined;
		const close = (): ListPortion<M>[] => {
			if (open === undefined || open.tokens.length === 0) return [];
			const portion = { ...open, first };
			first += portion.tokens.length;
			open = undefined;
			return [portion];
		};
		for await (const { message, list, portion } of this.readAll()) {
			if (open?.list !== list) yield* close();
			for (const token of portion.tokens) {
				if (first + (open?.tokens.length ?? 0) >= total) break;
				if (this.met.get(message)?.add(token) !== true) continue;
				open ??= { message, list, tokens: [] };
				open.tokens.push(token);
				if (open.tokens.length >= PORTION) yield* close();
			}
			if (first + (open?.tokens.length ?? 0) >= total) break;
		}
		yield* close();
		return undefined;
	}

	private async *readAll(): AsyncGenerator<{ message: M; list: number; portion: TokenPortion }> {
		for (const met of this.met.values()) met.clear();
		for (const [list, { message, read }] of this.lists.entries()) {
			for await (const portion of read()) yield { message, list, portion };
		}
	}
}
