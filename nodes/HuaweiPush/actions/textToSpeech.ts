import example from '../../../examples/messages/text-to-speech.json';
import { CONSOLE_STEPS } from '../../../push-kit/catalog/consoleSteps';
import { NOTIFICATION_RULES } from '../../../push-kit/message/notification';
import { TEXT_TO_SPEECH_RULES } from '../../../push-kit/message/textToSpeech';
import { readExtraData } from '../form/extraData';
import { collection, formField, notice } from '../form/formField';
import {
	bodyField,
	categoryField,
	IMAGE_FIELD,
	NOTIFICATION_OPTIONS,
	readNotification,
	TAP_FIELDS,
	titleField,
} from './notification';
import type { Resource, SendOperation } from './operation';
import { revokeOperation } from './revoke';

/** The category that Huawei made for this message type. */
const SPOKEN = 'PLAY_VOICE';

/** A reminder that the app reads out (push-type 2, `push-send-extend-noti`). */
const send: SendOperation = {
	kind: 'send',
	value: 'send',
	name: 'Send',
	action: 'Send text-to-speech message',
	description: 'Let the app read out an order, logistics, payment or medical reminder',
	messageType: 'textToSpeech',
	example: example.body.payload,
	fields: [
		notice('textToSpeechNotice', `Needs a right. ${CONSOLE_STEPS.textToSpeechRight}`),
		titleField(),
		bodyField(),
		formField(TEXT_TO_SPEECH_RULES.extraData, 'extraData', {
			required: true,
			placeholder: 'e.g. {"orderId": "4711"}',
			description:
				'What the app reads out, in the form the app developer chose. An object by expression is sent as its JSON text.',
		}),
		IMAGE_FIELD,
		...TAP_FIELDS,
		collection('Additional Fields', 'additionalFields', [
			...NOTIFICATION_OPTIONS.filter(({ name }) => name !== 'foregroundShow'),
			categoryField(2, SPOKEN),
		]),
	],
	compose: (form) => {
		const category = form.member(NOTIFICATION_RULES.category, 'additionalFields.category');
		const { payload, identity } = readNotification(form, category ?? SPOKEN);
		const extraData = readExtraData(form, TEXT_TO_SPEECH_RULES.extraData);
		return { payload: { extraData, notification: payload }, identity };
	},
};

export const textToSpeech: Resource = {
	option: {
		name: 'Text-to-Speech',
		value: 'textToSpeech',
		description:
			'A reminder that the app reads out: order, logistics, payment or medical emergency',
	},
	first: 'send',
	operations: [
		// Withdraws a text-to-speech message (`push-revoke-extend-noti`).
		revokeOperation({ action: 'Revoke text-to-speech message', messageType: 'textToSpeech' }),
		send,
	],
};
