/** One message on its way, whatever its kind: all that the engine and the node's output need of it. */

import type { Endpoint } from '../catalog/responseCodes';
import type { Fault } from '../message/faults';
import type { RequestRules } from './deliveryOptions';
import type { Rate } from './rates';
import type { PushRequest } from './transport';

/** What the Accepted output says of a message besides the token's outcome. */
export interface MessageReport {
	messageType: string;
	biTag?: string;
	notifyId?: number;
	activityId?: number;
	formId?: number;
	/** Which variant of the message it is. */
	variant?: string;
	/** Set for a test message. */
	testMessage?: true;
}

export interface OutgoingMessage {
	endpoint: Endpoint;
	url: string;
	pushType: number;
	/** The request's body for some of the tokens. */
	body: (tokens: readonly string[]) => object;
	maximumTokens: number;
	/** What Huawei lets an app send of such messages, see `rates.ts`. */
	rate?: Rate | undefined;
	/** Whether a second copy does no harm, see `classifyRetry`. */
	repeatable: boolean;
	report: MessageReport;
	/** Set where a phone shows one message of this campaign: two different ones must not go to it. */
	campaignId?: string;
	/** With faults it must not be sent. */
	faults: readonly Fault[];
	hints: readonly string[];
}

export const OUTGOING_RULES: RequestRules<OutgoingMessage> = {
	toRequest: ({ endpoint, url, pushType, body }, tokens): PushRequest => ({
		endpoint,
		url,
		pushType,
		body: body(tokens),
		tokens,
	}),
	url: (message) => message.url,
	maximumTokens: (message) => message.maximumTokens,
	rate: (message) => message.rate,
	repeatable: (message) => message.repeatable,
};
