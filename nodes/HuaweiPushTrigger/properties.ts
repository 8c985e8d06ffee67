/** The fields of the trigger. Their names are a public interface: workflows store them. */
import type { INodeProperties } from 'n8n-workflow';

import { RECEIPT_WINDOW_SECONDS } from '../../push-kit/catalog/limits';
import { RECEIPT_MESSAGE_TYPES } from '../../push-kit/catalog/messageTypes';
import { RECEIPT_EVENTS } from '../../push-kit/catalog/receiptResults';

// n8n keeps only links and lists in a notice.
const SETUP_STEPS = `Set up in this order: <ul>${[
	'Choose the credential, then publish this workflow: Huawei calls the production URL and saves the receipt only if it is answered.',
	'AppGallery Connect > Development and services (开发与服务) > your project > Grow (增长) > Push Kit (推送服务) > Configuration (配置) > receipts of the app (they win over those of the project) > enable > New receipt (新建回执).',
	'Callback address: the production URL from above. It must begin with https, and its certificate must come from a commercial CA: a self-signed or expired one stops receipts.',
	'User name and key: enter both, the same as in the credential. Version: choose V2.',
	'Click Test receipt (测试回执), then Submit. If the test is refused as not signed, turn on Acknowledge Unsigned Calls below until the receipt is saved.',
]
	.map((step) => `<li>${step}</li>`)
	.join('')}</ul>`;

const NO_VERIFICATION =
	'Anybody who knows the URL can now send receipts, for example to have tokens removed from your list. Choose Signature, unless something in front of n8n verifies the calls.';

const ALL_EVENTS = RECEIPT_EVENTS.map(({ value }) => value);

export const properties: INodeProperties[] = [
	{
		displayName: SETUP_STEPS,
		name: 'setupSteps',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Verification',
		name: 'verification',
		type: 'options',
		options: [
			{
				name: 'Signature',
				value: 'signature',
				description:
					'Take only calls that are signed with the user name and secret of the credential',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Take every call',
			},
		],
		default: 'signature',
		noDataExpression: true,
		description: 'How the trigger makes sure that a receipt comes from Huawei',
	},
	{
		displayName: NO_VERIFICATION,
		name: 'noVerification',
		type: 'notice',
		default: '',
		displayOptions: { show: { verification: ['none'] } },
	},
	{
		displayName: 'Trigger On',
		name: 'triggerOn',
		type: 'multiOptions',
		options: RECEIPT_EVENTS.map(({ name, value, description }) => ({ name, value, description })),
		default: [...ALL_EVENTS],
		required: true,
		noDataExpression: true,
		description:
			'The receipts to start on. All others are acknowledged and start nothing. None chosen means all.',
	},
	{
		displayName: 'Message Types',
		name: 'messageTypes',
		type: 'multiOptions',
		options: RECEIPT_MESSAGE_TYPES.map(({ name, messageType, meaning }) => ({
			name,
			value: messageType,
			description: meaning,
		})),
		default: [],
		noDataExpression: true,
		description:
			'The types of message whose receipts start the workflow; none chosen means all. Receipts of badges count as Notification, because Huawei does not tell them apart.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Acknowledge Unsigned Calls',
				name: 'acknowledgeUnsigned',
				type: 'boolean',
				default: false,
				description:
					'Whether to answer calls without a signature with success. They start nothing. Only for the time of set-up, in case the console tests the address with an unsigned receipt.',
			},
			{
				displayName: 'Tolerance (Seconds)',
				name: 'tolerance',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 86400 },
				default: RECEIPT_WINDOW_SECONDS,
				description:
					'How old or how far in the future a signature may be. A small value refuses receipts when a clock is wrong or when Huawei repeats a call later; a large one lets an overheard call be used for longer.',
			},
		],
		displayOptions: { show: { verification: ['signature'] } },
	},
];
