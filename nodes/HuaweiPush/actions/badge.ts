import example from '../../../examples/messages/badge.json';
import { BADGE_MESSAGE_RULES } from '../../../push-kit/message/badge';
import { formField, notice } from '../form/formField';
import type { Resource, SendOperation } from './operation';

/** The number on the app's icon, without a notification (push-type 0, `push-send-badge`). */
const update: SendOperation = {
	kind: 'send',
	value: 'update',
	name: 'Update',
	action: 'Update badge',
	description: "Set the number on the app's icon without showing a notification",
	messageType: 'badge',
	example: example.body.payload,
	fields: [
		notice(
			'badgeNotice',
			'For messaging apps that hold the right for the category IM. Huawei wants the number to be the real count of unread messages.',
		),
		formField(BADGE_MESSAGE_RULES.setNum, 'setNum', {
			required: true,
			description: "The number to show on the app's icon; 0 takes it away",
		}),
	],
	compose: (form) => ({
		payload: { notification: { badge: form.members(BADGE_MESSAGE_RULES, ['setNum']) } },
	}),
};

export const badge: Resource = {
	option: {
		name: 'Badge',
		value: 'badge',
		description: "The number on the app's icon, without a notification",
	},
	first: 'update',
	operations: [update],
};
