import example from '../../../examples/messages/location.json';
import { notice } from '../form/formField';
import type { Resource } from './operation';

/** UNCERTAIN: push-type 9 stands in a table of the 2025 guide only, and no page defines its payload. */
export const location: Resource = {
	option: {
		name: 'Location Message',
		value: 'location',
		description: 'Not opened by Huawei yet; payload as JSON',
	},
	first: 'send',
	operations: [
		{
			kind: 'send',
			value: 'send',
			name: 'Send',
			action: 'Send location message',
			description: 'Ask the app for the location of the device; not opened by Huawei yet',
			messageType: 'location',
			example: example.body.payload,
			fields: [
				notice(
					'locationNotice',
					'Huawei publishes no payload for location messages, and its newest table of message types omits them. Use this only if Huawei has told you the payload.',
				),
			],
		},
	],
};
