import type { Resource } from '../../operation';
import { update } from './update.operation';

export const form: Resource = {
	option: {
		name: 'Service Widget',
		value: 'form',
		description: 'New data for a widget on the desktop',
	},
	operations: [update],
};
