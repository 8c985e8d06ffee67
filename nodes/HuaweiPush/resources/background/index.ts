import type { Resource } from '../../operation';
import { send } from './send.operation';

export const background: Resource = {
	option: {
		name: 'Background Message',
		value: 'background',
		description: 'Data for the app, without a notification',
	},
	operations: [send],
};
