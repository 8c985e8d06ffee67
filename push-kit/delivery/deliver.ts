/** Sends groups of equal messages: bounded, paced, retried where harmless, and with an outcome for every token. */

import { outcomeOfFailure } from './answer';
import type { DeliveryOptions, RequestRules } from './deliveryOptions';
import { tell } from './exchange';
import type { MessageGroup } from './grouping';
import { judge } from './judgement';
import { skip, type TokenOutcome } from './outcome';
import { OutcomeSheet } from './outcomeSheet';
import { requestSize } from './pace';
import { cutAtBorder, mayAllGo } from './quietHours';
import { ProblemShare } from './problemShare';
import { RequestSender, type Sent, type Stand } from './requestSender';
import { pressureOf, RETRY_LIMITS } from './retryPolicy';
import { placesOf } from './throttle';
import { brokenRequest } from './transport';
import { Turns } from './turns';
import { triedOnce, WaitingLine, type Batch } from './waitingLine';
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

class Run<M> {
	private readonly sheet: OutcomeSheet;

	private readonly line: WaitingLine;

	private readonly turns: Turns;

	private readonly window: Window;

	private readonly sender: RequestSender<M>;

	private readonly totalTokens: number;

	private settledTokens = 0;

	private devicesUnderWay = 0;

	private placesUnderWay = 0;

	private readonly problemShare: ProblemShare;

	constructor(
		private readonly groups: ReadonlyArray<MessageGroup<M>>,
		private readonly rules: RequestRules<M>,
		private readonly options: DeliveryOptions,
	) {
		const sizes = groups.map(({ tokens }) => tokens.length);
		const cap = Math.max(1, options.concurrency ?? Number.POSITIVE_INFINITY);
		this.window = new Window(() => Math.min(cap, this.places), cap);
		this.turns = new Turns(
			options.surroundings,
			options.pace,
			options.retryLimits ?? RETRY_LIMITS,
			options.signal,
		);
		this.sender = new RequestSender(rules, options, {
			turns: this.turns,
			hasEnded: () => this.hasEnded,
			sizeOf: (message) => this.sizeOf(message),
			onResult: (result) => this.window.note(result),
		});
		this.sheet = new OutcomeSheet(sizes, skip('cancelled'));
		this.totalTokens = sizes.reduce((sum, size) => sum + size, 0);
		this.line = new WaitingLine(sizes);
		this.problemShare = new ProblemShare(options.stopAtProblemShare);
	}

	async finish(): Promise<TokenOutcome[][]> {
		const { pace, tokensPerSecond, surroundings } = this.options;
		const leave = pace.join(tokensPerSecond, () => surroundings.now());
		try {
			return await this.sendAll();
		} finally {
			leave();
		}
	}

	private async sendAll(): Promise<TokenOutcome[][]> {
		for (;;) {
			while (!this.hasEnded && this.window.mayBegin && this.placesUnderWay < this.places) {
				const room = this.problemShare.devicesUnderWay - this.devicesUnderWay;
				if (room <= 0) break;
				const batch = this.line.next((group) =>
					Math.min(room, this.sizeOf(this.groupAt(group).message)),
				);
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

	private get places(): number {
		return this.options.pace.throttle.places;
	}

	private sizeOf(message: M): number {
		const { throttle, tokensPerSecond } = this.options.pace;
		const maximum = this.rules.maximumTokens(message);
		const atRate = Math.min(maximum, this.rules.rate(message)?.count ?? maximum);
		return Math.min(requestSize(atRate, tokensPerSecond), throttle.size);
	}

	private async sendCounted(batch: Batch): Promise<void> {
		const devices = batch.end - batch.start;
		const places = placesOf(devices);
		this.devicesUnderWay += devices;
		this.placesUnderWay += places;
		await this.send(batch);
		this.devicesUnderWay -= devices;
		this.placesUnderWay -= places;
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
		if (this.holdsBack(batch)) return;
		const { message, tokens: all } = this.groupAt(batch.group);
		const tokens = all.slice(batch.start, batch.end);
		const request = this.rules.toRequest(message, tokens);
		const attempt = await this.sender.send(message, request, stand, () => this.mayGo(batch));
		// To be cut anew: nothing of it went out.
		if (attempt === 'tooLarge') this.line.putBack(batch);
		if (attempt === undefined || attempt === 'tooLarge') return;
		this.sheet.record(batch, attempt.outcomes);
		stand.recorded = true;
		if (attempt.sent !== undefined && (await this.goesBack(batch, attempt.sent))) return;
		if (attempt.sent !== undefined) this.problemShare.add(attempt.outcomes);
		this.settle(batch);
	}

	/** Whether some of the batch must not be disturbed now: they are settled, the others go back into line. */
	private holdsBack(batch: Batch): boolean {
		const { quietHours, surroundings } = this.options;
		if (quietHours === undefined) return false;
		const pieces = cutAtBorder(batch, quietHours, surroundings.now());
		if (pieces.every(({ held }) => held === undefined)) return false;
		for (const { batch: piece, held } of pieces) {
			if (held === undefined) {
				this.line.putBack(piece);
				continue;
			}
			this.sheet.record(piece, held);
			this.settle(piece);
		}
		return true;
	}

	private mayGo(batch: Batch): boolean {
		const { quietHours, surroundings } = this.options;
		return quietHours === undefined || mayAllGo(batch, quietHours, surroundings.now());
	}

	/** Whether the batch went back into line for another attempt. */
	private async goesBack(batch: Batch, { result, retry, stage }: Sent): Promise<boolean> {
		const { throttle } = this.options.pace;
		const pressure = pressureOf(result);
		if (pressure === 'machine') throttle.lowerLimit(stage);
		else if (pressure !== 'none') throttle.slowDown(stage);
		if (retry === 'slowDown' || retry === 'backOff') {
			const isSearch = pressure === 'machine' || pressure === 'flowControl';
			const tried = triedOnce(batch, isSearch);
			if (!(await this.turns.waitForRetry(tried, result))) return false;
			this.line.putBack(tried);
			return true;
		}
		if (result.kind === 'answer') {
			this.turns.succeeded();
			if (pressure === 'none') throttle.recover(stage, batch.end - batch.start);
		}
		return false;
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
