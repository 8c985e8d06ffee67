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
	/** The same, by list. */
	ofList: number[];
	/** Different tokens, whatever their message. */
	people: number;
	/** The first list with tokens that another list has with another message, where nobody may get both. */
	clash?: ListClash;
}

export interface ListClash {
	/** Counted from 0. */
	readonly list: number;
	/** Such tokens of that list. */
	tokens: number;
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
	/** Which of all tokens, counted from 0, stood there before: so nobody has to look for them a second time. */
	private doubles: number[] = [];

	/**
	 * @param makeSet for the time of counting
	 * @param onlyOne messages of which nobody may get two different ones give the same; `undefined` for any other
	 */
	constructor(
		private readonly lists: ReadonlyArray<TokenList<M>>,
		private readonly makeSet: () => MetTokens,
		private readonly onlyOne: (message: M) => string | undefined = () => undefined,
	) {}

	/** Reads everything once, or up to the first list that cannot be read. Comes before `portions`. */
	async count(): Promise<ListCounts | BrokenList> {
		const counts: ListCounts = {
			rows: 0,
			withoutToken: 0,
			doubles: 0,
			distinct: 0,
			ofList: this.lists.map(() => 0),
			people: 0,
		};
		this.doubles = [];
		// The same token may get two different messages.
		const met = new Map(this.lists.map(({ message }) => [message, this.makeSet()]));
		const everybody = met.size > 1 ? this.makeSet() : undefined;
		const shared = new Map<string, MetTokens>();
		for (const [list, { message, read }] of this.lists.entries()) {
			const ofMessage = met.get(message) ?? this.makeSet();
			const key = met.size > 1 ? this.onlyOne(message) : undefined;
			const ofKey = key === undefined ? undefined : (shared.get(key) ?? this.makeSet());
			if (key !== undefined && ofKey !== undefined) shared.set(key, ofKey);
			const before = counts.distinct;
			try {
				for await (const portion of read()) {
					counts.rows += portion.rows;
					counts.withoutToken += portion.withoutToken;
					for (const token of portion.tokens) {
						everybody?.add(token);
						if (!ofMessage.add(token)) this.noteDouble(counts);
						else {
							counts.distinct += 1;
							if (ofKey?.add(token) === false) noteClash(counts, list);
						}
					}
				}
			} catch (error) {
				return { list, error };
			}
			counts.ofList[list] = counts.distinct - before;
		}
		counts.people = everybody?.size ?? counts.distinct;
		return counts;
	}

	private noteDouble(counts: ListCounts): void {
		this.doubles.push(counts.distinct + counts.doubles);
		counts.doubles += 1;
	}

	/**
	 * The tokens to send, in order.
	 *
	 * @param total as they were counted: what a list holds beyond it by now was not agreed to
	 */
	async *portions(total: number): AsyncGenerator<ListPortion<M>, undefined> {
		/** Of all tokens that were read. */
		let place = 0;
		let nextDouble = 0;
		/** Tokens that were given, and are to be. */
		let given = 0;
		for (const [list, { message, read }] of this.lists.entries()) {
			let tokens: string[] = [];
			const cut = (): ListPortion<M> => {
				const portion = { message, list, first: given, tokens };
				given += tokens.length;
				tokens = [];
				return portion;
			};
			if (given >= total) return undefined;
			for await (const portion of read()) {
				for (const token of portion.tokens) {
					const isDouble = this.doubles[nextDouble] === place;
					place += 1;
					if (isDouble) nextDouble += 1;
					else if (given + tokens.length < total) tokens.push(token);
					if (tokens.length >= PORTION) yield cut();
				}
				if (given + tokens.length >= total) break;
			}
			if (tokens.length > 0) yield cut();
		}
		return undefined;
	}
}

function noteClash(counts: ListCounts, list: number): void {
	counts.clash ??= { list, tokens: 0 };
	if (counts.clash.list === list) counts.clash.tokens += 1;
}
