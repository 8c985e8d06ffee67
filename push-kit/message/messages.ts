/** What may be sent, what is refused, what is worth a warning: of every message type. */

import { isObject } from '../json';
import { explainErrors, type Fault } from './faults';
import type { Message } from './hints';
import { checkPushOptions, pushOptionsSchema, type PushOptions } from './pushOptions';
import { checkSize } from './size';
import { TYPES, type Inspection, type RuledType, type TypeRules } from './types';
import { describeUnfilledTexts } from './unfilledTexts';
import * as validators from './validators.generated';

export type { Inspection } from './types';

export interface MessageRules {
	/** Checks a message whose payload and push options may be of any shape. */
	inspect(message: Message<unknown>): Inspection;
}

/** `payload` only has to be an object: messages whose payload Huawei does not publish. */
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
export const MESSAGES: Readonly<Record<RuledType, MessageRules>> = {
	notification: rulesOf(TYPES.notification, validators.notification),
	badge: rulesOf(TYPES.badge, validators.badge),
	form: rulesOf(TYPES.form, validators.form),
	textToSpeech: rulesOf(TYPES.textToSpeech, validators.textToSpeech),
	background: rulesOf(TYPES.background, validators.background),
	liveView: rulesOf(TYPES.liveView, validators.liveView),
	call: rulesOf(TYPES.call, validators.call),
};

/** The rules of a message type; of one whose payload is not published, those that hold for all. */
export function findRules(messageType: string): MessageRules {
	return isRuled(messageType) ? MESSAGES[messageType] : OPEN_MESSAGE;
}

function isRuled(messageType: string): messageType is RuledType {
	return Object.hasOwn(MESSAGES, messageType);
}

function rulesOf(
	{ rule, judge, placeholders }: TypeRules,
	validate: validators.Validator,
): MessageRules {
	return {
		inspect(message) {
			const common = [...optionFaults(message.pushOptions), ...checkSize(message)];
			if (!validate(message.payload)) {
				return { faults: [...explainErrors(rule, validate.errors ?? []), ...common], hints: [] };
			}
			const { faults, hints } = judge(message);
			return {
				faults: [...faults, ...common],
				hints: [...hints, ...describeUnfilledTexts(rule, message.payload, placeholders)],
			};
		},
	};
}

function optionFaults(pushOptions: PushOptions | undefined): Fault[] {
	if (pushOptions === undefined) return [];
	if (validators.pushOptions(pushOptions)) return checkPushOptions(pushOptions);
	return explainErrors(pushOptionsSchema, validators.pushOptions.errors ?? []);
}

function objectFaults(payload: unknown): Fault[] {
	if (isObject(payload)) return [];
	return [
		{
			path: '',
			field: 'Payload',
			message: 'Payload must be an object such as {"key": "value"}.',
		},
	];
}
