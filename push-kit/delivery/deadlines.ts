/** The end of waiting for requests that do not end by themselves. */

import type { Surroundings } from './surroundings';

/** Longest that a pause, which cannot be taken back, outlives the last request. Milliseconds. */
const SLICE = 1000;

/** How a wait ended: with what was waited for, because the time was up, or because the run was cancelled. */
export type Ending<T> =
	| { readonly kind: 'done'; readonly value: T }
	| { readonly kind: 'late' }
	| { readonly kind: 'cancelled' };

const LATE = { kind: 'late' } as const;
const CANCELLED = { kind: 'cancelled' } as const;

interface Wait {
	/** Unix time in milliseconds. */
	readonly due: number;
	readonly end: (ending: typeof LATE | typeof CANCELLED) => void;
}

/**
 * One time-out for all requests of a run. All share one pause at a time: a timer of its own for each, which
 * n8n offers no way to take back, would keep thousands of answers in memory until it fires.
 */
export class Deadlines {
	/** In the order in which they began, hence in which they are due. */
	private readonly waits = new Set<Wait>();

	private watching = false;

	/**
	 * @param timeout milliseconds to wait for one request
	 * @param signal ends all waits at once
	 */
	constructor(
		private readonly surroundings: Surroundings,
		private readonly timeout: number,
		private readonly signal?: AbortSignal,
	) {}

	/**
	 * Waits for `work`, but not for ever. What becomes of it afterwards, a failure included, nobody hears.
	 *
	 * @throws what `work` throws in time
	 */
	async wait<T>(work: Promise<T>): Promise<Ending<T>> {
		return await new Promise((resolve, reject) => {
			const wait = { due: this.surroundings.now() + this.timeout, end: resolve };
			this.waits.add(wait);
			work.then(
				(value) => {
					this.waits.delete(wait);
					resolve({ kind: 'done', value });
				},
				(error: unknown) => {
					this.waits.delete(wait);
					reject(error);
				},
			);
			if (!this.watching) void this.watch();
		});
	}

	private async watch(): Promise<void> {
		this.watching = true;
		for (;;) {
			const now = this.surroundings.now();
			for (const wait of this.waits) {
				const cancelled = this.signal?.aborted === true;
				if (!cancelled && wait.due > now) break;
				this.waits.delete(wait);
				wait.end(cancelled ? CANCELLED : LATE);
			}
			const [next] = this.waits;
			if (next === undefined) break;
			await this.surroundings.sleep(Math.min(SLICE, next.due - now), this.signal);
		}
		this.watching = false;
	}
}
