/** push-type 6: data for an app that is not in the foreground (BackgroundPayload of `push-background`). */

import { collapseKeyIgnored, type HintRule } from './hints';
import { extraDataText, struct, type Rule } from './rule';

/** `payload` of push-type 6. */
export interface BackgroundPayload {
	extraData: string;
	/** Only `ENABLE`: written into the app's data proxy; otherwise left out. */
	proxyData?: string;
}

export const backgroundPayloadSchema: Rule = struct(
	'Payload',
	{
		extraData: extraDataText(),
		proxyData: {
			title: 'Proxy Data',
			type: 'string',
			const: 'ENABLE',
			sentence: 'Proxy Data must be ENABLE, in capital letters. To switch it off, leave it out.',
		},
	},
	['extraData'],
);

export const BACKGROUND_HINTS: ReadonlyArray<HintRule<BackgroundPayload>> = [collapseKeyIgnored];
