/** Sends groups of equal messages: bounded, paced, retried where harmless, and with an outcome for every token. */

import { interpretResult } from './answer';
import type { MessageGroup } from './grouping';
import { judge, type SetUp } from './judgement';
import { skip, type TokenOutcome } from './outcome';
import { requestSize, Throttle, TokenBucket } from './pace';
import {
	classifyRetry,
	readRetryAfter,
	RETRY_LIMITS,
	retryDelay,
	type RetryKind,
	type RetryLimits,
} from './retryPolicy';
import { OutcomeSheet } from './outcomeSheet';
import { ProblemShare } from './problemShare';
import type { SetUpRecord } from './setUpRecord';
import type { PushRequest, Transport, TransportResult } from './transport';
import { WaitingLine, type Batch } from './waitingLine';

/** Time and chance, passed in so that tests can own them. */
export interface Surroundings {
	/** Unix time in milliseconds. */
	now(): number;
	/** Ends after `ms`, or early once `signal` is aborted. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** From 0 to 1. */
	random(): number;
}

/** How messages of one kind become requests. */
export interface RequestRules<M> {
	toRequest(message: M, tokens: readonly string[]): PushRequest;
	/** Where the requests of the message go. */
	url(message: M): string;
	/** Tokens that one request may carry. */
	maximumTokens(message: M): number;
	/** Whether a second copy of this message does no harm, see `classifyRetry`. */
	repeatable(message: M): boolean;
}

export interface DeliveryOptions {
	transport: Transport;
	surroundings: Surroundings;
	/** Requests at a time. */
	concurrency: number;
	/** Devices per second; 0 for no limit. */
	tokensPerSecond: number;
	/** What the run's verdicts rest on, see `judgement.ts`. */
	setUp: SetUp;
	record: SetUpRecord;
	/** From 0 to 1: the run ends once this share of the tokens tried is rejected or failed, see `ProblemShare`. */
	stopAtProblemShare?: number;
	retryLimits?: RetryLimits;
	signal?: AbortSignal;
	/** Called after each request that has settled. */
	onProgress?: (settledTokens: number, totalTokens: number) => void;
}

/**
 * Sends every group and gives the outcomes of its tokens, parallel to `groups` and to their `tokens`.
 * Never throws for anything that happens on the way: each token has exactly one outcome.
 */
export async function deliver<M>(
	groups: ReadonlyArray<MessageGroup<M>>,
	rules: RequestRules<M>,
	options: DeliveryOptions,
): Promise<TokenOutcome[][]> {
	return await new Run(groups, rules, options).finish();
}

class Run<M> {
	private readonly sheet: OutcomeSheet;

	private readonly line: WaitingLine;

	private readonly bucket: TokenBucket;

	private readonly throttle: Throttle;

	private readonly limits: RetryLimits;

	private readonly totalTokens: number;

	private settledTokens = 0;

	private underWay = 0;

	private devicesUnderWay = 0;

	private readonly problemShare: ProblemShare;

	private onSettled: () => void = () => undefined;

	/** Start of the present stretch without any success, in Unix milliseconds. */
	private failingSince: number | undefined;

	/** Huawei asked for silence until then, in Unix milliseconds. */
	private silentUntil = 0;

	/** Addresses that refuse the account, with the outcome of everything that was still to go there. */
	private readonly refusedBy = new Map<string, TokenOutcome>();

	/** Addresses that have taken something in this run. */
	private readonly takenBy = new Set<string>();

	constructor(
		private readonly groups: ReadonlyArray<MessageGroup<M>>,
		private readonly rules: RequestRules<M>,
		private readonly options: DeliveryOptions,
	) {
		const sizes = groups.map(({ tokens }) => tokens.length);
		this.bucket = new TokenBucket(options.tokensPerSecond);
		this.throttle = new Throttle(
			Math.max(1, options.concurrency),
			groups.reduce((most, { message }) => Math.max(most, rules.maximumTokens(message)), 1),
		);
		this.limits = options.retryLimits ?? RETRY_LIMITS;
		this.sheet = new OutcomeSheet(sizes, skip('cancelled'));
		this.totalTokens = sizes.reduce((sum, size) => sum + size, 0);
		this.line = new WaitingLine(sizes);
		this.problemShare = new ProblemShare(options.stopAtProblemShare);
	}

	async finish(): Promise<TokenOutcome[][]> {
		for (;;) {
			while (!this.hasEnded && this.underWay < this.throttle.concurrency) {
				const room = this.problemShare.devicesUnderWay - this.devicesUnderWay;
				if (room <= 0) break;
				const batch = this.line.next((group) => Math.min(room, this.sizeOf(group)));
				if (batch === undefined) break;
				this.underWay += 1;
				this.devicesUnderWay += batch.end - batch.start;
				void this.send(batch).finally(() => {
					this.underWay -= 1;
					this.devicesUnderWay -= batch.end - batch.start;
					this.onSettled();
				});
			}
			if (this.underWay === 0) return this.conclude();
			await new Promise<void>((resolve) => {
				this.onSettled = resolve;
			});
		}
	}

	/** The verdicts of a refusal rest on the whole run, so they are given when it is over. */
	private conclude(): TokenOutcome[][] {
		const { setUp, record } = this.options;
		const outcomes = this.sheet.conclude(
			this.problemShare.isExceeded && !this.cancelled ? skip('stopped') : undefined,
		);
		const settled = this.groups.map(({ message, tokens }, group) => ({
			url: this.rules.url(message),
			tokens,
			outcomes: outcomes[group] ?? [],
		}));
		return judge(settled, setUp, record);
	}

	private get hasEnded(): boolean {
		return this.cancelled || this.problemShare.isExceeded;
	}

	private get cancelled(): boolean {
		return this.options.signal?.aborted === true;
	}

	private sizeOf(group: number): number {
		const maximum = this.rules.maximumTokens(this.groupAt(group).message);
		return Math.min(requestSize(maximum, this.options.tokensPerSecond), this.throttle.size);
	}

	private async send(batch: Batch): Promise<void> {
		const { message, tokens: all } = this.groupAt(batch.group);
		const tokens = all.slice(batch.start, batch.end);
		const request = this.rules.toRequest(message, tokens);
		if (!this.refusedBy.has(request.url)) await this.waitForTurn(tokens.length);
		if (this.hasEnded) return;

		const refusal = this.refusedBy.get(request.url);
		if (refusal !== undefined) {
			this.sheet.record(
				batch,
				tokens.map(() => refusal),
			);
			this.settle(tokens.length);
			return;
		}
		const stage = this.throttle.stage;
		const { result, retry } = await this.attempt(request, this.rules.repeatable(message));
		const outcomes = interpretResult(request.endpoint, result, tokens);
		this.sheet.record(batch, outcomes);
		this.learn(request.url, outcomes, retry);
		if (retry === 'slowDown') this.throttle.slowDown(stage);
		if (retry === 'slowDown' || retry === 'backOff') {
			if (await this.waitForRetry(batch, result)) return;
		} else if (result.kind === 'answer') {
			this.failingSince = undefined;
			this.throttle.recover(stage);
		}
		this.problemShare.add(outcomes);
		this.settle(tokens.length);
	}

	/** Until the rate and Huawei's own wish for silence let the request go. */
	private async waitForTurn(count: number): Promise<void> {
		const { surroundings, signal } = this.options;
		do {
			const now = surroundings.now();
			const turn = this.bucket.take(count, Math.max(now, this.silentUntil));
			if (turn > now) await surroundings.sleep(turn - now, signal);
		} while (!this.hasEnded && surroundings.now() < this.silentUntil);
	}

	private async attempt(
		request: PushRequest,
		repeatable: boolean,
	): Promise<{ result: TransportResult; retry: RetryKind }> {
		const result = await this.ask(request, false);
		const retry = classifyRetry(result, repeatable);
		if (retry !== 'renew' || this.cancelled) return { result, retry };
		const second = await this.ask(request, true);
		const secondRetry = classifyRetry(second, repeatable);
		// Refused with a new JWT too: so would be all others.
		return { result: second, retry: secondRetry === 'renew' ? 'giveUp' : secondRetry };
	}

	/** A transport that throws breaks its promise; the tokens of its request must not be lost for that. */
	private async ask(request: PushRequest, renew: boolean): Promise<TransportResult> {
		try {
			return await this.options.transport(request, renew);
		} catch (error) {
			return {
				kind: 'failure',
				sent: true,
				reason: error instanceof Error ? error.name : 'Error',
				description: 'Sending the request failed in an unexpected way.',
			};
		}
	}

	/** Nothing more goes to an address that refuses the account, unless it has taken something before. */
	private learn(url: string, outcomes: readonly TokenOutcome[], retry: RetryKind): void {
		if (outcomes.some(({ outcome }) => outcome === 'accepted')) this.takenBy.add(url);
		const [first] = outcomes;
		if (retry !== 'giveUp' || first === undefined || this.takenBy.has(url)) return;
		this.refusedBy.set(url, { ...first, requestId: undefined });
	}

	/** Whether the batch went back into line for another attempt. */
	private async waitForRetry(batch: Batch, result: TransportResult): Promise<boolean> {
		const { surroundings, signal } = this.options;
		const now = surroundings.now();
		this.failingSince ??= now;
		const asked = result.kind === 'answer' ? readRetryAfter(result.retryAfter, now) : undefined;
		const delay = retryDelay(batch.attempts + 1, asked, surroundings.random(), this.limits);
		const late = now + delay - this.failingSince > this.limits.budget;
		if (batch.attempts + 1 >= this.limits.attempts || late || this.cancelled) return false;
		if (asked !== undefined) this.silentUntil = Math.max(this.silentUntil, now + asked);
		await surroundings.sleep(delay, signal);
		if (this.cancelled) return false;
		this.line.putBack(batch);
		return true;
	}

	private settle(tokens: number): void {
		this.settledTokens += tokens;
		this.options.onProgress?.(this.settledTokens, this.totalTokens);
	}

	private groupAt(index: number): MessageGroup<M> {
		const group = this.groups[index];
		if (group === undefined) throw new RangeError(`No message group ${index}`);
		return group;
	}
}
