import type { TokenOutcome } from './outcome';

/** Outcomes, in order of first appearance, each with the number of its tokens. */
export type Tally = ReadonlyMap<TokenOutcome, number>;

/** Counts outcomes; tokens that fared alike share theirs. */
export function tallyOf(outcomes: Iterable<TokenOutcome>): Tally {
	const tally = new Map<TokenOutcome, number>();
	for (const outcome of outcomes) tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
	return tally;
}

/** All of them together; what nobody met is left out. */
export function sumOf(tallies: Iterable<Tally>): Tally {
	const sum = new Map<TokenOutcome, number>();
	for (const tally of tallies) {
		for (const [outcome, number] of tally) {
			if (number > 0) sum.set(outcome, (sum.get(outcome) ?? 0) + number);
		}
	}
	return sum;
}

/** Counts by outcome. */
export type Counts = Record<TokenOutcome['outcome'], number>;

export function countsOf(tally: Tally): Counts {
	const counts: Counts = { accepted: 0, rejected: 0, failed: 0, unknown: 0, skipped: 0 };
	for (const [{ outcome }, number] of tally) counts[outcome] += number;
	return counts;
}
