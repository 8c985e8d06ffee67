/**
 * Milliseconds of work of this process so far. Unlike the time on the wall it does not grow while the machine
 * is busy with something else, so that a bound on it can be kept on any machine.
 */
export function cpuMilliseconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/** Characters: a search that is quadratic takes minutes on them, not seconds. */
export const HOSTILE_LENGTH = 200_000;

/** Far above what a linear search takes anywhere, and far below what a quadratic one takes. */
const GENEROUS_MS = 3_000;

/** Fails if a search of `HOSTILE_LENGTH` characters takes more than a linear one may. */
export function expectLinearTime(search: () => unknown): void {
	const begin = cpuMilliseconds();
	search();
	expect(cpuMilliseconds() - begin).toBeLessThan(GENEROUS_MS);
}
