/** The body of a send request, and its size as Huawei counts it. */

import { MAXIMUM_BODY_BYTES } from '../catalog/limits';
import type { Fault } from './faults';
import type { Message } from './hints';
import type { PushOptions } from './pushOptions';

/** What is posted to `messages:send` (`push-scenariozed-api-request-struct`). */
export interface SendBody {
	payload: unknown;
	pushOptions?: PushOptions;
	target: { token: readonly string[] };
}

/** Puts a message and its receivers together. */
export function buildSendBody(
	{ payload, pushOptions }: Message<unknown>,
	token: readonly string[],
): SendBody {
	return {
		payload,
		...(pushOptions !== undefined && Object.keys(pushOptions).length > 0 && { pushOptions }),
		target: { token },
	};
}

/**
 * Bytes of a message that count towards the limit of 4096: minified JSON as UTF-8 without push tokens.
 * UNCERTAIN: the pages do not say whether `pushOptions` count; they are counted, to be on the safe side.
 */
export function measureMessage(message: Message<unknown>): number {
	return Buffer.byteLength(JSON.stringify(buildSendBody(message, [])), 'utf8');
}

/** Refuses a message over 4096 bytes (80300008 at the service). */
export function checkSize(message: Message<unknown>): Fault[] {
	const bytes = measureMessage(message);
	if (bytes <= MAXIMUM_BODY_BYTES) return [];
	return [
		{
			path: '',
			field: 'Message',
			message: `The message has ${bytes} bytes; Push Kit takes at most ${MAXIMUM_BODY_BYTES}, push tokens not counted. Shorten its texts or data by ${bytes - MAXIMUM_BODY_BYTES} bytes (a Chinese character counts 3).`,
		},
	];
}
