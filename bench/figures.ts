/** A figure of the benchmark: what this package reached, beside what it is compared with. */
import { median } from './statistics';

export type Unit = 'ms' | 'MB' | 'calls/s' | 'count' | 'messages' | 'power';

/** Of all others less is better. */
const MORE_IS_BETTER: readonly Unit[] = ['calls/s', 'messages'];

/** One side of a figure. */
export interface Measured {
	/** The median of the rounds. */
	value: number;
	unit: Unit;
	/** Each round's value, in their order. */
	rounds: number[];
}

/** How a figure is judged. */
export interface Goal {
	/** `ratio`: how many times better than the peer; the others: the value itself. */
	kind: 'ratioAtLeast' | 'atMost' | 'exactly';
	value: number;
}

export interface Figure {
	/** The row's first cell. */
	name: string;
	ours: Measured;
	peer?: Measured;
	/** How many times better ours is: less time, fewer requests, more calls a second, more messages. None if one is 0. */
	ratio?: number;
	goal?: Goal;
	/** Undefined where there is no goal. */
	reached?: boolean;
}

/** The median of the rounds. Throws RangeError if there was none. */
export function measure(unit: Unit, rounds: readonly number[]): Measured {
	return { value: median(rounds), unit, rounds: [...rounds] };
}

/** A figure, judged. `peer` and `goal` may be missing: then it is told only. */
export function makeFigure(
	name: string,
	ours: Measured,
	{ peer, goal }: { peer?: Measured; goal?: Goal } = {},
): Figure {
	const ratio = peer && compare(ours, peer);
	return {
		name,
		ours,
		...(peer && { peer }),
		...(ratio !== undefined && { ratio }),
		...(goal && { goal, reached: isReached(goal, ours.value, ratio) }),
	};
}

function compare(ours: Measured, peer: Measured): number | undefined {
	if (ours.value === 0 || peer.value === 0) return undefined;
	return MORE_IS_BETTER.includes(ours.unit) ? ours.value / peer.value : peer.value / ours.value;
}

function isReached(goal: Goal, value: number, ratio: number | undefined): boolean {
	if (goal.kind === 'ratioAtLeast') return ratio !== undefined && ratio >= goal.value;
	return goal.kind === 'atMost' ? value <= goal.value : value === goal.value;
}
