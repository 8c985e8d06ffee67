/**
 * Tests under mutation. Property tests run fewer cases, because each mutant is met by all of them, and always
 * the same ones, so that a mutant does not survive one day and die the next. Bounds of time are wider: the
 * code is instrumented and the machine busy, and what is merely slow was not noticed by anybody.
 */
import type * as FastCheck from 'fast-check';

const RUNS = 40;
const SEED = 20_261_125;

/** How many times as long a test may take that measures itself by `performance.now`. */
const PATIENCE = 20;

jest.mock('fast-check', () => {
	const real: typeof FastCheck = jest.requireActual('fast-check');
	const fewer = (property: FastCheck.IRawProperty<unknown>, parameters?: { numRuns?: number }) =>
		real.assert(property, {
			...parameters,
			numRuns: Math.min(parameters?.numRuns ?? RUNS, RUNS),
			seed: SEED,
			// The test has failed already: a smaller example of it is of no use here.
			endOnFailure: true,
		});
	// Promise or not goes by the property, which is handed on as it is.
	const assert = fewer as typeof real.assert;
	return { ...real, __esModule: true, assert, default: { ...real.default, assert } };
});

const now = performance.now.bind(performance);
performance.now = () => now() / PATIENCE;
