import type { Resource } from '../../operation';
import { update } from './update.operation';

export const badge: Resource = {
	option: {
		name: 'Badge',
		value: 'badge',
		description: "The number on the app's icon, without a notification",
	},
	operations: [update],
};
