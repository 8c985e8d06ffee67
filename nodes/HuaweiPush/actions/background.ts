import example from '../../../examples/messages/background.json';
import {
	ADVISED_BACKGROUND_MESSAGES_PER_HOUR,
	BACKGROUND_MESSAGE_KEPT_DAYS,
} from '../../../push-kit/catalog/limits';
import { BACKGROUND_RULES } from '../../../push-kit/message/background';
import { labelOf } from '../../../push-kit/message/rule';
import { readExtraData } from '../form/extraData';
import { collection, formField, notice } from '../form/formField';
import type { Resource, SendOperation } from './operation';

/** Data for the app, without a notification (push-type 6, `push-background`). */
const send: SendOperation = {
	kind: 'send',
	value: 'send',
	name: 'Send',
	action: 'Send background message',
	description: 'Hand data to the app without showing anything',
	messageType: 'background',
	example: example.body.payload,
	fields: [
		notice(
			'backgroundNotice',
			`Huawei advises at most ${ADVISED_BACKGROUND_MESSAGES_PER_HOUR} background messages an hour and device; more may be dropped. A device keeps only the newest until the app next runs, for at most ${BACKGROUND_MESSAGE_KEPT_DAYS} days.`,
		),
		formField(BACKGROUND_RULES.extraData, 'extraData', {
			required: true,
			placeholder: 'e.g. {"orderId": "4711"}',
			description:
				'What the app receives, in the form the app developer chose. An object by expression is sent as its JSON text.',
		}),
		collection('Additional Fields', 'additionalFields', [
			{
				displayName: BACKGROUND_RULES.proxyData.title,
				name: 'proxyData',
				type: 'boolean',
				default: true,
				description:
					"Whether to write the data into the app's data proxy while the app is not in the foreground",
			},
		]),
	],
	compose: (form) => ({
		payload: {
			extraData: readExtraData(form, BACKGROUND_RULES.extraData),
			...(form.isOn('additionalFields.proxyData', labelOf(BACKGROUND_RULES.proxyData)) && {
				proxyData: 'ENABLE',
			}),
		},
	}),
};

export const background: Resource = {
	option: {
		name: 'Background Message',
		value: 'background',
		description: 'Data for the app, without a notification',
	},
	first: 'send',
	operations: [send],
};
