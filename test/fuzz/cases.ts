/** How many cases of each parser, and which: set by `npm run fuzz`. */
import fc, { type Arbitrary, type Parameters, type RunDetails } from 'fast-check';
import { DEFAULT_CASES, HIGHEST_SEED } from './arguments';
import { EndlessError } from './laws';

export const CASES_VARIABLE = 'HUAWEI_PUSH_FUZZ_CASES';
export const SEED_VARIABLE = 'HUAWEI_PUSH_FUZZ_SEED';

/** Characters of a failing case that are shown: the seed and the path bring back all of it. */
const SHOWN = 600;

/** Cases cut off in a search for the smallest. */
const MOST_ENDLESS = 10;

/** Checks a law on every case; a failure names the seed and the smallest case that fails. */
export function checkCases<T>(arbitrary: Arbitrary<T>, law: (value: T) => void): void {
	let endless = 0;
	const patient = (value: T) => {
		// A smaller case is good to have, but not for an hour.
		if (endless >= MOST_ENDLESS) return;
		try {
			law(value);
		} catch (error) {
			if (error instanceof EndlessError) endless += 1;
			throw error;
		}
	};
	report(fc.check(fc.property(arbitrary, patient), readParameters()));
}

/** The same for laws that have to wait. */
export async function checkCasesAsync<T>(
	arbitrary: Arbitrary<T>,
	law: (value: T) => Promise<void>,
): Promise<void> {
	report(await fc.check(fc.asyncProperty(arbitrary, law), readParameters()));
}

/** Characters of a text that stands for no message, key or list that anybody would send. */
const ENDLESS = 200_000;

/**
 * Checks a law on every piece, so often that the text has 200,000 characters, behind every other and
 * before every ending: what is slow is found each time, and not by luck.
 */
export function checkEndless(pieces: readonly string[], law: (text: string) => void): void {
	for (const piece of pieces.filter((one) => one !== '')) {
		const long = piece.repeat(ENDLESS / piece.length);
		for (const head of ['', ...pieces]) {
			for (const tail of ['', '!']) {
				try {
					law(head + long + tail);
				} catch (error) {
					const what = `${JSON.stringify(head)} + ${ENDLESS} characters of ${JSON.stringify(piece)} + ${JSON.stringify(tail)}`;
					throw new Error(`${what} breaks the law`, { cause: error });
				}
			}
		}
	}
}

function readParameters<T>(): Parameters<T> {
	const { [CASES_VARIABLE]: cases, [SEED_VARIABLE]: seed } = process.env;
	return {
		numRuns: Number(cases ?? DEFAULT_CASES),
		seed: Number(seed ?? Math.floor(Math.random() * HIGHEST_SEED)),
	};
}

function report<T>(details: RunDetails<T>): void {
	if (!details.failed) return;
	const { numRuns, seed, counterexamplePath, counterexample, errorInstance } = details;
	const shown = fc.stringify(counterexample);
	const rest = shown.length > SHOWN ? `… (${shown.length} characters)` : '';
	throw new Error(
		`Case ${numRuns} breaks the law (seed ${seed}, path ${String(counterexamplePath)}): ${shown.slice(0, SHOWN)}${rest}`,
		{ cause: errorInstance },
	);
}
