/** What the engine asks of whoever really sends: n8n's HTTP helper in the nodes, a fake in tests. */

import type { Endpoint } from '../catalog/responseCodes';
import { sayableWord } from './serverWords';

/** One HTTP request to Push Kit. */
export interface PushRequest {
	readonly endpoint: Endpoint;
	readonly url: string;
	/** Value of the `push-type` header. */
	readonly pushType: number;
	readonly body: object;
	readonly tokens: readonly string[];
}

export interface TransportAnswer {
	readonly kind: 'answer';
	readonly status: number;
	/** Parsed JSON, or the text of something else. */
	readonly body: unknown;
	/** The header `Retry-After`, where there was one: seconds or a date. */
	readonly retryAfter?: string;
}

export interface TransportFailure {
	readonly kind: 'failure';
	/** Whether the request may have reached Huawei: then it must not be repeated lightly. */
	readonly sent: boolean;
	/** Whether the same would happen again at once: a bad certificate, a key that cannot sign. */
	readonly final?: boolean;
	/** One word for branching, such as `timeout`. */
	readonly reason: string;
	/** A sentence with what happened and the next click. */
	readonly description: string;
	/** Whether the server let the whole time pass: many such in a row say that it answers nobody. */
	readonly unanswered?: boolean;
	/** Whether this machine has no socket or port left: then fewer requests at a time are the cure. */
	readonly exhausted?: boolean;
	/** Set where the request goes on although nobody waits for it any more: ends with it, never rejects. */
	readonly open?: Promise<unknown>;
}

export type TransportResult = TransportAnswer | TransportFailure;

/**
 * Sends one request. Never throws, and always ends: what goes wrong on the way, a server that does not come
 * to an end included, is a `TransportFailure`.
 *
 * @param renew whether Huawei has just refused the JWT of this request as expired: mint a new one
 */
export type Transport = (request: PushRequest, renew: boolean) => Promise<TransportResult>;

/** A transport that throws breaks its promise; the tokens of its request must not be lost for that. */
export async function sendSafely(
	transport: Transport,
	request: PushRequest,
	renew: boolean,
): Promise<TransportResult> {
	try {
		return await transport(request, renew);
	} catch (error) {
		return brokenRequest(true, error);
	}
}

/** What broke that never should: of the code, not of the network. */
export function brokenRequest(sent: boolean, error: unknown): TransportFailure {
	const name = error instanceof Error ? sayableWord(error.name, []) : 'Error';
	return {
		kind: 'failure',
		sent,
		reason: 'brokenRequest',
		description: `Sending the request failed in an unexpected way (${name}).`,
	};
}
