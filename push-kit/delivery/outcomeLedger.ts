/**
 * What became of tokens that are too many for an object each: one number a token, and the tokens themselves
 * only of the first problems. Of the others only the list knows which token stands where.
 */

import type { Judgement } from './judgement';
import type { TokenOutcome } from './outcome';
import type { Portion } from './supply';
import type { Tally } from './tally';

/** Part of a long list. */
export interface ListPortion<M> extends Portion<M> {
	/** Place of its first token among all different tokens of the run, in order, counted from 0. */
	readonly first: number;
	/** Which list it belongs to, counted from 0. */
	readonly list: number;
	/** Which part of the list, counted from 0. */
	readonly part: number;
}

/** A token that was not accepted. */
export interface ListProblem<M> extends Pick<ListPortion<M>, 'message' | 'list'> {
	readonly token: string;
	readonly outcome: TokenOutcome;
}

/** What became of one message. */
export interface MessageTally<M> {
	readonly message: M;
	readonly tally: Tally;
	/** Requests that Huawei gave an ID. */
	readonly requests: number;
}

interface Named<M> extends Pick<ListPortion<M>, 'message' | 'list'> {
	readonly place: number;
	readonly token: string;
}

interface MessageCounts {
	readonly tally: Map<TokenOutcome, number>;
	requests: number;
}

const NOT_ASKED_FOR = 0;
const ACCEPTED = 1;

export class OutcomeLedger<M> {
	/** By place: `NOT_ASKED_FOR`, `ACCEPTED`, or 2 and more for one of `problems`. */
	private readonly kinds: Uint32Array;

	/** Raw, each once. */
	private readonly problems = new Map<TokenOutcome, number>();

	private readonly rawProblems: TokenOutcome[] = [];

	private readonly named: Array<Named<M>> = [];

	private readonly counts = new Map<M, MessageCounts>();

	/** Outcomes that differ in nothing but their request: where each takes one device, there are as many as tokens. */
	private readonly kindsOf = new Map<string, TokenOutcome>();

	/** Tokens of a request share their outcome, and stand side by side. */
	private latest: { readonly raw: TokenOutcome; readonly kind: TokenOutcome } | undefined;

	private settled = 0;

	private problemCount = 0;

	/**
	 * @param total different tokens of the run
	 * @param url where the requests of a message go
	 * @param mostNamed problems whose tokens are kept
	 */
	constructor(
		private readonly total: number,
		private readonly url: (message: M) => string,
		private readonly judgement: Judgement,
		private readonly mostNamed: number,
	) {
		this.kinds = new Uint32Array(total);
	}

	/** @param outcomes parallel to the portion's tokens */
	add(portion: ListPortion<M>, outcomes: readonly TokenOutcome[]): void {
		const { message, tokens, first } = portion;
		this.judgement.add({ url: this.url(message), tokens, outcomes });
		this.count(message, outcomes);
		outcomes.forEach((outcome, index) => {
			const place = first + index;
			if (outcome.outcome === 'accepted') this.kinds[place] = ACCEPTED;
			else this.addProblem(place, portion, tokens[index] ?? '', outcome);
		});
		this.settled += outcomes.length;
	}

	/** Tokens that the run never asked for. */
	get notAskedFor(): number {
		return this.total - this.settled;
	}

	get problemTokens(): number {
		return this.problemCount + this.notAskedFor;
	}

	/**
	 * The problems in the list's order, if their tokens were all kept; else the list has to be read again, and
	 * `problemAt` asked for each place.
	 */
	namedProblems(): ReadonlyArray<ListProblem<M>> | undefined {
		return this.problemTokens > this.named.length ? undefined : this.namedFrom(0);
	}

	/**
	 * The problems whose tokens were kept, from a place of the list on: what there is where the list cannot be read again.
	 */
	namedFrom(first: number): ReadonlyArray<ListProblem<M>> {
		return this.named
			.sort((a, b) => a.place - b.place)
			.flatMap(({ place, message, list, token }) => {
				const outcome = this.rawAt(place);
				if (place < first || outcome === undefined) return [];
				return [{ message, list, token, outcome: this.judged(message, token, outcome) }];
			});
	}

	/**
	 * What became of the token at a place; `undefined` where it was accepted.
	 *
	 * @param rest outcome of what was never asked for
	 */
	problemAt(
		place: number,
		{ message, token }: Pick<ListProblem<M>, 'message' | 'token'>,
		rest: TokenOutcome,
	): TokenOutcome | undefined {
		const kind = this.kinds[place];
		if (kind === ACCEPTED) return undefined;
		if (kind === NOT_ASKED_FOR) return rest;
		const raw = this.rawAt(place);
		return raw === undefined ? rest : this.judged(message, token, raw);
	}

	/** What became of each message, when everything was added: without what was never asked for. */
	tallies(): Array<MessageTally<M>> {
		return [...this.counts].map(([message, { tally, requests }]) => {
			const judged = new Map<TokenOutcome, number>();
			for (const [raw, number] of tally) {
				// Without the token: whom another message reached counts here by what Huawei said of this one.
				const outcome = this.judged(message, '', raw);
				judged.set(outcome, (judged.get(outcome) ?? 0) + number);
			}
			return { message, tally: judged, requests };
		});
	}

	private count(message: M, outcomes: readonly TokenOutcome[]): void {
		const known = this.counts.get(message) ?? { tally: new Map(), requests: 0 };
		this.counts.set(message, known);
		const requestIds = new Set<string>();
		for (const outcome of outcomes) {
			const kind = this.kindOf(outcome);
			known.tally.set(kind, (known.tally.get(kind) ?? 0) + 1);
			if (outcome.requestId !== undefined) requestIds.add(outcome.requestId);
		}
		// A request never carries tokens of two portions.
		known.requests += requestIds.size;
	}

	private addProblem(
		place: number,
		{ message, list }: ListPortion<M>,
		token: string,
		outcome: TokenOutcome,
	): void {
		const isOneTooMany = this.problems.size >= this.mostNamed && !this.problems.has(outcome);
		const kept = isOneTooMany ? this.kindOf(outcome) : outcome;
		let number = this.problems.get(kept);
		if (number === undefined) {
			number = this.rawProblems.push(kept) - 1;
			this.problems.set(kept, number);
		}
		this.kinds[place] = number + ACCEPTED + 1;
		this.problemCount += 1;
		if (this.named.length >= this.mostNamed) return;
		// A piece of a longer text would keep the whole of it in memory.
		this.named.push({ place, message, list, token: Buffer.from(token).toString() });
	}

	/** The outcome without its request. */
	private kindOf(raw: TokenOutcome): TokenOutcome {
		if (this.latest?.raw === raw) return this.latest.kind;
		const nameless = { ...raw, requestId: undefined };
		const key = JSON.stringify(nameless);
		const kind = this.kindsOf.get(key) ?? nameless;
		this.kindsOf.set(key, kind);
		this.latest = { raw, kind };
		return kind;
	}

	private rawAt(place: number): TokenOutcome | undefined {
		return this.rawProblems[(this.kinds[place] ?? NOT_ASKED_FOR) - ACCEPTED - 1];
	}

	private judged(message: M, token: string, outcome: TokenOutcome): TokenOutcome {
		return this.judgement.judge(this.url(message), token, outcome);
	}
}
