/** The node's panel: resource and operation, then each operation's own form, shared fields declared once. */

import type { INodeProperties } from 'n8n-workflow';

import type { Operation, Resource, SendOperation } from './actions/operation';
import {
	MESSAGE_DELIVERY_FIELDS,
	MESSAGE_OPTIONS_FIELD,
	REQUEST_DELIVERY_FIELDS,
	REQUEST_OPTIONS_FIELD,
} from './form/delivery';
import { payloadField, showInFieldsMode, SPECIFY_MESSAGE_FIELD } from './form/payload';
import { RECIPIENT_FIELDS } from './form/recipientFields';
import { shareFields, type Form } from './form/sharedFields';

/** Which resource the panel shows first: what most operators come for. */
const FIRST_RESOURCE = 'notification';

/** All fields of the node. */
export function panelOf(resources: readonly Resource[]): INodeProperties[] {
	const forms: Form[] = resources.flatMap(({ option, operations }) =>
		operations.map((operation) => ({
			resource: String(option.value),
			operation: operation.value,
			fields: formOf(operation),
		})),
	);
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ option }) => option),
			default: FIRST_RESOURCE,
		},
		...resources.map(operationField),
		...shareFields(forms),
	];
}

function operationField({ option, first, operations }: Resource): INodeProperties {
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
function formOf(operation: Operation): INodeProperties[] {
	if (operation.kind !== 'send') {
		return [
			...(operation.kind === 'tokens' ? RECIPIENT_FIELDS : []),
			...operation.fields,
			...REQUEST_DELIVERY_FIELDS,
			REQUEST_OPTIONS_FIELD,
		];
	}
	return [
		...RECIPIENT_FIELDS,
		...messageFields(operation),
		...MESSAGE_DELIVERY_FIELDS,
		MESSAGE_OPTIONS_FIELD,
	];
}

function messageFields({ compose, fields, example }: SendOperation): INodeProperties[] {
	if (compose === undefined) return [...fields, payloadField(example)];
	return [
		SPECIFY_MESSAGE_FIELD,
		...showInFieldsMode(fields),
		{ ...payloadField(example), displayOptions: { show: { specifyMessage: ['json'] } } },
	];
}
