import { countDays } from '../devices/device';

const SECOND = 1_000;
const MINUTE = 60_000;

/** Counts that begin anew with each day, minute or second of the sandbox's clock. */
export class Quotas {
	private testDay = -1;
	private testMessages = 0;
	private imageMinute = -1;
	private imageChecks = 0;
	private secondSince = Number.NEGATIVE_INFINITY;
	private sends = 0;

	/** Successful test message requests of the day on which `now` (Unix milliseconds) lies. */
	countTestMessages(now: number): number {
		const day = countDays(now);
		if (day !== this.testDay) this.testMessages = 0;
		this.testDay = day;
		return this.testMessages;
	}

	addTestMessage(): void {
		this.testMessages++;
	}

	/** Counts one image check and returns how many there were in this minute, itself included. */
	addImageCheck(now: number): number {
		const minute = Math.floor(now / MINUTE);
		if (minute !== this.imageMinute) this.imageChecks = 0;
		this.imageMinute = minute;
		return ++this.imageChecks;
	}

	/**
	 * Counts one request to send and returns how many there were in this second, itself included. A second
	 * begins with the first request after the last one, so that a burst is never counted as two.
	 */
	addSend(now: number): number {
		const passed = now - this.secondSince;
		// The clock may have been turned back.
		if (passed >= SECOND || passed < 0) {
			this.secondSince = now;
			this.sends = 0;
		}
		return ++this.sends;
	}

	clear(): void {
		this.secondSince = Number.NEGATIVE_INFINITY;
		this.sends = 0;
		this.testDay = -1;
		this.testMessages = 0;
		this.imageMinute = -1;
		this.imageChecks = 0;
	}
}
