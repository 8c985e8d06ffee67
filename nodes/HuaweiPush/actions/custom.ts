import example from '../../../examples/messages/notification.json';
import { CUSTOM_PUSH_TYPE, RECEIPT_MESSAGE_TYPES } from '../../../push-kit/catalog/messageTypes';
import type { Resource } from './operation';

const KNOWN_TYPES = RECEIPT_MESSAGE_TYPES.filter(({ pushType }) => pushType !== CUSTOM_PUSH_TYPE)
	.map(({ pushType, name }) => `${pushType} ${name}`)
	.join(', ');

/** Any push-type with any payload: for what Huawei adds before this package knows it. */
export const custom: Resource = {
	option: {
		name: 'Custom Message',
		value: 'custom',
		description: 'Any push type, with the payload as JSON',
	},
	first: 'send',
	operations: [
		{
			kind: 'send',
			value: 'send',
			name: 'Send',
			action: 'Send custom message',
			description: 'Send any push type with a payload as JSON',
			messageType: 'custom',
			pushTypeField: 'pushType',
			example: example.body.payload,
			fields: [
				{
					displayName: 'Push Type',
					name: 'pushType',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 0,
					required: true,
					description: `Huawei's number of the message type: ${KNOWN_TYPES}. The payload is sent as it is.`,
				},
			],
		},
	],
};
