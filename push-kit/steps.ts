/** Long work in steps of a few milliseconds, between which whoever runs it may do other things. */
export type Steps<T> = Generator<void, T, void>;

/** Tokens or entries of a list in one step. */
export const STEP = 1000;

/** Does all of it in one piece. */
export function finish<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
