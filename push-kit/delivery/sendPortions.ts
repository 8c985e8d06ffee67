/** Sends portions of equal messages: bounded, paced, retried where harmless, and with an outcome for every token. */

import { outcomeOfBreak } from './answer';
import type { RequestRules, SendingOptions } from './deliveryOptions';
import { tell } from './exchange';
import { OpenPortions } from './openPortions';
import { skip, type TokenOutcome } from './outcome';
import { requestSize } from './pace';
import { ProblemShare } from './problemShare';
import { cutAtBorder, mayAllGo } from './quietHours';
import { RequestSender, type Sent, type Stand } from './requestSender';
import { pressureOf, RETRY_LIMITS } from './retryPolicy';
import { Feed, type Portion, type Supply } from './supply';
import { placesOf } from './throttle';
import { Turns } from './turns';
import { triedOnce, WaitingLine, type Batch } from './waitingLine';
import { NO_ANSWERS, Window } from './window';

/** How a run ended. */
export interface RunEnd {
	/** Outcome of the tokens that the run never asked for. */
	readonly rest: TokenOutcome;
	/** What the supply broke with, where it did. */
	readonly broken?: unknown;
}

/**
 * Sends every portion, and hands each over with its outcomes, parallel to its tokens, once they have settled.
 * Never throws for anything that happens on the way: each token has exactly one outcome.
 */
export async function sendPortions<M, P extends Portion<M>>(
	supply: Supply<M, P>,
	rules: RequestRules<M>,
	options: SendingOptions,
	onSettled: (portion: P, outcomes: readonly TokenOutcome[]) => void,
): Promise<RunEnd> {
	return await new Run(supply, rules, options, onSettled).finish();
}

class Run<M, P extends Portion<M>> {
	private readonly portions: OpenPortions<P>;

	private readonly line = new WaitingLine();

	private readonly turns: Turns;

	private readonly window: Window;

	private readonly sender: RequestSender<M>;

	private readonly feed: Feed<P>;

	private settledTokens = 0;

	private devicesUnderWay = 0;

	private placesUnderWay = 0;

	private readonly problemShare: ProblemShare;

	constructor(
		private readonly supply: Supply<M, P>,
		private readonly rules: RequestRules<M>,
		private readonly options: SendingOptions,
		onSettled: (portion: P, outcomes: readonly TokenOutcome[]) => void,
	) {
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
		this.feed = new Feed(supply);
		this.portions = new OpenPortions(skip('cancelled'), onSettled);
		this.problemShare = new ProblemShare(options.stopAtProblemShare, options.tries);
	}

	async finish(): Promise<RunEnd> {
		const { pace, tokensPerSecond, surroundings } = this.options;
		const leave = pace.join(tokensPerSecond, () => surroundings.now());
		try {
			return await this.sendAll();
		} finally {
			leave();
		}
	}

	private async sendAll(): Promise<RunEnd> {
		for (;;) {
			while (!this.hasEnded && this.window.mayBegin && this.placesUnderWay < this.places) {
				const room = this.problemShare.devicesUnderWay - this.devicesUnderWay;
				if (room <= 0) break;
				if (this.line.isEmpty) {
					if (!(await this.takeMore())) break;
					continue;
				}
				const batch = this.line.next((portion) =>
					Math.min(room, this.sizeOf(this.portions.at(portion).message)),
				);
				if (batch === undefined) break;
				this.window.begin(this.sendCounted(batch));
			}
			if (this.window.empty) break;
			await this.window.change();
		}
		const rest = this.restOutcome;
		this.portions.conclude(rest);
		const { broken, isShort } = this.feed;
		const unread = isShort && rest === NO_ANSWERS ? skip('notRead') : rest;
		return { rest: unread, broken };
	}

	/** Whether there was another portion. */
	private async takeMore(): Promise<boolean> {
		const portion = await this.feed.next();
		if (portion === undefined) return false;
		this.line.add(this.portions.add(portion), portion.tokens.length);
		return true;
	}

	/** Of what is never tried: where the run ends before its time by itself, nobody answers. */
	private get restOutcome(): TokenOutcome {
		if (this.cancelled) return skip('cancelled');
		return this.problemShare.isExceeded ? skip('stopped') : NO_ANSWERS;
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
		const stand: Stand = { recorded: false };
		try {
			await this.sendBatch(batch, stand);
		} catch (error) {
			if (stand.recorded) return;
			this.recordAll(batch, outcomeOfBreak(stand.asked, error));
			this.settle(batch);
		}
	}

	private async sendBatch(batch: Batch, stand: Stand): Promise<void> {
		if (this.holdsBack(batch)) return;
		const { message, tokens: all } = this.portions.at(batch.portion);
		const tokens = all.slice(batch.start, batch.end);
		const request = this.rules.toRequest(message, tokens);
		const attempt = await this.sender.send(message, request, stand, () => this.mayGo(batch));
		// To be cut anew: nothing of it went out.
		if (attempt === 'tooLarge') this.line.putBack(batch);
		if (attempt === undefined || attempt === 'tooLarge') return;
		this.portions.record(batch, attempt.outcomes);
		stand.recorded = true;
		if (attempt.sent !== undefined && (await this.goesBack(batch, attempt.sent))) return;
		if (attempt.sent !== undefined) this.problemShare.add(attempt.outcomes);
		this.settle(batch);
	}

	/** Whether some of the batch must not be disturbed now: they are settled, the others go back into line. */
	private holdsBack(batch: Batch): boolean {
		const { quietHours, surroundings } = this.options;
		if (quietHours === undefined) return false;
		const portion = this.portions.at(batch.portion);
		const pieces = cutAtBorder(batch, portion, quietHours, surroundings.now());
		if (pieces.every(({ held }) => held === undefined)) return false;
		for (const { batch: piece, held } of pieces) {
			if (held === undefined) {
				this.line.putBack(piece);
				continue;
			}
			this.portions.record(piece, held);
			this.settle(piece);
		}
		return true;
	}

	private mayGo(batch: Batch): boolean {
		const { quietHours, surroundings } = this.options;
		if (quietHours === undefined) return true;
		return mayAllGo(batch, this.portions.at(batch.portion), quietHours, surroundings.now());
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
		this.portions.record(
			batch,
			Array.from({ length }, () => outcome),
		);
	}

	private settle(batch: Batch): void {
		this.portions.settle(batch);
		this.settledTokens += batch.end - batch.start;
		tell(() => this.options.onProgress?.(this.settledTokens, this.supply.total));
	}
}
