/** Sends one request when address, rate and room permit it. */

import { Addresses } from './addresses';
import { interpretResult } from './answer';
import type { DeliveryOptions, RequestRules } from './deliveryOptions';
import { exchange, type Exchange } from './exchange';
import type { TokenOutcome } from './outcome';
import { placesOf } from './throttle';
import type { PushRequest, TransportResult } from './transport';
import type { Turns } from './turns';

/** How far a batch has come, for what becomes of it if something breaks. */
export interface Stand {
	/** Whether the request may have gone out. */
	asked: boolean;
	/** Whether its tokens have their outcomes. */
	recorded: boolean;
}

export interface Sent extends Exchange {
	/** Of the throttle, when it was sent. */
	readonly stage: number;
}

export interface Attempt {
	readonly outcomes: readonly TokenOutcome[];
	/** Missing where nothing went out, because its address is given up. */
	readonly sent?: Sent;
}

/** The run that a request belongs to. */
interface RunOfRequests {
	readonly turns: Turns;
	/** Whether nothing more shall go out. */
	hasEnded(): boolean;
	onResult(result: TransportResult): void;
}

export class RequestSender<M> {
	private readonly addresses = new Addresses();

	constructor(
		private readonly rules: RequestRules<M>,
		private readonly options: DeliveryOptions,
		private readonly run: RunOfRequests,
	) {}

	/**
	 * Sends once the pace permits it; `undefined` if the run has ended meanwhile.
	 *
	 * @param stand told when the request may have gone out
	 */
	async send(message: M, request: PushRequest, stand: Stand): Promise<Attempt | undefined> {
		const { url, endpoint, tokens } = request;
		const refuse = (refusal: TokenOutcome) => ({ outcomes: tokens.map(() => refusal) });
		const refusal = await this.addresses.enter(url);
		if (refusal !== undefined) return this.run.hasEnded() ? undefined : refuse(refusal);
		try {
			await this.run.turns.waitForTurn(tokens.length, this.rules.rate(message));
			if (this.run.hasEnded()) return undefined;
			const refusedMeanwhile = this.addresses.refusal(url);
			if (refusedMeanwhile !== undefined) return refuse(refusedMeanwhile);
			const sent = await this.sendInRoom(message, request, stand);
			if (sent === undefined) return undefined;
			const outcomes = interpretResult(endpoint, sent.result, tokens, sent.answer);
			this.addresses.learn(url, outcomes, sent.retry);
			return { outcomes, sent };
		} finally {
			// Not before it was learnt from: whoever waits for this address must know.
			this.addresses.leave(url);
		}
	}

	/** Sends as soon as the other runs of the project leave room. */
	private async sendInRoom(
		message: M,
		request: PushRequest,
		stand: Stand,
	): Promise<Sent | undefined> {
		const { pace, signal, transport, onTaken } = this.options;
		const places = placesOf(request.tokens.length);
		const repeatable = this.rules.repeatable(message);
		if (!(await pace.room.take(places, signal))) return undefined;
		try {
			if (this.run.hasEnded()) return undefined;
			const { stage } = pace.throttle;
			stand.asked = true;
			const sent = await exchange(request, {
				transport,
				repeatable,
				isCancelled: () => signal?.aborted === true,
				onResult: (result) => this.run.onResult(result),
				onTaken,
			});
			return { ...sent, stage };
		} finally {
			pace.room.give(places);
		}
	}
}
