/** Pauses in long work: n8n serves everybody from one thread, and nobody is answered while it computes. */

import type { Steps } from '../../../push-kit/steps';
import { SURROUNDINGS } from './surroundings';

/** Longest work without a pause. Milliseconds. */
const LONGEST = 20;

export class Breaks {
	private since = SURROUNDINGS.now();

	/** Steps until the clock is looked at again: that takes longer than a small step does. */
	private steps = 0;

	/** Whether it is time to `take` one. Asked before, because even a wait that is none costs time. */
	get isDue(): boolean {
		return SURROUNDINGS.now() - this.since >= LONGEST;
	}

	/** The same for steps of a few microseconds, of which only every hundredth looks at the clock. */
	get isDueAfterStep(): boolean {
		this.steps += 1;
		return this.steps % 100 === 0 && this.isDue;
	}

	/** Does work that stops now and then, and lets n8n do its own where that is due. */
	async during<T>(steps: Steps<T>): Promise<T> {
		for (;;) {
			const step = steps.next();
			if (step.done) return step.value;
			if (this.isDue) await this.take();
		}
	}

	/** Lets n8n do what has come up meanwhile. */
	async take(): Promise<void> {
		await SURROUNDINGS.sleep(1);
		this.since = SURROUNDINGS.now();
	}
}
