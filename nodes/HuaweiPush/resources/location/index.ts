import type { Resource } from '../../operation';
import { send } from './send.operation';

export const location: Resource = {
	option: {
		name: 'Location Message',
		value: 'location',
		description: 'Not opened by Huawei yet; payload as JSON',
	},
	operations: [send],
};
