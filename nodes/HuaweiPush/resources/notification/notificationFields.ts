import type { INodeProperties } from 'n8n-workflow';

import { CATEGORIES, DEFAULT_CATEGORY } from '../../../../push-kit/catalog/categories';

/** The category's choices for messages of a push type, each with what Huawei allows in it. */
export function categoryField(pushType: number): INodeProperties {
	return {
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: CATEGORIES.filter(
			({ category, pushTypes }) =>
				pushTypes.includes(pushType) && (pushType !== 0 || category !== 'PLAY_VOICE'),
		).map(({ category, name, allowed, notAllowed, right }) => ({
			name: `${name} (${category})`,
			value: category,
			description: [
				allowed,
				notAllowed === '' ? '' : `Not allowed: ${notAllowed}`,
				right === ''
					? 'No right needed'
					: `Needs the ${right.toLowerCase()}; without it Huawei treats the message as MARKETING`,
			]
				.filter((sentence) => sentence !== '')
				.map((sentence) => sentence.replace(/\.$/, ''))
				.join('. '),
		})),
		default: DEFAULT_CATEGORY,
		description: 'What kind of message this is: decides whether and how the phone alerts the user',
	};
}

export const TITLE_FIELD: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Your order is on its way',
	description: 'First line of the notification',
};

export const BODY_FIELD: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	required: true,
	placeholder: 'e.g. It arrives tomorrow between 9 and 11',
	description: 'Text below the title; phones show up to three lines',
};

/** Optional fields of a notification, named as Huawei names them; in alphabetical order. */
export const NOTIFICATION_OPTIONS: INodeProperties[] = [
	{
		displayName: 'App Message ID',
		name: 'appMessageId',
		type: 'string',
		default: '',
		description:
			'Of messages with the same ID within 24 hours the phone shows only the first, whatever channel they come by',
	},
	{
		displayName: 'Badge: Add',
		name: 'addNum',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 99 },
		default: 1,
		description: "How much to add to the number on the app's icon",
	},
	{
		displayName: 'Badge: Set',
		name: 'setNum',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 99 },
		default: 0,
		description: "The number to show on the app's icon; wins over Badge: Add",
	},
	{
		displayName: 'Big Body',
		name: 'bigBody',
		type: 'string',
		default: '',
		description: 'Text of the style Big Text',
	},
	{
		displayName: 'Big Title',
		name: 'bigTitle',
		type: 'string',
		default: '',
		description: 'Title of the style Big Text',
	},
	{
		displayName: 'Image URL',
		name: 'image',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://cdn.example.com/order.png',
		description:
			'Picture at the right of the notification: https, PNG, JPG or BMP, best below 128 by 128 pixels',
	},
	{
		displayName: 'Lines',
		name: 'inboxContent',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'For the style Multi-Line: up to three lines, one per row',
	},
	{
		displayName: 'Notify ID',
		name: 'notifyIdMode',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'A new ID for each message; it stands in the items of the Accepted output',
			},
			{ name: 'Fixed', value: 'fixed', description: 'The ID entered under Notify ID (Fixed)' },
			{ name: 'None', value: 'none', description: 'The message cannot be revoked' },
		],
		default: 'automatic',
		description: 'A message needs an ID to be revoked or replaced later',
	},
	{
		displayName: 'Notify ID (Fixed)',
		name: 'notifyId',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 2147483647 },
		default: 0,
		description: 'A later message with the same ID replaces this one on the phone',
	},
	{
		displayName: 'Overlay Icon URL',
		name: 'overlayIcon',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://cdn.example.com/avatar.png',
		description:
			'Small icon over the app icon: https; for the categories IM, VOIP and MISS_CALL only',
	},
	{
		displayName: 'Priority Scene',
		name: 'priorityScene',
		type: 'options',
		options: [
			{ name: 'At Me', value: 'AT_ME' },
			{ name: 'Primary Contact', value: 'PRIMARY_CONTACT' },
			{ name: 'Schedule Reminder', value: 'SCHEDULE_REMINDER' },
			{ name: 'Urgent Message', value: 'URGENT_MESSAGE' },
		],
		default: 'URGENT_MESSAGE',
		description: 'Marks the notification as a priority one; needs the priority notification right',
	},
	{
		displayName: 'Profile ID',
		name: 'profileId',
		type: 'string',
		default: '',
		description:
			'Shows the message only while this profile is logged in to the app, as the app bound it to the device',
	},
	{
		displayName: 'Show in Foreground',
		name: 'foregroundShow',
		type: 'boolean',
		default: true,
		description: 'Whether to show the notification even while the app is open',
	},
	{
		displayName: 'Sound',
		name: 'sound',
		type: 'string',
		default: '',
		placeholder: 'e.g. ping.mp3',
		description:
			"Ring tone: name of a file under the app's /resources/rawfile; no effect with MARKETING",
	},
	{
		displayName: 'Sound Duration (Seconds)',
		name: 'soundDuration',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 60 },
		default: 5,
		description: 'How long the sound plays; a shorter one is repeated',
	},
	{
		displayName: 'Style',
		name: 'style',
		type: 'options',
		options: [
			{ name: 'Big Text (Outdated)', value: 1 },
			{ name: 'Multi-Line', value: 3 },
			{ name: 'Plain', value: 0 },
		],
		default: 0,
	},
	{
		displayName: 'Tap Action',
		name: 'clickAction',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Set Tap Action',
		description: 'What a tap on the notification does; without it a tap opens the app',
		options: [
			{
				displayName: 'Tap Action',
				name: 'value',
				values: [
					{
						displayName: 'When Tapped',
						name: 'actionType',
						type: 'options',
						options: [
							{ name: 'Open the App', value: 0 },
							{ name: 'Open a Page of the App', value: 1 },
						],
						default: 0,
					},
					{
						displayName: 'Action',
						name: 'action',
						type: 'string',
						default: '',
						placeholder: 'e.g. com.example.action.ORDER',
						description: 'The page, by the action name that the app developer gave it',
						displayOptions: { show: { actionType: [1] } },
					},
					{
						displayName: 'URI',
						name: 'uri',
						type: 'string',
						default: '',
						placeholder: 'e.g. https://www.example.com/orders/4711',
						description:
							'The page, by its address; used where Action is empty or unknown to the app',
						displayOptions: { show: { actionType: [1] } },
					},
					{
						displayName: 'Data',
						name: 'data',
						type: 'json',
						default: '',
						placeholder: 'e.g. {"orderId": "4711"}',
						description: 'Handed to the app when it is opened by the tap',
					},
				],
			},
		],
	},
];
