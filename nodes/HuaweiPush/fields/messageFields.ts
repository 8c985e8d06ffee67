import type { INodeProperties } from 'n8n-workflow';

/** Shows fields for one operation of one resource, besides the conditions of their own. */
export function showFor(
	resource: string,
	operations: string[],
	fields: readonly INodeProperties[],
): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { ...field.displayOptions?.show, resource: [resource], operation: operations },
		},
	}));
}

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

/** How a message is described: by the form or as the payload object. */
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

/** The payload object, as an object by expression or as text. */
export function payloadField(example: object): INodeProperties {
	return {
		displayName: 'Payload',
		name: 'payload',
		type: 'json',
		typeOptions: { rows: 8 },
		default: JSON.stringify(example, null, 2),
		required: true,
		description: 'The object under "payload" of the request, as Huawei documents it',
	};
}
