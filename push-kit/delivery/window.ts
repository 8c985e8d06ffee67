/** The requests that are on their way at a time, and whether one more may join them. */

import { NO_ACCIDENT } from './addresses';
import type { TokenOutcome } from './outcome';
import type { TransportResult } from './transport';

/** Of a token whose turn did not come, because nobody answers: it is safe to be sent to later. */
export const NO_ANSWERS: TokenOutcome = {
	outcome: 'skipped',
	reason: 'noAnswers',
	verdict: 'retryLater',
	advice:
		'The server answered none of the last requests in time, so the run ended before this token was tried. Check the network of the machine that runs n8n, then send to this token again.',
};

export class Window {
	private underWay = 0;

	/** Requests that go on although nobody waits for them any more. */
	private abandoned = 0;

	/** Requests that were not answered in time, since any other was answered. */
	private unanswered = 0;

	private tell: () => void = () => undefined;

	/**
	 * @param places requests at a time, as it is now
	 * @param cap most of them that the run was given
	 */
	constructor(
		private readonly places: () => number,
		private readonly cap = Number.POSITIVE_INFINITY,
	) {}

	/**
	 * A request that goes on although nobody waits for it keeps its place, and so does one that was not
	 * answered in time until any other is: where a whole window went without an answer, one request more would
	 * only make one token more unknown. A few of them are no such window, however narrow flow control made it.
	 */
	get mayBegin(): boolean {
		const places = this.places();
		return (
			this.underWay < places &&
			this.underWay + this.abandoned < Math.max(places, Math.min(this.cap, NO_ACCIDENT)) &&
			this.underWay + this.unanswered < Math.max(places, NO_ACCIDENT)
		);
	}

	/** Whether there is nothing left to wait for. */
	get empty(): boolean {
		return this.underWay === 0;
	}

	/** Counts `work` as on its way until it ends, however it does. */
	begin(work: Promise<void>): void {
		this.underWay += 1;
		const end = () => {
			this.underWay -= 1;
			this.tell();
		};
		work.then(end, end);
	}

	/** Learns from how a request ended whether the server answers at all. */
	note(result: TransportResult): void {
		if (result.kind === 'answer') this.unanswered = 0;
		else if (result.unanswered === true) this.unanswered += 1;
		if (result.kind === 'answer' || result.open === undefined) return;
		this.abandoned += 1;
		const end = () => {
			this.abandoned -= 1;
			this.tell();
		};
		result.open.then(end, end);
	}

	/** Until a place becomes free. */
	async change(): Promise<void> {
		await new Promise<void>((resolve) => {
			this.tell = resolve;
		});
	}
}
