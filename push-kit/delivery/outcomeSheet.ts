/** The outcome of every token of a run, from the first moment on: whenever a run ends, none is missing. */

import { ownVerdict } from './refusedTokens';
import type { TokenOutcome } from './outcome';
import type { Batch } from './waitingLine';

export class OutcomeSheet {
	private readonly outcomes: TokenOutcome[][];

	private anyAccepted = false;

	/** Tokens that were refused in a request of their own: group and position. */
	private readonly refusedAlone: Array<readonly [group: number, position: number]> = [];

	/**
	 * @param sizes number of tokens of each group
	 * @param untried outcome of a token that is never tried
	 */
	constructor(sizes: readonly number[], untried: TokenOutcome) {
		this.outcomes = sizes.map((size) => Array.from({ length: size }, () => untried));
	}

	/** Kept up to date with every attempt, so that a run cancelled between two of them loses nothing. */
	record({ group, start, end }: Batch, latest: readonly TokenOutcome[]): void {
		const outcomes = this.outcomes[group] ?? [];
		latest.forEach((outcome, index) => {
			const position = start + index;
			const former = outcomes[position]?.outcome;
			if (outcome.outcome === 'accepted') this.anyAccepted = true;
			// An earlier attempt may have been accepted: a later refusal of the whole request does not undo that.
			if (former === 'unknown' && outcome.outcome === 'failed') return;
			outcomes[position] = outcome;
			if (outcome.outcome === 'rejected' && end - start === 1) {
				this.refusedAlone.push([group, position]);
			}
		});
	}

	/**
	 * The outcomes of all tokens. One token in a request is "all of them" by itself, which says nothing about
	 * the set-up: there the whole run is the measure, and where Huawei took other messages, the token is at
	 * fault.
	 */
	conclude(): TokenOutcome[][] {
		if (this.anyAccepted) {
			for (const [group, position] of this.refusedAlone) {
				const outcome = this.outcomes[group]?.[position];
				if (outcome !== undefined) this.outcomes[group]?.splice(position, 1, ownVerdict(outcome));
			}
		}
		return this.outcomes;
	}
}
