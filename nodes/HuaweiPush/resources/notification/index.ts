import type { Resource } from '../../operation';
import { revoke } from './revoke.operation';
import { send } from './send.operation';

export const notification: Resource = {
	option: {
		name: 'Notification',
		value: 'notification',
		description: 'A message in the notification centre',
	},
	operations: [revoke, send],
};
