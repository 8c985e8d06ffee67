/** What is made of the figures of several rounds. */

/** The middle value; of an even number the mean of the two in the middle. Throws RangeError for none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.ceil(sorted.length / 2) - 1];
	if (upper === undefined || lower === undefined) throw new RangeError('No values, no median.');
	return (lower + upper) / 2;
}

/**
 * The power of size with which a cost grows between two measurements: 1 is linear, 2 quadratic.
 * Throws RangeError where there is nothing to compare.
 */
export function growthExponent(
	small: { size: number; cost: number },
	large: { size: number; cost: number },
): number {
	const sizes = large.size / small.size;
	const costs = large.cost / small.cost;
	if (!(sizes > 1) || !(costs > 0) || !Number.isFinite(costs)) {
		throw new RangeError('Growth needs a smaller and a larger size, and costs above zero.');
	}
	return Math.log(costs) / Math.log(sizes);
}

/**
 * The longest time without an answer between `from` and `to`; all of it if there was none. All times in the
 * same unit.
 *
 * @param answers in their order
 */
export function longestSilence(answers: readonly number[], from: number, to: number): number {
	const marks = [from, ...answers.filter((at) => at > from && at < to), to];
	return Math.max(...marks.slice(1).map((at, index) => at - (marks[index] ?? at)));
}

/** Processor time since a process began, in milliseconds, at a Unix time in milliseconds. */
export interface CpuSample {
	at: number;
	ms: number;
}

/** What was used between the samples next to `from` and `to`, outside of them; unknown without samples. */
export function usedBetween(
	samples: readonly CpuSample[],
	from: number,
	to: number,
): number | undefined {
	const before = samples.filter(({ at }) => at <= from).at(-1) ?? samples[0];
	const after = samples.find(({ at }) => at >= to) ?? samples.at(-1);
	return before && after && after.ms - before.ms;
}

/** A resident set size, in bytes, at a Unix time in milliseconds. */
export interface MemorySample {
	at: number;
	bytes: number;
}

/** The largest sample up to `until`, above `level`; 0 if nothing was above it. Bytes. */
export function peakAbove(
	samples: readonly MemorySample[],
	level: number,
	until = Number.POSITIVE_INFINITY,
): number {
	return samples
		.filter(({ at }) => at <= until)
		.reduce((peak, { bytes }) => Math.max(peak, bytes - level), 0);
}
