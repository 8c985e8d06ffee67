import type { INodeProperties } from 'n8n-workflow';

import {
	MESSAGE_DELIVERY_FIELDS,
	PUSH_OPTION_FIELDS,
	REQUEST_DELIVERY_FIELDS,
	SENDING_OPTION_FIELDS,
} from './fields/deliveryFields';
import {
	payloadField,
	showFor,
	showInFieldsMode,
	SPECIFY_MESSAGE_FIELD,
} from './fields/messageFields';
import { RECIPIENT_FIELDS } from './fields/recipientFields';
import type { Operation, Resource, SendOperation } from './operation';
import { RESOURCES } from './resources';

/** Which resource the panel shows first: what most operators come for. */
const FIRST_RESOURCE = 'notification';

const FIRST_OPERATIONS = ['send', 'update', 'create', 'ring', 'verify'];

/** All fields of the node: resource and operation, then each operation's own in the order of its form. */
export function nodeProperties(): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: RESOURCES.map(({ option }) => option),
			default: FIRST_RESOURCE,
		},
		...RESOURCES.map(operationField),
		...RESOURCES.flatMap(({ option, operations }) =>
			operations.flatMap((operation) =>
				showFor(String(option.value), [operation.value], operationFields(operation)),
			),
		),
	];
}

function operationField({ option, operations }: Resource): INodeProperties {
	const values = operations.map(({ value }) => value);
	const first = FIRST_OPERATIONS.find((value) => values.includes(value)) ?? values[0] ?? '';
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: operations.map(({ name, value, action, description }) => ({
			name,
			value,
			action,
			description,
		})),
		default: first,
		displayOptions: { show: { resource: [option.value] } },
	};
}

/** Who, what, how it is delivered. */
function operationFields(operation: Operation): INodeProperties[] {
	if (operation.kind === 'images') return [...operation.fields, ...SENDING_OPTION_FIELDS];
	if (operation.kind === 'tokens') {
		return [
			...RECIPIENT_FIELDS,
			...operation.fields,
			...REQUEST_DELIVERY_FIELDS,
			...SENDING_OPTION_FIELDS,
		];
	}
	return [
		...RECIPIENT_FIELDS,
		...messageFields(operation),
		...MESSAGE_DELIVERY_FIELDS,
		...PUSH_OPTION_FIELDS,
		...SENDING_OPTION_FIELDS,
	];
}

function messageFields({ json, fields, example }: SendOperation): INodeProperties[] {
	if (json === 'only') return [...fields, payloadField(example)];
	return [
		SPECIFY_MESSAGE_FIELD,
		...showInFieldsMode(fields),
		{ ...payloadField(example), displayOptions: { show: { specifyMessage: ['json'] } } },
	];
}
