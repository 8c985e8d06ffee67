/** push-type 6: data for an app that is not in the foreground (BackgroundPayload of `push-background`). */

import { collapseKeyIgnored, type HintRule } from './hints';
import { extraDataText, struct, type Rule } from './rule';

/** `payload` of push-type 6. */
export interface BackgroundPayload {
	extraData: string;
	/** Only `ENABLE`: written into the app's data proxy; otherwise left out. */
	proxyData?: string;
}

/** The form has a switch for it, so a wrong word comes from JSON. */
const PROXY_DATA_SENTENCE =
	'{field} (proxyData) must be ENABLE, in capital letters. To switch it off, leave it out.';

export const BACKGROUND_RULES = {
	extraData: extraDataText(),
	proxyData: {
		title: 'Write Into Data Proxy',
		type: 'string',
		const: 'ENABLE',
		sentence: { type: PROXY_DATA_SENTENCE, const: PROXY_DATA_SENTENCE },
	},
} satisfies Record<keyof BackgroundPayload, Rule>;

export const backgroundPayloadSchema: Rule = struct('Payload', BACKGROUND_RULES, ['extraData']);

export const BACKGROUND_HINTS: ReadonlyArray<HintRule<BackgroundPayload>> = [collapseKeyIgnored];
