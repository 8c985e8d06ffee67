/**
 * The message types whose payload Huawei publishes, a row each: rule, hard rules beyond it, hints. A new type is
 * a file of its own and a row here, beside its row of facts in `catalog/messageTypes.ts`.
 */

import { BACKGROUND_HINTS, backgroundPayloadSchema, type BackgroundPayload } from './background';
import { BADGE_HINTS, badgePayloadSchema, type BadgePayload } from './badge';
import { CALL_HINTS, callPayloadSchema, type VoIPCallPayload } from './call';
import type { Fault } from './faults';
import { checkForm, FORM_HINTS, formUpdatePayloadSchema, type FormUpdatePayload } from './form';
import type { HintRule, Message } from './hints';
import { LIVE_VIEW_HINTS } from './liveView/hints';
import type { LiveViewPayload } from './liveView/liveViewPayload';
import { checkLiveView, liveViewPayloadSchema } from './liveView/payload';
import { PLACEHOLDERS } from './liveView/placeholders';
import { alertPayloadSchema, type AlertPayload } from './notification';
import { NOTIFICATION_HINTS } from './notificationHints';
import { pushOptionsSchema } from './pushOptions';
import type { Rule } from './rule';
import {
	extensionPayloadSchema,
	TEXT_TO_SPEECH_HINTS,
	type ExtensionPayload,
} from './textToSpeech';

/** What an inspection found: a message with faults must not be sent. */
export interface Inspection {
	faults: Fault[];
	/** Sentences about what will have no effect or is against Huawei's house rules. */
	hints: string[];
}

export interface TypeRules {
	readonly rule: Rule;
	/** Names in double braces that the phone replaces in texts of this type. */
	readonly placeholders?: readonly string[];
	/** Judges a message whose payload the rule's validator has passed. */
	readonly judge: (message: Message<unknown>) => Inspection;
}

function defineType<P>(type: {
	rule: Rule;
	placeholders?: readonly string[];
	/** Hard rules that JSON Schema cannot say. */
	check?: (payload: P) => Fault[];
	hints: ReadonlyArray<HintRule<P>>;
}): TypeRules {
	const { rule, placeholders, check, hints } = type;
	return {
		rule,
		...(placeholders !== undefined && { placeholders }),
		judge: ({ payload, pushOptions }) => {
			// The validator made of `rule` has just shown that it has the shape of P.
			const message = { payload: payload as P, pushOptions };
			const sentences = hints.flatMap((hint) => hint(message) ?? []);
			return { faults: check?.(message.payload) ?? [], hints: [...new Set(sentences)] };
		},
	};
}

export const TYPES = {
	notification: defineType<AlertPayload>({ rule: alertPayloadSchema, hints: NOTIFICATION_HINTS }),
	badge: defineType<BadgePayload>({ rule: badgePayloadSchema, hints: BADGE_HINTS }),
	form: defineType<FormUpdatePayload>({
		rule: formUpdatePayloadSchema,
		check: checkForm,
		hints: FORM_HINTS,
	}),
	textToSpeech: defineType<ExtensionPayload>({
		rule: extensionPayloadSchema,
		hints: TEXT_TO_SPEECH_HINTS,
	}),
	background: defineType<BackgroundPayload>({
		rule: backgroundPayloadSchema,
		hints: BACKGROUND_HINTS,
	}),
	liveView: defineType<LiveViewPayload>({
		rule: liveViewPayloadSchema,
		placeholders: PLACEHOLDERS,
		check: checkLiveView,
		hints: LIVE_VIEW_HINTS,
	}),
	call: defineType<VoIPCallPayload>({ rule: callPayloadSchema, hints: CALL_HINTS }),
} satisfies Record<string, TypeRules>;

export type RuledType = keyof typeof TYPES;

/** Every rule by name: compiled to standalone validators at build, see `scripts/build/validatorCode.ts`. */
export const RULES: Readonly<Record<string, Rule>> = {
	...Object.fromEntries(Object.entries(TYPES).map(([name, { rule }]) => [name, rule])),
	pushOptions: pushOptionsSchema,
};
