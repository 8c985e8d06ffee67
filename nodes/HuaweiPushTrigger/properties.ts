/** The fields of the trigger. Their names are a public interface: workflows store them. */
import type { INodeProperties } from 'n8n-workflow';

import { CONSOLE_MENUS, CONSOLE_PAGE, CONSOLE_PLACES } from '../../push-kit/catalog/consoleSteps';
import { RECEIPT_WINDOW_SECONDS } from '../../push-kit/catalog/limits';
import { RECEIPT_MESSAGE_TYPES } from '../../push-kit/catalog/messageTypes';
import { RECEIPT_EVENTS } from '../../push-kit/catalog/receiptResults';
import { LARGEST_TOLERANCE_SECONDS } from '../../push-kit/receipt/signature';

// n8n keeps only links and lists in a notice.
const SETUP_STEPS = `Set up in this order: <ul>${[
	'Choose the credential, then publish this workflow: Huawei calls the production URL and saves the receipt only if it is answered.',
	`${CONSOLE_PLACES.receipts} > receipts of the app (they win over those of the project) > enable > ${CONSOLE_MENUS.newReceipt}. <a href="${CONSOLE_PAGE}" target="_blank">What these menus are called in the Chinese console</a>.`,
	'Callback address: the production URL from above. It must begin with https, and its certificate must come from a commercial CA: a self-signed or expired one stops receipts.',
	'User name and key: enter both, the same as in the credential. Version: choose V2.',
	`Click ${CONSOLE_MENUS.testReceipt}, then ${CONSOLE_MENUS.submit}. A test without a receipt in it is answered with success, though it is not signed, and starts nothing. If the test is refused, turn on Options > Acknowledge Unsigned Calls until the receipt is saved.`,
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
		options: RECEIPT_EVENTS.map(({ name, value, description, action }) => ({
			name,
			value,
			description,
			action,
		})),
		default: [...ALL_EVENTS],
		required: true,
		noDataExpression: true,
		description:
			'The receipts to start on. All others are acknowledged and start nothing. None chosen means all. While the editor listens for a test event, every receipt comes through.',
	},
	{
		displayName: 'Message Types',
		name: 'messageTypes',
		type: 'multiOptions',
		options: RECEIPT_MESSAGE_TYPES.map(({ name, messageType, meaning }) => ({
			name,
			value: messageType,
			description: meaning,
		})).sort((a, b) => a.name.localeCompare(b.name)),
		default: [],
		noDataExpression: true,
		description:
			'The types of message whose receipts start the workflow; none chosen means all. Receipts of badges count as Notification, because Huawei does not tell them apart. While the editor listens for a test event, every receipt comes through.',
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
					'Whether to answer every call without a signature with success, also one that holds a receipt. None of them starts anything, so that the receipts in them are lost. Only for the time of set-up, in case the console tests the address with a sample; a test without a receipt in it is acknowledged anyway.',
			},
			{
				displayName: 'Tolerance (Seconds)',
				name: 'tolerance',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: LARGEST_TOLERANCE_SECONDS },
				default: RECEIPT_WINDOW_SECONDS,
				description:
					'How old or how far in the future a signature may be, up to a day. A small value refuses receipts when a clock is wrong or when Huawei repeats a call later; a large one leaves more time to use an overheard call at another process of n8n, or after a restart.',
			},
		],
		displayOptions: { show: { verification: ['signature'] } },
	},
];
