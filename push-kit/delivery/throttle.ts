/**
 * How many requests at a time, found by trying: Huawei says what it does not take (503), but not what it
 * would. It begins with many, because a request that flow control refuses harms nobody and is sent again,
 * grows fast until the first refusal, then slowly, and gives way by half, as TCP finds the room of a road.
 */

/** Places at first: at 100 ms an answer, 1,000 messages in less than a second. */
export const FIRST_PLACES = 64;

/** Most places: a connection each, and many machines allow a process 1,024 open files. */
export const MOST_PLACES = 512;

/**
 * Devices that count as one place: full requests then begin with 8,000 devices under way, and flow control,
 * which counts devices, is met by fewer requests at a time whatever their size.
 */
const DEVICES_PER_PLACE = 125;

/** Places that an answer adds before anything was refused: a window of them grows threefold. */
const FAST_GROWTH = 2;

/** Places that an answer adds to a limit of this machine: what used up its sockets may be over. */
const LIMIT_GROWTH = 0.01;

/** Successful requests in a row after which the size of a request is doubled back. */
const RECOVERY_STREAK = 4;

/** Places that a request of `devices` tokens takes. */
export function placesOf(devices: number): number {
	return Math.max(1, devices / DEVICES_PER_PLACE);
}

/** Requests at a time and tokens per request; both give way and recover. */
export class Throttle {
	private placesNow: number;

	private sizeNow: number;

	/** Growth is fast below it. */
	private threshold = Number.POSITIVE_INFINITY;

	/** Places that this machine has. */
	private limit: number;

	private streak = 0;

	private steps = 0;

	/**
	 * @param mostPlaces at a time
	 * @param sizeLimit most tokens of one request
	 */
	constructor(
		private readonly mostPlaces: number,
		private readonly sizeLimit: number,
	) {
		this.placesNow = Math.min(FIRST_PLACES, mostPlaces);
		this.limit = mostPlaces;
		this.sizeNow = sizeLimit;
	}

	/** Requests at a time, see `placesOf`; a whole number. */
	get places(): number {
		return Math.floor(this.placesNow);
	}

	/** Most tokens of the next request. */
	get size(): number {
		return this.sizeNow;
	}

	/** Of a request that begins now: to be handed back with its result. */
	get stage(): number {
		return this.steps;
	}

	/**
	 * Fewer requests at a time first, then smaller ones. Requests that were already under way at the last step
	 * say nothing about the new pace: a window of refusals at once is one step.
	 */
	slowDown(stage: number): void {
		this.streak = 0;
		if (stage < this.steps) return;
		this.steps += 1;
		if (this.places > 1) {
			this.placesNow = Math.floor(this.placesNow / 2);
			this.threshold = this.placesNow;
		} else {
			this.sizeNow = Math.ceil(this.sizeNow / 2);
		}
	}

	/** The same, and hardly more again: not Huawei but this machine is at its end, perhaps for others' sake. */
	lowerLimit(stage: number): void {
		this.slowDown(stage);
		this.limit = Math.min(this.limit, this.placesNow);
	}

	/**
	 * A request of `devices` tokens got through: the size recovers first, being what was cut last.
	 *
	 * @param stage at which the request began
	 */
	recover(stage: number, devices: number): void {
		if (stage < this.steps) return;
		if (this.sizeNow < this.sizeLimit) {
			this.streak += 1;
			if (this.streak < RECOVERY_STREAK) return;
			this.streak = 0;
			this.sizeNow = Math.min(this.sizeLimit, this.sizeNow * 2);
			return;
		}
		const answered = placesOf(devices);
		const growth = this.placesNow < this.threshold ? FAST_GROWTH : 1 / this.placesNow;
		this.limit = Math.min(this.mostPlaces, this.limit + LIMIT_GROWTH * answered);
		this.placesNow = Math.min(this.limit, this.placesNow + growth * answered);
	}
}
