/** Pauses in long work: n8n serves everybody from one thread, and nobody is answered while it computes. */

import { SURROUNDINGS } from './surroundings';

/** Longest work without a pause. Milliseconds. */
const LONGEST = 20;

export class Breaks {
	private since = SURROUNDINGS.now();

	/** Whether it is time to `take` one. Asked before, because even a wait that is none costs time. */
	get isDue(): boolean {
		return SURROUNDINGS.now() - this.since >= LONGEST;
	}

	/** Lets n8n do what has come up meanwhile. */
	async take(): Promise<void> {
		await SURROUNDINGS.sleep(1);
		this.since = SURROUNDINGS.now();
	}
}
