/**
 * push-type 10: rings for an in-app call (VoIPCallPayload of `push-voip`). A missed call is a notification
 * of category MISS_CALL, see `notification.ts`.
 */

import { backgroundModeIgnored, callTtlAdvice, collapseKeyIgnored, type HintRule } from './hints';
import { extraDataText, struct, type Rule } from './rule';

/** `payload` of push-type 10. */
export interface VoIPCallPayload {
	/** Text for the app, usually JSON: for example the kind of call and its room. */
	extraData: string;
}

export const CALL_RULES = {
	extraData: extraDataText(),
} satisfies Record<keyof VoIPCallPayload, Rule>;

export const callPayloadSchema: Rule = struct('Payload', CALL_RULES, ['extraData']);

export const CALL_HINTS: ReadonlyArray<HintRule<VoIPCallPayload>> = [
	callTtlAdvice,
	collapseKeyIgnored,
	backgroundModeIgnored,
];
