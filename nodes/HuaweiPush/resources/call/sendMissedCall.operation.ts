import { MESSAGES } from '../../../../push-kit/message/messages';
import type { SendOperation } from '../../operation';
import { BODY_FIELD, NOTIFICATION_OPTIONS, TITLE_FIELD } from '../notification/notificationFields';
import { readNotification } from '../notification/readNotification';

const MISSED_CALL = 'MISS_CALL';

/** A notification of category MISS_CALL (push-type 0, `push-voip`). */
export const sendMissedCall: SendOperation = {
	kind: 'send',
	value: 'sendMissedCall',
	name: 'Send Missed Call',
	action: 'Send missed call notification',
	description: 'Tell the user of a call that was not answered',
	messageType: 'notification',
	pushType: 0,
	rules: MESSAGES.notification,
	json: 'offered',
	example: {
		notification: {
			category: MISSED_CALL,
			title: 'Missed call',
			body: 'Lin called at 14:02',
			appMessageId: 'call-r77',
			clickAction: { actionType: 0 },
		},
	},
	fields: [
		{
			displayName:
				'If the app tells the user of missed calls by itself, too, add App Message ID with the ID that the app uses: the phone then shows one of the two.',
			name: 'missedCallNotice',
			type: 'notice',
			default: '',
		},
		{ ...TITLE_FIELD, placeholder: 'e.g. Missed call' },
		{ ...BODY_FIELD, placeholder: 'e.g. Lin called at 14:02' },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: NOTIFICATION_OPTIONS,
		},
	],
	payload: (reader, run) => ({ notification: readNotification(reader, run, MISSED_CALL) }),
};
