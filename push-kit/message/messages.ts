/** Every message type with its rules: what may be sent, what is refused, what is worth a warning. */

import { BACKGROUND_HINTS } from './background';
import { BADGE_HINTS } from './badge';
import { CALL_HINTS } from './call';
import { explainErrors, type Fault } from './faults';
import { checkForm, FORM_HINTS } from './form';
import type { HintRule, Message } from './hints';
import { LIVE_VIEW_HINTS } from './liveView/hints';
import { checkLiveView } from './liveView/payload';
import { NOTIFICATION_HINTS } from './notificationHints';
import { checkPushOptions } from './pushOptions';
import type { Rule } from './rule';
import { RULES } from './rules';
import { checkSize } from './size';
import { TEXT_TO_SPEECH_HINTS } from './textToSpeech';
import * as validators from './validators.generated';

/** What an inspection found: a message with faults must not be sent. */
export interface Inspection {
	faults: Fault[];
	/** Sentences about what will have no effect or is against Huawei's house rules. */
	hints: string[];
}

export interface MessageRules {
	/** Checks a message whose payload and push options may be of any shape. */
	inspect(message: Message<unknown>): Inspection;
}

interface MessageDefinition<P> {
	schema: Rule;
	validate: validators.Validator<P>;
	/** Hard rules that JSON Schema cannot say. */
	check?: (payload: P) => Fault[];
	hints: ReadonlyArray<HintRule<P>>;
}

/** `payload` only has to be an object: location and custom messages, whose payload Huawei does not publish. */
export const OPEN_MESSAGE: MessageRules = {
	inspect: (message) => ({
		faults: [
			...objectFaults(message.payload),
			...optionFaults(message.pushOptions),
			...checkSize(message),
		],
		hints: [],
	}),
};

/** By `messageType` of `catalog/messageTypes.ts`. */
export const MESSAGES = {
	notification: defineMessage({
		schema: RULES.notification,
		validate: validators.notification,
		hints: NOTIFICATION_HINTS,
	}),
	badge: defineMessage({
		schema: RULES.badge,
		validate: validators.badge,
		hints: BADGE_HINTS,
	}),
	form: defineMessage({
		schema: RULES.form,
		validate: validators.form,
		check: checkForm,
		hints: FORM_HINTS,
	}),
	textToSpeech: defineMessage({
		schema: RULES.textToSpeech,
		validate: validators.textToSpeech,
		hints: TEXT_TO_SPEECH_HINTS,
	}),
	background: defineMessage({
		schema: RULES.background,
		validate: validators.background,
		hints: BACKGROUND_HINTS,
	}),
	liveView: defineMessage({
		schema: RULES.liveView,
		validate: validators.liveView,
		check: checkLiveView,
		hints: LIVE_VIEW_HINTS,
	}),
	call: defineMessage({
		schema: RULES.call,
		validate: validators.call,
		hints: CALL_HINTS,
	}),
} satisfies Record<string, MessageRules>;

function defineMessage<P>({ schema, validate, check, hints }: MessageDefinition<P>): MessageRules {
	return {
		inspect(message) {
			const { payload, pushOptions } = message;
			const faults = [...optionFaults(pushOptions), ...checkSize(message)];
			if (!validate(payload)) {
				return { faults: [...explainErrors(schema, validate.errors ?? []), ...faults], hints: [] };
			}
			faults.unshift(...(check?.(payload) ?? []));
			const sentences = hints.flatMap((rule) => rule({ payload, pushOptions }) ?? []);
			return { faults, hints: [...new Set(sentences)] };
		},
	};
}

function optionFaults(pushOptions: unknown): Fault[] {
	if (pushOptions === undefined) return [];
	if (validators.pushOptions(pushOptions)) return checkPushOptions(pushOptions);
	return explainErrors(RULES.pushOptions, validators.pushOptions.errors ?? []);
}

function objectFaults(payload: unknown): Fault[] {
	if (typeof payload === 'object' && payload !== null && !Array.isArray(payload)) return [];
	return [
		{
			path: '',
			field: 'Payload',
			message: 'Payload must be an object such as {"key": "value"}.',
		},
	];
}
