import type { Resource } from '../../operation';
import { ring } from './ring.operation';
import { sendMissedCall } from './sendMissedCall.operation';

export const call: Resource = {
	option: {
		name: 'Call',
		value: 'call',
		description: 'An incoming voice or video call in the app, or a missed one',
	},
	operations: [ring, sendMissedCall],
};
