/** Lists of push tokens that are too long to hold: read from their beginning as often as they are needed. */

import type { ListPortion } from '../delivery/outcomeLedger';
import { PartsInTurn, type ListPart } from './partsInTurn';
import type { TokenPortion } from './tokenFile';

/** Some rows of a list. */
export interface SortedPortion extends TokenPortion {
	/** The part of each token, parallel to `tokens`; absent where all belong to the first. */
	readonly parts?: readonly number[];
}

export interface TokenList<M> {
	/** Lists of the same kind send to a token once. */
	readonly kind: unknown;
	/** Lists of which nobody may get messages of two different kinds have the same. */
	readonly onlyOne?: string;
	/** The parts of the list; further ones may come to light while it is read. */
	readonly parts: ReadonlyArray<ListPart<M>>;
	/** Reads it once more; every token is of the same part again. */
	read(): AsyncIterable<SortedPortion>;
}

/** Different tokens that were met. */
export interface MetTokens {
	readonly size: number;
	/** @returns whether it is a new one */
	add(token: string): boolean;
	has(token: string): boolean;
}

export interface ListCounts {
	/** Of the lists, lines or rows that say something. */
	rows: number;
	/** Rows without a token. */
	withoutToken: number;
	/** Tokens that stand in the lists of their kind a second time. */
	doubles: number;
	/** Different tokens of their kind that get nothing. */
	heldOut: number;
	/** Tokens to send, each once for its kind. */
	distinct: number;
	/** Different tokens, those that are held out among them, by list and part. */
	ofParts: number[][];
	/** Different tokens, whatever their kind. */
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

export class TokenLists<M> {
	/** Which of all tokens, counted from 0, stood there before: so nobody has to look for them a second time. */
	private doubles: number[] = [];

	/** @param makeSet for the time of counting */
	constructor(
		private readonly lists: ReadonlyArray<TokenList<M>>,
		private readonly makeSet: () => MetTokens,
	) {}

	/** Reads everything once, or up to the first list that cannot be read. Comes before `portions`. */
	async count(): Promise<ListCounts | BrokenList> {
		const counts: ListCounts = {
			rows: 0,
			withoutToken: 0,
			doubles: 0,
			heldOut: 0,
			distinct: 0,
			ofParts: this.lists.map(() => []),
			people: 0,
		};
		this.doubles = [];
		// The same token may get messages of two kinds.
		const met = new Map(this.lists.map(({ kind }) => [kind, this.makeSet()]));
		const everybody = met.size > 1 ? this.makeSet() : undefined;
		const shared = new Map<string, MetTokens>();
		for (const [list, one] of this.lists.entries()) {
			const ofKind = met.get(one.kind) ?? this.makeSet();
			const key = met.size > 1 ? one.onlyOne : undefined;
			const ofKey = key === undefined ? undefined : (shared.get(key) ?? this.makeSet());
			if (key !== undefined && ofKey !== undefined) shared.set(key, ofKey);
			try {
				for await (const { rows, withoutToken, tokens, parts } of one.read()) {
					counts.rows += rows;
					counts.withoutToken += withoutToken;
					for (const [index, token] of tokens.entries()) {
						if (!ofKind.add(token)) {
							this.noteDouble(counts);
							continue;
						}
						const part = parts?.[index] ?? 0;
						const isSent = noteToken(counts, list, part, one.parts[part]);
						if (isSent) everybody?.add(token);
						if (ofKey?.add(token) === false) noteClash(counts, list);
					}
				}
			} catch (error) {
				return { list, error };
			}
		}
		counts.people = everybody?.size ?? counts.distinct;
		return counts;
	}

	private noteDouble(counts: ListCounts): void {
		this.doubles.push(counts.distinct + counts.heldOut + counts.doubles);
		counts.doubles += 1;
	}

	/**
	 * The tokens to send: those of a part in order, and of several parts by turns.
	 *
	 * @param total the first ones of those that were counted: what a list holds beyond them by now was not agreed to
	 */
	async *portions(total: number): AsyncGenerator<ListPortion<M>, undefined> {
		/** Of all tokens that were read. */
		let place = 0;
		let nextDouble = 0;
		/** Tokens that were given, and are to be. */
		let given = 0;
		for (const [list, { parts: known, read }] of this.lists.entries()) {
			const turns = new PartsInTurn(known, list, given);
			if (given >= total) return undefined;
			for await (const { tokens, parts } of read()) {
				for (const [index, token] of tokens.entries()) {
					const isDouble = this.doubles[nextDouble] === place;
					place += 1;
					if (isDouble) nextDouble += 1;
					else if (turns.reached < total) {
						const portion = turns.add(token, parts?.[index] ?? 0);
						if (portion !== undefined) yield portion;
						if (turns.isFull) yield* turns.rest();
					}
				}
				if (turns.reached >= total) break;
			}
			yield* turns.rest();
			given = turns.reached;
		}
		return undefined;
	}
}

/** @returns whether something is sent to it */
function noteToken<M>(
	counts: ListCounts,
	list: number,
	part: number,
	found: ListPart<M> | undefined,
): boolean {
	const ofList = (counts.ofParts[list] ??= []);
	while (ofList.length <= part) ofList.push(0);
	ofList[part] = (ofList[part] ?? 0) + 1;
	const isHeldOut = found?.isHeldOut === true;
	if (isHeldOut) counts.heldOut += 1;
	else counts.distinct += 1;
	return !isHeldOut;
}

function noteClash(counts: ListCounts, list: number): void {
	counts.clash ??= { list, tokens: 0 };
	if (counts.clash.list === list) counts.clash.tokens += 1;
}
