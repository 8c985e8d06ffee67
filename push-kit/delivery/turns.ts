/** When a request may go: as the rate, Huawei's wish for silence and the back-off after a failure permit. */

import type { ProjectPace } from './projectPace';
import type { Rate } from './rates';
import { readRetryAfter, retryDelay, type RetryLimits } from './retryPolicy';
import type { Surroundings } from './surroundings';
import type { TransportResult } from './transport';
import type { Batch } from './waitingLine';

export class Turns {
	/** Start of the present stretch without any success, in Unix milliseconds. */
	private failingSince: number | undefined;

	/** @param signal ends all waiting at once */
	constructor(
		private readonly surroundings: Surroundings,
		private readonly pace: ProjectPace,
		private readonly limits: RetryLimits,
		private readonly signal?: AbortSignal,
	) {}

	/**
	 * Until the rates and Huawei's own wish for silence let a request of `count` devices go.
	 *
	 * @param rate that its kind of message has of its own
	 */
	async waitForTurn(count: number, rate?: Rate): Promise<void> {
		const { surroundings, pace, signal } = this;
		do {
			const now = surroundings.now();
			const turn = pace.reserve(count, rate, now);
			if (turn > now) await surroundings.sleep(turn - now, signal);
		} while (!this.cancelled && surroundings.now() < pace.silentUntil);
	}

	/**
	 * Until a request may be tried once more.
	 *
	 * @param tried its sends so far; those that met the search for the pace may be as many as it takes
	 * @returns whether it may at all: neither the attempts nor the budget of the run are used up
	 */
	async waitForRetry(
		{ attempts, faults }: Pick<Batch, 'attempts' | 'faults'>,
		result: TransportResult,
	): Promise<boolean> {
		const { surroundings, signal, limits } = this;
		const now = surroundings.now();
		this.failingSince ??= now;
		const asked = result.kind === 'answer' ? readRetryAfter(result.retryAfter, now) : undefined;
		// How often the search met this request by chance says nothing of how long Huawei takes nothing.
		const tries = Math.min(attempts, faults + Math.max(1, this.pace.stepsBack));
		const delay = retryDelay(tries, asked, surroundings.random(), limits);
		// While Huawei answers another run of the project, it is the pace that is looked for.
		const since = Math.max(this.failingSince, this.pace.answeredAt);
		const late = now + delay - since > limits.budget;
		if (faults >= limits.attempts || late || this.cancelled) return false;
		if (asked !== undefined) this.pace.keepSilent(now + asked);
		await surroundings.sleep(delay, signal);
		return !this.cancelled;
	}

	/** Something was answered that needs no repeat: the budget begins anew. */
	succeeded(): void {
		this.failingSince = undefined;
		this.pace.noteAnswer(this.surroundings.now());
	}

	private get cancelled(): boolean {
		return this.signal?.aborted === true;
	}
}
