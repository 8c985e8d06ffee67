/** Sends groups of equal messages: bounded, paced, retried where harmless, and with an outcome for every token. */

import { Addresses } from './addresses';
import { interpretResult, isTaken, outcomeOfFailure } from './answer';
import type { MessageGroup } from './grouping';
import { judge, type SetUp } from './judgement';
import { skip, type TokenOutcome } from './outcome';
import { OutcomeSheet } from './outcomeSheet';
import { requestSize, Throttle } from './pace';
import { ProblemShare } from './problemShare';
import { readResult, type PushAnswer } from './pushAnswer';
import { classifyRetry, RETRY_LIMITS, type RetryKind, type RetryLimits } from './retryPolicy';
import type { SetUpRecord } from './setUpRecord';
import type { Surroundings } from './surroundings';
import {
	brokenRequest,
	sendSafely,
	type PushRequest,
	type Transport,
	type TransportResult,
} from './transport';
import { Turns } from './turns';
import { WaitingLine, type Batch } from './waitingLine';
import { NO_ANSWERS, Window } from './window';

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
	/** Called for each request that Huawei took: those use up the quota of test messages, refused ones do not. */
	onTaken?: () => void;
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

/** How far a batch has come, for what becomes of it if something breaks. */
interface Stand {
	/** Whether the request may have gone out. */
	asked: boolean;
	/** Whether its tokens have their outcomes. */
	recorded: boolean;
}

/** What came back for a request, read once. */
interface Told {
	result: TransportResult;
	answer: PushAnswer | undefined;
	retry: RetryKind;
}

interface Attempt {
	outcomes: readonly TokenOutcome[];
	/** Missing where nothing went out, because its address is given up. */
	sent?: {
		result: TransportResult;
		retry: RetryKind;
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
			const { result, answer, retry } = await this.attempt(request, repeatable);
			const outcomes = interpretResult(endpoint, result, tokens, answer);
			this.addresses.learn(url, outcomes, retry);
			return { outcomes, sent: { result, retry, stage } };
		} finally {
			// Not before it was learnt from: whoever waits for this address must know.
			this.addresses.leave(url);
		}
	}

	private async attempt(request: PushRequest, repeatable: boolean): Promise<Told> {
		const first = await this.ask(request, repeatable, false);
		if (first.retry !== 'renew' || this.cancelled) return first;
		const second = await this.ask(request, repeatable, true);
		// Refused with a new JWT too: so would be all others.
		return { ...second, retry: second.retry === 'renew' ? 'giveUp' : second.retry };
	}

	private async ask(request: PushRequest, repeatable: boolean, renew: boolean): Promise<Told> {
		const { transport, onTaken } = this.options;
		const result = await sendSafely(transport, request, renew);
		this.window.note(result);
		const answer = readResult(result);
		if (answer !== undefined && isTaken(answer)) tell(() => onTaken?.());
		return { result, answer, retry: classifyRetry(result, repeatable, answer) };
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

/** Whoever watches may miss something; no token may. */
function tell(watcher: () => void): void {
	try {
		watcher();
	} catch {
		// What it says of itself would not be about the run.
	}
}
