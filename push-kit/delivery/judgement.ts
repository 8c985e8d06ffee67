/**
 * What a refusal says about its token, decided once for a whole run, when all its requests have settled.
 *
 * Huawei names a wrong project, a wrong data processing location or a wrong column by the same words as a
 * dead token. So a token is given up only where the same set-up demonstrably works for at least as many
 * others as were refused for that reason; else the set-up is named, and every token is kept. A small run
 * also counts what this process saw before of the same node, so that a workflow which sends to one customer
 * at a time can still tell a dead token. What other nodes sent proves nothing: their list is another one, and
 * may be that of another app.
 */

import { findTokenReason, type TokenReason } from '../catalog/tokenReasons';
import { byCare, type Verdict } from '../catalog/verdicts';
import type { TokenOutcome } from './outcome';
import type { SetUpRecord } from './setUpRecord';

/** What a run has in common with those before it. */
export interface SetUp {
	/** Project and key that sign, in any form that tells two apart. */
	readonly account: string;
	/** Where the tokens come from: the node and its Token Field. Missing where another run may read another one. */
	readonly tokenSource?: string;
	/** Set where the tokens of this run come from several places: those of one prove nothing of another's. */
	readonly hasSeveralSources?: boolean;
}

/** The messages of one group: where they went, to whom, and what came of it. */
export interface SettledGroup {
	readonly url: string;
	readonly tokens: readonly string[];
	/** Parallel to `tokens`. */
	readonly outcomes: readonly TokenOutcome[];
}

/** Up to this many different tokens a run is too small to prove anything by itself alone. */
export const SMALL_RUN = 10;

/** Different tokens; that of thousands may be told by less than the tokens themselves. */
export interface TokenSet {
	readonly size: number;
	add(token: string): unknown;
	has(token: string): boolean;
}

/** Tokens that are known to differ, all with one message: only counted. */
export class CountedTokens implements TokenSet {
	size = 0;

	add(): void {
		this.size += 1;
	}

	/** A token that was accepted was refused nowhere else. */
	has(): boolean {
		return false;
	}
}

/**
 * The outcomes of `groups`, with the verdicts that the whole run allows.
 *
 * @param record what this process saw before; the run is added to it
 */
export function judge(
	groups: readonly SettledGroup[],
	setUp: SetUp,
	record: SetUpRecord,
): TokenOutcome[][] {
	const judgement = new Judgement(setUp, record);
	for (const group of groups) judgement.add(group);
	const judged = groups.map(({ url, tokens, outcomes }) =>
		outcomes.map((outcome, index) => judgement.judge(url, tokens[index] ?? '', outcome)),
	);
	judgement.remember();
	return judged;
}

/** First everything is added, then judged, then remembered. */
export class Judgement {
	private readonly run: RunCounts;

	/** By address and reason: the same for thousands of tokens. */
	private readonly proven = new Map<string, boolean>();

	/** By address and outcome: tokens of a request share theirs. */
	private readonly judged = new Map<string, Map<TokenOutcome, TokenOutcome>>();

	/** @param makeSet an empty set of tokens */
	constructor(
		private readonly setUp: SetUp,
		private readonly record: SetUpRecord,
		makeSet: () => TokenSet = () => new Set<string>(),
	) {
		this.run = new RunCounts(makeSet);
	}

	add(group: SettledGroup): void {
		this.run.add(group);
	}

	/** The outcome with its verdict. */
	judge(url: string, token: string, outcome: TokenOutcome): TokenOutcome {
		const { reasons } = outcome;
		if (outcome.outcome !== 'rejected' || reasons === undefined) return outcome;
		// Who was accepted in the same run is alive, whatever another request says.
		if (this.run.isAccepted(url, token)) return outcome;
		const shared = member(this.judged, url, () => new Map<TokenOutcome, TokenOutcome>());
		return member(shared, outcome, () =>
			judgeOne(outcome, reasons, (reason, provenBy) => this.isProven(url, reason, provenBy)),
		);
	}

	/** Adds the run to what this process knows. */
	remember(): void {
		this.run.addTo(this.record, this.setUp);
	}

	private isProven(url: string, reason: string, provenBy: ProvenBy): boolean {
		return member(this.proven, JSON.stringify([url, reason]), () => {
			const { run, record, setUp } = this;
			if (provenBy === 'tokenField' && setUp.hasSeveralSources === true) return false;
			const scope = scopeOf(url, setUp);
			const before =
				run.isSmall && scope !== undefined
					? record.counts(scope, reason)
					: { accepted: 0, refused: 0 };
			const accepted = run.accepted(url) + before.accepted;
			// At least one is refused for the reason, so nothing is proven where nobody was accepted.
			return accepted >= run.refused(url, reason) + before.refused;
		});
	}
}

type ProvenBy = NonNullable<TokenReason['setUp']>['provenBy'];

/** A token that Huawei names under several reasons gets the most careful of their verdicts. */
function judgeOne(
	outcome: TokenOutcome,
	reasons: readonly string[],
	isProven: (reason: string, provenBy: ProvenBy) => boolean,
): TokenOutcome {
	const readings = reasons.map((reason): { reason: string; verdict: Verdict; advice?: string } => {
		const row = findTokenReason(reason);
		if (row === undefined) return { reason, verdict: 'keep' };
		const { setUp, meaning } = row;
		const { verdict, remedy } =
			setUp === undefined || isProven(reason, setUp.provenBy) ? row : setUp;
		return { reason, verdict, advice: `${meaning} ${remedy}` };
	});
	const [careful] = readings.sort((a, b) => byCare(a.verdict, b.verdict));
	if (careful === undefined) return outcome;
	const { reason, verdict, advice = outcome.advice } = careful;
	return { ...outcome, reason, verdict, advice };
}

/** A sandbox takes any token, so what one address takes says nothing of another, not even of a Token Field. */
function scopeOf(
	url: string,
	{ account, tokenSource, hasSeveralSources }: SetUp,
): string | undefined {
	if (tokenSource === undefined || hasSeveralSources === true) return undefined;
	return JSON.stringify([url, account, tokenSource]);
}

/** How many different tokens of a run were accepted, and refused for each reason, by address. */
class RunCounts {
	private readonly tried = new Set<string>();

	private readonly acceptedBy = new Map<string, TokenSet>();

	private readonly refusedBy = new Map<string, Map<string, TokenSet>>();

	constructor(private readonly makeSet: () => TokenSet) {}

	/** Whether no more different tokens than those of a small run were tried. */
	get isSmall(): boolean {
		return this.tried.size <= SMALL_RUN;
	}

	add({ url, tokens, outcomes }: SettledGroup): void {
		const { tried, makeSet } = this;
		const accepted = member(this.acceptedBy, url, makeSet);
		const refused = member(this.refusedBy, url, () => new Map<string, TokenSet>());
		outcomes.forEach(({ outcome, reasons = [] }, index) => {
			const token = tokens[index] ?? '';
			if (outcome !== 'skipped' && tried.size <= SMALL_RUN) tried.add(token);
			if (outcome === 'accepted') accepted.add(token);
			if (outcome !== 'rejected') return;
			for (const reason of reasons) member(refused, reason, makeSet).add(token);
		});
	}

	accepted(url: string): number {
		return this.acceptedBy.get(url)?.size ?? 0;
	}

	refused(url: string, reason: string): number {
		return this.refusedBy.get(url)?.get(reason)?.size ?? 0;
	}

	isAccepted(url: string, token: string): boolean {
		return this.acceptedBy.get(url)?.has(token) ?? false;
	}

	addTo(record: SetUpRecord, setUp: SetUp): void {
		for (const [url, reasons] of this.refusedBy) {
			const refused = new Map([...reasons].map(([reason, tokens]) => [reason, tokens.size]));
			const scope = scopeOf(url, setUp);
			if (scope !== undefined) record.add(scope, this.accepted(url), refused);
		}
	}
}

/** The value of `key`, made on first use. */
function member<K, T>(map: Map<K, T>, key: K, make: () => T): T {
	const known = map.get(key);
	if (known !== undefined) return known;
	const made = make();
	map.set(key, made);
	return made;
}
