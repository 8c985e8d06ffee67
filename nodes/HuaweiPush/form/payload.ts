/** How a message is described: by the form or as the payload object. */

import type { INodeProperties } from 'n8n-workflow';

export const SPECIFY_MESSAGE_FIELD: INodeProperties = {
	displayName: 'Specify Message',
	name: 'specifyMessage',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Using Fields Below', value: 'fields', description: 'Fill in a form' },
		{
			name: 'Using JSON',
			value: 'json',
			description: "Give Huawei's payload object, with every field Push Kit knows",
		},
	],
	default: 'fields',
};

/** Shows fields only while the message is described by the form. */
export function showInFieldsMode(fields: readonly INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { ...field.displayOptions?.show, specifyMessage: ['fields'] },
		},
	}));
}

/** The payload object, as an object by expression or as text. */
export function payloadField(example: object): INodeProperties {
	return {
		displayName: 'Payload',
		name: 'payload',
		type: 'json',
		typeOptions: { rows: 8 },
		default: JSON.stringify(example, null, 2),
		required: true,
		description: 'What stands under "payload" in the request',
	};
}
