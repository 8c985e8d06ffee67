/** The law of a long run: what a process holds may not grow with the time. */
import { median } from '../statistics';

/** What a process held at one moment. */
export interface Sample {
	/** Seconds since the load began. */
	at: number;
	/** Resident memory in bytes. */
	memory: number;
	sockets: number;
}

/** A curve in three parts, after the warm-up. */
export interface Flatness {
	/** Median of the first third. */
	first: number;
	/** Median of the last third. */
	last: number;
	highest: number;
	/** How far the last third lies above the first; below zero where it fell. */
	growth: number;
	allowed: number;
	isFlat: boolean;
}

/** Compilers and caches fill in it: not judged. Seconds. */
export const WARM_UP_SECONDS = 60;

/** Bytes between the thirds: what the garbage collector leaves lying about. */
const ALLOWED_MEMORY = 50e6;
/** Between the thirds: those that a request under way holds. */
const ALLOWED_SOCKETS = 8;

/**
 * Medians of the first and of the last third: a single sample says little, because of the garbage collector.
 *
 * @throws {RangeError} without a sample in each third
 */
export function judgeFlat(values: readonly number[], allowed: number): Flatness {
	const third = Math.floor(values.length / 3);
	const first = median(values.slice(0, third));
	const last = median(values.slice(-third || values.length));
	const growth = last - first;
	const highest = values.reduce((most, value) => Math.max(most, value), -Infinity);
	return { first, last, highest, growth, allowed, isFlat: growth <= allowed };
}

/** Both curves of a run, without its warm-up. */
export function judgeSamples(samples: readonly Sample[]): { memory: Flatness; sockets: Flatness } {
	const judged = samples.filter(({ at }) => at >= WARM_UP_SECONDS);
	return {
		memory: judgeFlat(
			judged.map(({ memory }) => memory),
			ALLOWED_MEMORY,
		),
		sockets: judgeFlat(
			judged.map(({ sockets }) => sockets),
			ALLOWED_SOCKETS,
		),
	};
}

export function formatMegabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** A line for whoever reads the end of the run. */
export function describeFlat(
	what: string,
	{ first, last, highest, growth, allowed, isFlat }: Flatness,
	format: (value: number) => string = String,
): string {
	const verdict = isFlat ? 'flat' : `it grew by ${format(growth)}; allowed are ${format(allowed)}`;
	return `${what}: ${format(first)} in the first third, ${format(last)} in the last, ${format(highest)} at most: ${verdict}.`;
}
