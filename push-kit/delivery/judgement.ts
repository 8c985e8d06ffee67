/**
 * What a refusal says about its token, decided once for a whole run, when all its requests have settled.
 *
 * Huawei names a wrong project, a wrong data processing location or a wrong column by the same words as a
 * dead token. So a token is given up only where the same set-up demonstrably works for at least as many
 * others as were refused for that reason; else the set-up is named, and every token is kept. A small run
 * also counts what this process saw before, so that a workflow which sends to one customer at a time can
 * still tell a dead token.
 */

import { findTokenReason, type TokenReason } from '../catalog/tokenReasons';
import { byCare, type Verdict } from '../catalog/verdicts';
import type { TokenOutcome } from './outcome';
import type { SetUpRecord } from './setUpRecord';

/** What a run has in common with those before it. */
export interface SetUp {
	/** Project and key that sign, in any form that tells two apart. */
	readonly account: string;
	/** Where the tokens come from: the node and its Token Field. */
	readonly tokenSource: string;
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
	const run = new RunCounts(groups);
	/** By address and reason: the same for thousands of tokens. */
	const proven = new Map<string, boolean>();
	const isProven = (url: string, reason: string, provenBy: ProvenBy): boolean => {
		const key = JSON.stringify([url, reason]);
		const known = proven.get(key);
		if (known !== undefined) return known;
		const before = run.isSmall
			? record.counts(scopeOf(provenBy, url, setUp), reason)
			: { accepted: 0, refused: 0 };
		const accepted = run.accepted(url) + before.accepted;
		// At least one is refused for the reason, so nothing is proven where nobody was accepted.
		const holds = accepted >= run.refused(url, reason) + before.refused;
		proven.set(key, holds);
		return holds;
	};
	const judged = groups.map(({ url, tokens, outcomes }) => {
		const shared = new Map<TokenOutcome, TokenOutcome>();
		return outcomes.map((outcome, index) => {
			if (outcome.outcome !== 'rejected' || outcome.reasons === undefined) return outcome;
			// Who was accepted in the same run is alive, whatever another request says.
			if (run.isAccepted(url, tokens[index] ?? '')) return outcome;
			const known = shared.get(outcome) ?? judgeOne(outcome, outcome.reasons, url, isProven);
			shared.set(outcome, known);
			return known;
		});
	});
	run.addTo(record, setUp);
	return judged;
}

type ProvenBy = NonNullable<TokenReason['setUp']>['provenBy'];

/** A token that Huawei names under several reasons gets the most careful of their verdicts. */
function judgeOne(
	outcome: TokenOutcome,
	reasons: readonly string[],
	url: string,
	isProven: (url: string, reason: string, provenBy: ProvenBy) => boolean,
): TokenOutcome {
	const readings = reasons.map((reason): { reason: string; verdict: Verdict; advice?: string } => {
		const row = findTokenReason(reason);
		if (row === undefined) return { reason, verdict: 'keep' };
		const { setUp, meaning } = row;
		const { verdict, remedy } =
			setUp === undefined || isProven(url, reason, setUp.provenBy) ? row : setUp;
		return { reason, verdict, advice: `${meaning} ${remedy}` };
	});
	const [careful] = readings.sort((a, b) => byCare(a.verdict, b.verdict));
	if (careful === undefined) return outcome;
	const { reason, verdict, advice = outcome.advice } = careful;
	return { ...outcome, reason, verdict, advice };
}

/** A sandbox takes any token, so what one address takes says nothing of another, not even of a Token Field. */
function scopeOf(provenBy: ProvenBy, url: string, { account, tokenSource }: SetUp): string {
	return JSON.stringify([url, account, ...(provenBy === 'tokenField' ? [tokenSource] : [])]);
}

/** How many different tokens of a run were accepted, and refused for each reason, by address. */
class RunCounts {
	/** Whether more different tokens than those of a small run were tried. */
	readonly isSmall: boolean;

	private readonly acceptedBy = new Map<string, Set<string>>();

	private readonly refusedBy = new Map<string, Map<string, Set<string>>>();

	constructor(groups: readonly SettledGroup[]) {
		const tried = new Set<string>();
		for (const { url, tokens, outcomes } of groups) {
			const accepted = member(this.acceptedBy, url, () => new Set<string>());
			const refused = member(this.refusedBy, url, () => new Map<string, Set<string>>());
			outcomes.forEach(({ outcome, reasons = [] }, index) => {
				const token = tokens[index] ?? '';
				if (outcome !== 'skipped' && tried.size <= SMALL_RUN) tried.add(token);
				if (outcome === 'accepted') accepted.add(token);
				if (outcome !== 'rejected') return;
				for (const reason of reasons) member(refused, reason, () => new Set<string>()).add(token);
			});
		}
		this.isSmall = tried.size <= SMALL_RUN;
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
			for (const provenBy of ['project', 'tokenField'] as const) {
				record.add(scopeOf(provenBy, url, setUp), this.accepted(url), refused);
			}
		}
	}
}

/** The value of `key`, made on first use. */
function member<T>(map: Map<string, T>, key: string, make: () => T): T {
	const known = map.get(key);
	if (known !== undefined) return known;
	const made = make();
	map.set(key, made);
	return made;
}
