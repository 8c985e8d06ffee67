import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import type { JwtReport } from '../account/jwtCheck';
import type { AnswerBody, IllegalTokens } from '../delivery/answers';

/** What became of a message on one device, where it was not simply shown. */
export interface DeviceOutcome {
	/** Result of its receipt; absent while it waits. */
	result?: number;
	note?: string;
	/** It was on the screen all the same: shown late, or replaced by a later message. */
	shown?: true;
}

/** One request to any of Push Kit's URLs, whatever became of it. */
export interface Arrival {
	id: number;
	/** ISO 8601, by the sandbox's clock. */
	time: string;
	endpoint: Endpoint;
	url: string;
	pushType?: number;
	/** Without Authorization. */
	headers: Record<string, string>;
	jwt: JwtReport;
	/** The parsed body, its text where it is not JSON, or a sentence where it is too large to keep. */
	body: unknown;
	requestId: string;
	/** What the client was answered; absent when a fault left it without an answer of Push Kit. */
	answer?: { status: number; body: AnswerBody };
	/** The rule that refused the request, in plain words. */
	problem?: string;
	/** The scripted fault that this request met. */
	fault?: string;

	/** Sending and revoking: the tokens that were taken, in order, and the others by reason. */
	acceptedTokens?: string[];
	illegalTokens?: IllegalTokens;
	/** Sending and revoking: the notification it is about. */
	notifyId?: number;

	/** Sending: the type of the message, `unknown` where the rules know none. */
	messageType?: string;
	/** Sending: size as Huawei's limit counts it: UTF-8, without tokens. */
	bytes?: number;
	tokenCount?: number;
	biTag?: string;
	testMessage?: boolean;
	/** Sending: tokens from which the message was withdrawn later. */
	revokedTokens?: string[];
	/** Sending, by token: what became of it on the device, where it was not simply shown. */
	deliveries?: Record<string, DeviceOutcome>;

	/** Revoking: messages that it withdrew from at least one device. */
	revokedMessages?: number[];

	/** Image check. */
	imageUrl?: string;
}

/** The parts that every request to an endpoint has. */
export const PARTS = {
	send: [
		'acceptedTokens',
		'illegalTokens',
		'messageType',
		'bytes',
		'tokenCount',
		'testMessage',
		'revokedTokens',
		'deliveries',
	],
	revoke: ['acceptedTokens', 'illegalTokens', 'revokedMessages'],
	verify: [],
} as const satisfies Readonly<Record<Endpoint, ReadonlyArray<keyof Arrival>>>;

/** An arrival of which the endpoint is known, and with it the parts it has. */
export type ArrivalAt<E extends Endpoint> = Arrival & { endpoint: E } & Required<
		Pick<Arrival, (typeof PARTS)[E][number]>
	>;

export type Message = ArrivalAt<'send'>;
export type Revocation = ArrivalAt<'revoke'>;
export type ImageCheck = ArrivalAt<'verify'>;

/** Whether an arrival came to this endpoint. */
export const isAt =
	<E extends Endpoint>(endpoint: E) =>
	(arrival: Arrival): arrival is ArrivalAt<E> =>
		arrival.endpoint === endpoint;

export const isMessage = isAt('send');
