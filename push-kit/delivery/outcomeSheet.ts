/** The outcome of every token of a run, from the first moment on: whenever a run ends, none is missing. */

import type { TokenOutcome } from './outcome';
import type { Batch } from './waitingLine';

export class OutcomeSheet {
	private readonly outcomes: TokenOutcome[][];

	/**
	 * @param sizes number of tokens of each group
	 * @param untried outcome of a token that is never tried
	 */
	constructor(
		sizes: readonly number[],
		private readonly untried: TokenOutcome,
	) {
		this.outcomes = sizes.map((size) => Array.from({ length: size }, () => untried));
	}

	/** Kept up to date with every attempt, so that a run cancelled between two of them loses nothing. */
	record({ group, start }: Pick<Batch, 'group' | 'start'>, latest: readonly TokenOutcome[]): void {
		const outcomes = this.outcomes[group] ?? [];
		latest.forEach((outcome, index) => {
			const position = start + index;
			const former = outcomes[position]?.outcome;
			// An earlier attempt may have been accepted: that no later one was does not undo it.
			const isNone = outcome.outcome === 'failed' || outcome.outcome === 'skipped';
			if (former === 'unknown' && isNone) return;
			outcomes[position] = outcome;
		});
	}

	/** @param rest outcome of what was never tried, if something else than cancelling ended the run */
	conclude(rest: TokenOutcome = this.untried): readonly TokenOutcome[][] {
		if (rest === this.untried) return this.outcomes;
		return this.outcomes.map((group) =>
			group.map((outcome) => (outcome === this.untried ? rest : outcome)),
		);
	}
}
