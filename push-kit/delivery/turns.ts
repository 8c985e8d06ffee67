/** When a request may go: as the rate, Huawei's wish for silence and the back-off after a failure permit. */

import { TokenBucket } from './pace';
import { readRetryAfter, retryDelay, type RetryLimits } from './retryPolicy';
import type { Surroundings } from './surroundings';
import type { TransportResult } from './transport';

export class Turns {
	private readonly bucket: TokenBucket;

	/** Start of the present stretch without any success, in Unix milliseconds. */
	private failingSince: number | undefined;

	/** Huawei asked for silence until then, in Unix milliseconds. */
	private silentUntil = 0;

	/**
	 * @param tokensPerSecond devices per second; 0 for no limit
	 * @param signal ends all waiting at once
	 */
	constructor(
		private readonly surroundings: Surroundings,
		tokensPerSecond: number,
		private readonly limits: RetryLimits,
		private readonly signal?: AbortSignal,
	) {
		this.bucket = new TokenBucket(tokensPerSecond);
	}

	/** Until the rate and Huawei's own wish for silence let a request of `count` devices go. */
	async waitForTurn(count: number): Promise<void> {
		const { surroundings, signal } = this;
		do {
			const now = surroundings.now();
			const turn = this.bucket.take(count, Math.max(now, this.silentUntil));
			if (turn > now) await surroundings.sleep(turn - now, signal);
		} while (!this.cancelled && surroundings.now() < this.silentUntil);
	}

	/**
	 * Until a request may be tried once more.
	 *
	 * @param attempts sends of the request so far
	 * @returns whether it may at all: neither the attempts nor the budget of the run are used up
	 */
	async waitForRetry(attempts: number, result: TransportResult): Promise<boolean> {
		const { surroundings, signal, limits } = this;
		const now = surroundings.now();
		this.failingSince ??= now;
		const asked = result.kind === 'answer' ? readRetryAfter(result.retryAfter, now) : undefined;
		const delay = retryDelay(attempts, asked, surroundings.random(), limits);
		const late = now + delay - this.failingSince > limits.budget;
		if (attempts >= limits.attempts || late || this.cancelled) return false;
		if (asked !== undefined) this.silentUntil = Math.max(this.silentUntil, now + asked);
		await surroundings.sleep(delay, signal);
		return !this.cancelled;
	}

	/** Something was answered that needs no repeat: the budget begins anew. */
	succeeded(): void {
		this.failingSince = undefined;
	}

	private get cancelled(): boolean {
		return this.signal?.aborted === true;
	}
}
