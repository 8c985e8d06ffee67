/** Long work in steps of a few milliseconds, between which whoever runs it may do other things. */
export type Steps<T> = Generator<void, T, void>;

/** Tokens or entries of a list in one step. */
export const STEP = 1000;

/** Counts what is looked at, over all lists of a piece of work: a thousand short lists are as long as one of them. */
export class StepCount {
	private looked = 0;

	/** Counts one more. Returns whether a step ends with it. */
	isFullWithNext(): boolean {
		this.looked += 1;
		return this.looked % STEP === 0;
	}
}

/** Does all of it in one piece. */
export function finish<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
