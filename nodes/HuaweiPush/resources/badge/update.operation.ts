import { MESSAGES } from '../../../../push-kit/message/messages';
import type { SendOperation } from '../../operation';

/** The number on the app's icon, without a notification (push-type 0, `push-send-badge`). */
export const update: SendOperation = {
	kind: 'send',
	value: 'update',
	name: 'Update',
	action: 'Update badge',
	description: "Set the number on the app's icon without showing a notification",
	messageType: 'badge',
	pushType: 0,
	rules: MESSAGES.badge,
	json: 'offered',
	example: { notification: { badge: { setNum: 3 } } },
	fields: [
		{
			displayName:
				'For messaging apps that hold the right for the category IM. Huawei wants the number to be the real count of unread messages.',
			name: 'badgeNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Badge Number',
			name: 'setNum',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 99 },
			default: 0,
			required: true,
			description: "The number to show on the app's icon; 0 takes it away",
		},
	],
	payload: (reader) => ({
		notification: { badge: { setNum: reader.number('setNum') } },
	}),
};
