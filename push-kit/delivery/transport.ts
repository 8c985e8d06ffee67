/** What the engine asks of whoever really sends: n8n's HTTP helper in the nodes, a fake in tests. */

import type { Endpoint } from '../catalog/responseCodes';

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
}

export type TransportResult = TransportAnswer | TransportFailure;

/**
 * Sends one request. Never throws: what goes wrong on the way is a `TransportFailure`.
 *
 * @param renew whether Huawei has just refused the JWT of this request as expired: mint a new one
 */
export type Transport = (request: PushRequest, renew: boolean) => Promise<TransportResult>;
