/** Sends one request when address, rate and room permit it. */

import type { Endpoint } from '../catalog/responseCodes';
import { Addresses } from './addresses';
import { interpretResult } from './answer';
import type { RequestRules, SendingOptions } from './deliveryOptions';
import { exchange, type Exchange } from './exchange';
import type { TokenOutcome } from './outcome';
import { placesOf } from './throttle';
import type { PushRequest, TransportResult } from './transport';
import type { Turns } from './turns';

/** How far a batch has come, for what becomes of it if something breaks. */
export interface Stand {
	/** What was asked for, once the request may have gone out. */
	asked?: Endpoint;
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
interface RunOfRequests<M> {
	readonly turns: Turns;
	/** Whether nothing more shall go out. */
	hasEnded(): boolean;
	/** Most tokens of one request with `message`, as it is now. */
	sizeOf(message: M): number;
	onResult(result: TransportResult): void;
}

export class RequestSender<M> {
	private readonly addresses = new Addresses();

	/** Until the latest request is let in or has given up. */
	private latest: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly rules: RequestRules<M>,
		private readonly options: SendingOptions,
		private readonly run: RunOfRequests<M>,
	) {}

	/**
	 * Sends once the pace permits it; `undefined` if the run has ended meanwhile, and `tooLarge` if the pace has
	 * become one of smaller requests.
	 *
	 * @param stand told when the request may have gone out
	 * @param mayGo whether all its tokens may be sent to at this moment; else it is `tooLarge`, too
	 */
	async send(
		message: M,
		request: PushRequest,
		stand: Stand,
		mayGo: () => boolean = () => true,
	): Promise<Attempt | 'tooLarge' | undefined> {
		const { url, endpoint, tokens } = request;
		const refuse = (refusal: TokenOutcome) => ({ outcomes: tokens.map(() => refusal) });
		const refusal = await this.addresses.enter(url);
		if (refusal !== undefined) return this.run.hasEnded() ? undefined : refuse(refusal);
		try {
			const sent = await this.sendInRoom(message, request, stand, mayGo);
			if (sent === undefined || sent === 'tooLarge') return sent;
			if ('outcome' in sent) return refuse(sent);
			const outcomes = interpretResult(endpoint, sent.result, tokens, sent.answer);
			this.addresses.learn(url, outcomes, sent.retry);
			return { outcomes, sent };
		} finally {
			// Not before it was learnt from: whoever waits for this address must know.
			this.addresses.leave(url);
		}
	}

	/** Sends once it is let in, unless its address was given up meanwhile. */
	private async sendInRoom(
		message: M,
		request: PushRequest,
		stand: Stand,
		mayGo: () => boolean,
	): Promise<Sent | TokenOutcome | 'tooLarge' | undefined> {
		const { pace, signal, transport, onTaken } = this.options;
		const devices = request.tokens.length;
		const places = placesOf(devices);
		const repeatable = this.rules.repeatable(message);
		const fits = () => devices <= this.run.sizeOf(message) && mayGo();
		const isLetIn = await this.inTurn(async () => {
			if (!fits()) return false;
			await this.run.turns.waitForTurn(devices, this.rules.rate(message));
			return fits() && !this.run.hasEnded() && (await pace.room.take(places, signal));
		});
		if (!isLetIn) return this.run.hasEnded() ? undefined : 'tooLarge';
		try {
			if (this.run.hasEnded()) return undefined;
			// It may have waited long for its room.
			if (!mayGo()) return 'tooLarge';
			const refusal = this.addresses.refusal(request.url);
			if (refusal !== undefined) return refusal;
			const { stage } = pace.throttle;
			stand.asked = request.endpoint;
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

	/**
	 * One request of the run at a time waits for turn and room. If all did, a run would reserve minutes of a
	 * slow rate ahead of the others and of any change, and those that the room had kept would leave at once.
	 */
	private async inTurn(letIn: () => Promise<boolean>): Promise<boolean> {
		const former = this.latest;
		const present = former.then(async () => !this.run.hasEnded() && (await letIn()));
		this.latest = present.catch(() => false);
		return await present;
	}
}
