import type { Resource } from '../../operation';
import { send } from './send.operation';

export const custom: Resource = {
	option: {
		name: 'Custom Message',
		value: 'custom',
		description: 'Any push type, with the payload as JSON',
	},
	operations: [send],
};
