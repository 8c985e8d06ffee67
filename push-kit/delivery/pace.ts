/** How fast: a bucket of devices per second, and a number of requests at a time that flow control halves. */

const SECOND = 1000;

/**
 * Devices per second, as Huawei's QPS counts. The bucket holds one second's tokens; what a request takes
 * comes back a second later, so that no second ever sees more than the rate, not even after a pause.
 */
export class TokenBucket {
	private left: number;

	private readonly capacity: number;

	/** Milliseconds until what was taken comes back: longer than a second for less than one device per second. */
	private readonly period: number;

	private readonly taken: Array<{ at: number; count: number }> = [];

	/** @param rate devices per second; 0 or less means no limit */
	constructor(rate: number) {
		this.capacity = rate > 0 ? Math.max(1, Math.floor(rate)) : Number.POSITIVE_INFINITY;
		this.period = rate > 0 && rate < 1 ? SECOND / rate : SECOND;
		this.left = this.capacity;
	}

	/**
	 * Reserves `count` devices.
	 *
	 * @param count not more than `requestSize` permits
	 * @param earliest Unix time in milliseconds
	 * @returns the Unix time in milliseconds at which the request may be sent
	 */
	take(count: number, earliest: number): number {
		if (this.capacity === Number.POSITIVE_INFINITY) return earliest;
		// Never before an earlier reservation, or that one's second could overflow.
		let at = Math.max(earliest, this.taken.at(-1)?.at ?? earliest);
		while (this.left < count) {
			const oldest = this.taken.shift();
			if (oldest === undefined) break;
			this.left += oldest.count;
			at = Math.max(at, oldest.at + this.period);
		}
		this.left -= count;
		this.taken.push({ at, count });
		return at;
	}
}

/**
 * Tokens of one request: equal parts of a second's tokens, so that the rate is used up whole (1,500 a
 * second are two requests of 750, not one of 1,000).
 *
 * @param maximumTokens that Huawei takes in one request
 * @param rate devices per second; 0 or less means no limit
 */
export function requestSize(maximumTokens: number, rate: number): number {
	if (rate <= 0) return maximumTokens;
	const perSecond = Math.max(1, Math.floor(rate));
	return Math.floor(perSecond / Math.ceil(perSecond / maximumTokens));
}

/** Successful requests in a row after which one step of speed is given back. */
const RECOVERY_STREAK = 4;

/** Requests at a time and tokens per request; both give way to flow control and recover. */
export class Throttle {
	private concurrencyNow: number;

	private sizeNow: number;

	private streak = 0;

	private slowDowns = 0;

	constructor(
		private readonly concurrencyLimit: number,
		private readonly sizeLimit: number,
	) {
		this.concurrencyNow = concurrencyLimit;
		this.sizeNow = sizeLimit;
	}

	get concurrency(): number {
		return this.concurrencyNow;
	}

	/** Tokens of the next request. */
	get size(): number {
		return this.sizeNow;
	}

	/** Of a request that begins now: to be handed back with its result. */
	get stage(): number {
		return this.slowDowns;
	}

	/**
	 * Flow control (503): fewer requests at a time first, then smaller ones. Requests that were already
	 * under way at the last step say nothing about the new pace: eight refusals at once are one step.
	 */
	slowDown(stage: number): void {
		this.streak = 0;
		if (stage < this.slowDowns) return;
		this.slowDowns += 1;
		if (this.concurrencyNow > 1) this.concurrencyNow = Math.floor(this.concurrencyNow / 2);
		else if (this.sizeNow > 1) this.sizeNow = Math.ceil(this.sizeNow / 2);
	}

	/** A request got through: the size recovers first, being what was cut last. */
	recover(stage: number): void {
		if (stage < this.slowDowns) return;
		this.streak += 1;
		if (this.streak < RECOVERY_STREAK) return;
		this.streak = 0;
		if (this.sizeNow < this.sizeLimit) this.sizeNow = Math.min(this.sizeLimit, this.sizeNow * 2);
		else if (this.concurrencyNow < this.concurrencyLimit) this.concurrencyNow += 1;
	}
}
