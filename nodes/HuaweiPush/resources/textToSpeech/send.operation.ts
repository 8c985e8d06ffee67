import { MESSAGES } from '../../../../push-kit/message/messages';
import { extraDataField, readExtraData } from '../../fields/extraDataField';
import type { SendOperation } from '../../operation';
import {
	BODY_FIELD,
	categoryField,
	NOTIFICATION_OPTIONS,
	TITLE_FIELD,
} from '../notification/notificationFields';
import { readNotification } from '../notification/readNotification';

/** The category that Huawei made for this message type. */
const SPOKEN = 'PLAY_VOICE';

/** A reminder that the app reads out (push-type 2, `push-send-extend-noti`). */
export const send: SendOperation = {
	kind: 'send',
	value: 'send',
	name: 'Send',
	action: 'Send text-to-speech message',
	description: 'Let the app read out a payment or order reminder',
	messageType: 'textToSpeech',
	pushType: 2,
	rules: MESSAGES.textToSpeech,
	json: 'offered',
	example: {
		extraData: '{"amount":"18.50","currency":"CNY"}',
		notification: {
			category: SPOKEN,
			title: 'Payment received',
			body: '18.50 CNY from table 6',
			clickAction: { actionType: 0 },
		},
	},
	fields: [
		TITLE_FIELD,
		BODY_FIELD,
		extraDataField('What the app reads out, in the form the app developer chose'),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...NOTIFICATION_OPTIONS.filter(({ name }) => name !== 'foregroundShow'),
				{ ...categoryField(2), default: SPOKEN },
			],
		},
	],
	payload: (reader, run) => {
		const { category } = reader.collection('additionalFields');
		return {
			extraData: readExtraData(reader),
			notification: readNotification(reader, run, String(category ?? SPOKEN)),
		};
	},
};
