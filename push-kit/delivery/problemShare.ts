/** A seat belt: ends a run whose messages are refused, before it has used up a whole list. */

import type { TokenOutcome } from './outcome';

/** Tokens that must have settled before their share says anything. */
const JUDGED_FROM = 500;

/** Devices under way until then: what a bad list may cost at the most. */
const DEVICES_UNDER_WAY = 1000;

/** Tokens that have settled, and those of them that were rejected or failed. */
export interface Tries {
	tried: number;
	problems: number;
}

export function noTries(): Tries {
	return { tried: 0, problems: 0 };
}

export class ProblemShare {
	private exceeded = false;

	/**
	 * @param limit from 0 to 1: a share this high ends the run; `undefined` for a run without the belt
	 * @param tries of the runs before, to which those of this one are added
	 */
	constructor(
		private readonly limit: number | undefined,
		private readonly tries = noTries(),
	) {
		this.judge();
	}

	/** Whether the run is to end. Once it is, it stays so: the answers still under way change nothing. */
	get isExceeded(): boolean {
		return this.exceeded;
	}

	/** Most devices that may be under way at present. */
	get devicesUnderWay(): number {
		const undecided = this.limit !== undefined && this.tries.tried < JUDGED_FROM;
		return undecided ? DEVICES_UNDER_WAY : Number.POSITIVE_INFINITY;
	}

	/** Counts a request that has settled for good. */
	add(outcomes: readonly TokenOutcome[]): void {
		if (this.limit === undefined) return;
		this.tries.tried += outcomes.length;
		this.tries.problems += outcomes.filter(
			({ outcome }) => outcome === 'rejected' || outcome === 'failed',
		).length;
		this.judge();
	}

	private judge(): void {
		const { tried, problems } = this.tries;
		if (this.limit === undefined || tried < JUDGED_FROM) return;
		this.exceeded ||= problems > 0 && problems >= this.limit * tried;
	}
}
