/** The outcome of every token under way, from the first moment on: whenever a run ends, none is missing. */

import type { TokenOutcome } from './outcome';
import type { Portion } from './supply';
import type { Batch } from './waitingLine';

interface OpenPortion<P> {
	readonly portion: P;
	readonly outcomes: TokenOutcome[];
	/** Tokens that have not settled yet. */
	left: number;
}

/** Portions from their first request to their last outcome; then they are handed over and forgotten. */
export class OpenPortions<P extends Portion<unknown>> {
	private readonly open = new Map<number, OpenPortion<P>>();

	private opened = 0;

	/**
	 * @param untried outcome of a token that is never tried
	 * @param onSettled called once for each portion, with outcomes parallel to its tokens
	 */
	constructor(
		private readonly untried: TokenOutcome,
		private readonly onSettled: (portion: P, outcomes: readonly TokenOutcome[]) => void,
	) {}

	/** @returns the number by which its batches name it */
	add(portion: P): number {
		const number = this.opened;
		this.opened += 1;
		const left = portion.tokens.length;
		const outcomes = Array.from({ length: left }, () => this.untried);
		if (left === 0) this.onSettled(portion, outcomes);
		else this.open.set(number, { portion, outcomes, left });
		return number;
	}

	at(number: number): P {
		return this.openAt(number).portion;
	}

	/** Kept up to date with every attempt, so that a run cancelled between two of them loses nothing. */
	record(
		{ portion, start }: Pick<Batch, 'portion' | 'start'>,
		latest: readonly TokenOutcome[],
	): void {
		const { outcomes } = this.openAt(portion);
		latest.forEach((outcome, index) => {
			const position = start + index;
			const former = outcomes[position]?.outcome;
			// An earlier attempt may have been accepted: that no later one was does not undo it.
			const isNone = outcome.outcome === 'failed' || outcome.outcome === 'skipped';
			if (former === 'unknown' && isNone) return;
			outcomes[position] = outcome;
		});
	}

	/** Nothing more is tried for these tokens. */
	settle({ portion: number, start, end }: Pick<Batch, 'portion' | 'start' | 'end'>): void {
		const open = this.openAt(number);
		open.left -= end - start;
		if (open.left > 0) return;
		this.open.delete(number);
		this.onSettled(open.portion, open.outcomes);
	}

	/**
	 * Hands over what is left when a run ends.
	 *
	 * @param rest outcome of what was never tried
	 */
	conclude(rest: TokenOutcome): void {
		for (const { portion, outcomes } of this.open.values()) {
			this.onSettled(
				portion,
				outcomes.map((outcome) => (outcome === this.untried ? rest : outcome)),
			);
		}
		this.open.clear();
	}

	private openAt(number: number): OpenPortion<P> {
		const open = this.open.get(number);
		if (open === undefined) throw new RangeError(`No open portion ${number}`);
		return open;
	}
}
