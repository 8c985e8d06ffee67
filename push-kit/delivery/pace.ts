/** How fast: buckets of devices per second, and requests small enough to use them up whole. */

const SECOND = 1000;

/**
 * Devices per second, as Huawei's QPS counts, or per any other period. The bucket holds one period's tokens;
 * what a request takes comes back a period later, so that no period ever sees more than the rate, not even
 * after a pause.
 */
export class TokenBucket {
	private left: number;

	private capacity: number;

	/** Milliseconds until what was taken comes back: longer than asked for less than one device per period. */
	private period: number;

	private readonly taken: Array<{ at: number; count: number }> = [];

	/**
	 * @param rate devices per period; 0 or less means no limit
	 * @param span the period in milliseconds
	 */
	constructor(
		rate: number,
		private readonly span = SECOND,
	) {
		this.capacity = capacityOf(rate);
		this.period = periodOf(rate, span);
		this.left = this.capacity;
	}

	/** Changes the rate; what was taken counts on. */
	setRate(rate: number): void {
		const used = this.taken.reduce((sum, { count }) => sum + count, 0);
		this.capacity = capacityOf(rate);
		this.period = periodOf(rate, this.span);
		this.left = this.capacity - used;
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
		// Never before an earlier reservation, or that one's period could overflow.
		let at = Math.max(earliest, this.taken.at(-1)?.at ?? earliest);
		for (let [oldest] = this.taken; oldest !== undefined; [oldest] = this.taken) {
			// What has come back is forgotten even if it is not needed: the bucket lives as long as the process.
			if (this.left >= count && oldest.at + this.period > at) break;
			this.taken.shift();
			this.left += oldest.count;
			at = Math.max(at, oldest.at + this.period);
		}
		this.left -= count;
		this.taken.push({ at, count });
		return at;
	}
}

function capacityOf(rate: number): number {
	return rate > 0 ? Math.max(1, Math.floor(rate)) : Number.POSITIVE_INFINITY;
}

function periodOf(rate: number, span: number): number {
	return rate > 0 && rate < 1 ? span / rate : span;
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
