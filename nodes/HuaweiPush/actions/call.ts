import callExample from '../../../examples/messages/call.json';
import missedCallExample from '../../../examples/messages/missed-call.json';
import { CONSOLE_STEPS } from '../../../push-kit/catalog/consoleSteps';
import {
	ADVISED_CALL_TTL_MAXIMUM_SECONDS,
	ADVISED_CALL_TTL_MINIMUM_SECONDS,
	CALL_REPORT_SECONDS,
} from '../../../push-kit/catalog/limits';
import { CALL_RULES } from '../../../push-kit/message/call';
import { readExtraData } from '../form/extraData';
import { collection, formField, notice } from '../form/formField';
import {
	bodyField,
	IMAGE_FIELD,
	NOTIFICATION_OPTIONS,
	readNotification,
	TAP_FIELDS,
	titleField,
} from './notification';
import type { Resource, SendOperation } from './operation';

const MISSED_CALL = 'MISS_CALL';

/** Rings the app for an incoming call (push-type 10, `push-voip`). */
const ring: SendOperation = {
	kind: 'send',
	value: 'ring',
	name: 'Ring',
	action: 'Ring for incoming call',
	description: 'Let the app ring for an incoming voice or video call',
	messageType: 'call',
	example: callExample.body.payload,
	fields: [
		notice(
			'callNotice',
			`For ringing only: not for hanging up or for talking to the app. Set TTL under Options to ${ADVISED_CALL_TTL_MINIMUM_SECONDS} to ${ADVISED_CALL_TTL_MAXIMUM_SECONDS} seconds, so that no phone rings when the call is long over. The app must report the call within ${CALL_REPORT_SECONDS} seconds. Needs a right. ${CONSOLE_STEPS.callRight}`,
		),
		formField(CALL_RULES.extraData, 'extraData', {
			required: true,
			placeholder: 'e.g. {"orderId": "4711"}',
			description:
				'What the app needs to know of the call, in the form the app developer chose. An object by expression is sent as its JSON text.',
		}),
	],
	compose: (form) => ({ payload: { extraData: readExtraData(form, CALL_RULES.extraData) } }),
};

/** A notification of category MISS_CALL (push-type 0, `push-voip`). */
const sendMissedCall: SendOperation = {
	kind: 'send',
	value: 'sendMissedCall',
	name: 'Send Missed Call',
	action: 'Send missed call notification',
	description: 'Tell the user of a call that was not answered',
	messageType: 'notification',
	example: missedCallExample.body.payload,
	fields: [
		notice(
			'missedCallNotice',
			'If the app tells the user of missed calls by itself, too, add App Message ID with the ID that the app uses: the phone then shows one of the two.',
		),
		titleField('e.g. Missed call'),
		bodyField('e.g. Lin called at 14:02'),
		IMAGE_FIELD,
		...TAP_FIELDS,
		collection('Additional Fields', 'additionalFields', NOTIFICATION_OPTIONS),
	],
	compose: (form) => {
		const { payload, identity } = readNotification(form, MISSED_CALL);
		return { payload: { notification: payload }, identity };
	},
};

export const call: Resource = {
	option: {
		name: 'Call',
		value: 'call',
		description: 'An incoming voice or video call in the app, or a missed one',
	},
	first: 'ring',
	operations: [ring, sendMissedCall],
};
