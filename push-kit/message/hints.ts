/** Soft rules: what Push Kit accepts but ignores or punishes. They warn, they never stop a send. */

import {
	ADVISED_CALL_TTL_MAXIMUM_SECONDS,
	ADVISED_CALL_TTL_MINIMUM_SECONDS,
} from '../catalog/limits';
import type { PushOptions } from './pushOptions';

/** A message before it has receivers. */
export interface Message<P = Record<string, unknown>> {
	payload: P;
	pushOptions?: PushOptions;
}

/** Gives the sentences an operator reads, or `undefined` where the rule does not apply. */
export type HintRule<P> = (message: Message<P>) => string | readonly string[] | undefined;

/** `collapseKey` is for the message types that Huawei keeps for offline devices one by one. */
export function collapseKeyIgnored(message: Message<unknown>): string | undefined {
	return message.pushOptions?.collapseKey === undefined
		? undefined
		: 'Collapse Key has no effect with this message type: it works for notifications and text-to-speech only.';
}

/** `backgroundMode` is for background messages. */
export function backgroundModeIgnored(message: Message<unknown>): string | undefined {
	return message.pushOptions?.backgroundMode === undefined
		? undefined
		: 'Background Mode has no effect with this message type: it works for background messages only.';
}

/** A call that rings late is a nuisance: Huawei advises 30 to 60 seconds (`push-voip`). */
export function callTtlAdvice(message: Message<unknown>): string | undefined {
	const ttl = message.pushOptions?.ttl;
	if (ttl !== undefined && ttl <= ADVISED_CALL_TTL_MAXIMUM_SECONDS) return undefined;
	const now = ttl === undefined ? 'not set, which means one day' : String(ttl);
	return `TTL (Seconds) of a call should be ${ADVISED_CALL_TTL_MINIMUM_SECONDS} to ${ADVISED_CALL_TTL_MAXIMUM_SECONDS}, so that it does not ring when it is long over. Now it is ${now}.`;
}
