/** Every schema by name: compiled to standalone validators at build, see `scripts/build/validators.ts`. */

import { backgroundPayloadSchema } from './background';
import { badgePayloadSchema } from './badge';
import { callPayloadSchema } from './call';
import { formUpdatePayloadSchema } from './form';
import { liveViewPayloadSchema } from './liveView/payload';
import { alertPayloadSchema } from './notification';
import { pushOptionsSchema } from './pushOptions';
import type { Rule } from './rule';
import { extensionPayloadSchema } from './textToSpeech';

export const RULES = {
	notification: alertPayloadSchema,
	badge: badgePayloadSchema,
	form: formUpdatePayloadSchema,
	textToSpeech: extensionPayloadSchema,
	background: backgroundPayloadSchema,
	liveView: liveViewPayloadSchema,
	call: callPayloadSchema,
	pushOptions: pushOptionsSchema,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
