import { countDays } from '../devices/device';

const MINUTE = 60_000;

/** Counts that begin anew with each day or minute of the sandbox's clock. */
export class Quotas {
	private testDay = -1;
	private testMessages = 0;
	private imageMinute = -1;
	private imageChecks = 0;

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

	clear(): void {
		this.testDay = -1;
		this.testMessages = 0;
		this.imageMinute = -1;
		this.imageChecks = 0;
	}
}
