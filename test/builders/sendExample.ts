/** A request to Push Kit as an example: what it is, and its body. */

import type { MESSAGES } from '../../push-kit/message/messages';
import type { PushOptions } from '../../push-kit/message/pushOptions';

/** A request to `messages:send`. */
export interface SendExample<P = object> {
	endpoint: 'send';
	/** The rules it obeys, by name. */
	messageType: keyof typeof MESSAGES;
	/** Header `push-type`. */
	pushType: number;
	body: { payload: P; pushOptions?: PushOptions; target: { token: string[] } };
}

export const TOKEN_A = 'TOKEN_A';
export const TOKEN_B = 'TOKEN_B';

export function send<P>(
	messageType: keyof typeof MESSAGES,
	pushType: number,
	payload: P,
	{ pushOptions, token = [TOKEN_A] }: { pushOptions?: PushOptions; token?: string[] } = {},
): SendExample<P> {
	return {
		endpoint: 'send',
		messageType,
		pushType,
		body: { payload, ...(pushOptions && { pushOptions }), target: { token } },
	};
}

/** A tap that opens the app. */
export const openApp = { actionType: 0 };
