import { MESSAGES } from '../../../../push-kit/message/messages';
import type { SendOperation } from '../../operation';
import { BODY_FIELD, categoryField, NOTIFICATION_OPTIONS, TITLE_FIELD } from './notificationFields';
import { readNotification } from './readNotification';

/** A message in the notification centre (push-type 0, `push-send-alert`). */
export const send: SendOperation = {
	kind: 'send',
	value: 'send',
	name: 'Send',
	action: 'Send notification',
	description: 'Show a message on phones, tablets, watches and other devices',
	messageType: 'notification',
	pushType: 0,
	rules: MESSAGES.notification,
	json: 'offered',
	example: {
		notification: {
			category: 'MARKETING',
			title: 'Weekend offers',
			body: 'Three new deals near you',
			clickAction: { actionType: 0 },
		},
	},
	fields: [
		categoryField(0),
		TITLE_FIELD,
		BODY_FIELD,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: NOTIFICATION_OPTIONS,
		},
	],
	payload: (reader, run) => ({ notification: readNotification(reader, run) }),
};
