/** Sends groups of equal messages: bounded, paced, retried where harmless, and with an outcome for every token. */

import { Addresses } from './addresses';
import { interpretResult, outcomeOfFailure } from './answer';
import type { DeliveryOptions, RequestRules } from './deliveryOptions';
import { exchange, tell, type Exchange } from './exchange';
import type { MessageGroup } from './grouping';
import { judge } from './judgement';
import { skip, type TokenOutcome } from './outcome';
import { OutcomeSheet } from './outcomeSheet';
import { requestSize, Throttle } from './pace';
import { ProblemShare } from './problemShare';
import { RETRY_LIMITS } from './retryPolicy';
import { brokenRequest, type PushRequest } from './transport';
import { Turns } from './turns';
import { WaitingLine, type Batch } from './waitingLine';
import { NO_ANSWERS, Window } from './window';

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

/** How far a batch has come, for what becomes of it if something breaks. */
interface Stand {
	/** Whether the request may have gone out. */
	asked: boolean;
	/** Whether its tokens have their outcomes. */
	recorded: boolean;
}

interface Attempt {
	outcomes: readonly TokenOutcome[];
	/** Missing where nothing went out, because its address is given up. */
	sent?: Exchange & {
		/** Of the throttle, when it was sent. */
		stage: number;
	};
}

class Run<M> {
	private readonly sheet: OutcomeSheet;

	private readonly line: WaitingLine;

	private readonly throttle: Throttle;

	private readonly turns: Turns;

	private readonly window: Window;

	private readonly addresses = new Addresses();

	private readonly totalTokens: number;

	private settledTokens = 0;

	private devicesUnderWay = 0;

	private readonly problemShare: ProblemShare;

	constructor(
		private readonly groups: ReadonlyArray<MessageGroup<M>>,
		private readonly rules: RequestRules<M>,
		private readonly options: DeliveryOptions,
	) {
		const sizes = groups.map(({ tokens }) => tokens.length);
		this.throttle = new Throttle(
			Math.max(1, options.concurrency),
			groups.reduce((most, { message }) => Math.max(most, rules.maximumTokens(message)), 1),
		);
		this.window = new Window(() => this.throttle.concurrency);
		this.turns = new Turns(
			options.surroundings,
			options.tokensPerSecond,
			options.retryLimits ?? RETRY_LIMITS,
			options.signal,
		);
		this.sheet = new OutcomeSheet(sizes, skip('cancelled'));
		this.totalTokens = sizes.reduce((sum, size) => sum + size, 0);
		this.line = new WaitingLine(sizes);
		this.problemShare = new ProblemShare(options.stopAtProblemShare);
	}

	async finish(): Promise<TokenOutcome[][]> {
		for (;;) {
			while (!this.hasEnded && this.window.mayBegin) {
				const room = this.problemShare.devicesUnderWay - this.devicesUnderWay;
				if (room <= 0) break;
				const batch = this.line.next((group) => Math.min(room, this.sizeOf(group)));
				if (batch === undefined) break;
				this.window.begin(this.sendCounted(batch));
			}
			if (this.window.empty) break;
			await this.window.change();
		}
		// Where it ends before its time, nobody answers.
		const untried = this.hasEnded ? [] : this.line.takeUntried();
		for (const batch of untried) this.recordAll(batch, NO_ANSWERS);
		return this.conclude();
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

	private async sendCounted(batch: Batch): Promise<void> {
		const devices = batch.end - batch.start;
		this.devicesUnderWay += devices;
		await this.send(batch);
		this.devicesUnderWay -= devices;
	}

	/** Never rejects: whatever breaks on the way, every token of the batch has an outcome. */
	private async send(batch: Batch): Promise<void> {
		const stand: Stand = { asked: false, recorded: false };
		try {
			await this.sendBatch(batch, stand);
		} catch (error) {
			if (stand.recorded) return;
			this.recordAll(batch, outcomeOfFailure(brokenRequest(stand.asked, error)));
			this.settle(batch);
		}
	}

	private async sendBatch(batch: Batch, stand: Stand): Promise<void> {
		const { message, tokens: all } = this.groupAt(batch.group);
		const tokens = all.slice(batch.start, batch.end);
		const request = this.rules.toRequest(message, tokens);
		const repeatable = this.rules.repeatable(message);
		const attempt = await this.attemptInTurn(request, repeatable, stand);
		if (attempt === undefined) return;
		this.sheet.record(batch, attempt.outcomes);
		stand.recorded = true;
		if (attempt.sent !== undefined && (await this.goesBack(batch, attempt.sent))) return;
		if (attempt.sent !== undefined) this.problemShare.add(attempt.outcomes);
		this.settle(batch);
	}

	/** Whether the batch went back into line for another attempt. */
	private async goesBack(
		batch: Batch,
		{ result, retry, stage }: Required<Attempt>['sent'],
	): Promise<boolean> {
		if (retry === 'slowDown') this.throttle.slowDown(stage);
		if (retry === 'slowDown' || retry === 'backOff') {
			if (!(await this.turns.waitForRetry(batch.attempts + 1, result))) return false;
			this.line.putBack(batch);
			return true;
		}
		if (result.kind === 'answer') {
			this.turns.succeeded();
			this.throttle.recover(stage);
		}
		return false;
	}

	/** Sends once the pace permits it; `undefined` if the run was cancelled meanwhile. */
	private async attemptInTurn(
		request: PushRequest,
		repeatable: boolean,
		stand: Stand,
	): Promise<Attempt | undefined> {
		const { url, endpoint, tokens } = request;
		const refuse = (refusal: TokenOutcome) => ({ outcomes: tokens.map(() => refusal) });
		const refusal = await this.addresses.enter(url);
		if (refusal !== undefined) return this.hasEnded ? undefined : refuse(refusal);
		try {
			await this.turns.waitForTurn(tokens.length);
			if (this.hasEnded) return undefined;
			const refusedMeanwhile = this.addresses.refusal(url);
			if (refusedMeanwhile !== undefined) return refuse(refusedMeanwhile);
			const { stage } = this.throttle;
			stand.asked = true;
			const sent = await exchange(request, {
				transport: this.options.transport,
				repeatable,
				isCancelled: () => this.cancelled,
				onResult: (result) => this.window.note(result),
				onTaken: this.options.onTaken,
			});
			const outcomes = interpretResult(endpoint, sent.result, tokens, sent.answer);
			this.addresses.learn(url, outcomes, sent.retry);
			return { outcomes, sent: { ...sent, stage } };
		} finally {
			// Not before it was learnt from: whoever waits for this address must know.
			this.addresses.leave(url);
		}
	}

	private recordAll(batch: Batch, outcome: TokenOutcome): void {
		const length = batch.end - batch.start;
		this.sheet.record(
			batch,
			Array.from({ length }, () => outcome),
		);
	}

	private settle({ start, end }: Batch): void {
		this.settledTokens += end - start;
		tell(() => this.options.onProgress?.(this.settledTokens, this.totalTokens));
	}

	private groupAt(index: number): MessageGroup<M> {
		const group = this.groups[index];
		if (group === undefined) throw new RangeError(`No message group ${index}`);
		return group;
	}
}
