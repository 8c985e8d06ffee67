/** Long work in steps of a few milliseconds, between which whoever runs it may do other things. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it in one piece. */
export function finish<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
