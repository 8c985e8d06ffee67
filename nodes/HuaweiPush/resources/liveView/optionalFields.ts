import type { INodeProperties } from 'n8n-workflow';

import { versionFields } from '../../fields/versionFields';
import { NOTIFICATION_OPTIONS } from '../notification/notificationFields';
import { colorField, fileField, textLine, urlField } from './textFields';

/** The area at the right of the card. */
export const ASSIST_AREA_FIELD: INodeProperties = {
	displayName: 'Assist Area',
	name: 'extend',
	type: 'collection',
	placeholder: 'Add Assist Area Field',
	default: {},
	description: 'A text or picture at the right of the card that can be tapped',
	options: [
		textLine('Action', 'action', 'For a page of the app: its action name'),
		textLine('Data (JSON)', 'data', 'Handed to the app when it is opened by the tap'),
		fileField('Image', 'image'),
		urlField('Image URL', 'imageUrl'),
		{
			displayName: 'Phone Number',
			name: 'tel',
			type: 'string',
			default: '',
			placeholder: 'e.g. +86 10 1234 5678',
			description: 'For the tap that dials: digits, -, # and blanks; + in first place only',
		},
		textLine('Text', 'text'),
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Capsule Text', value: 2 },
				{ name: 'Icon', value: 4 },
				{ name: 'None', value: 0 },
				{ name: 'Picture', value: 3 },
				{ name: 'Text', value: 1 },
			],
			default: 1,
		},
		textLine('URI', 'uri', 'For a page of the app: its address'),
		{
			displayName: 'When Tapped',
			name: 'actionType',
			type: 'options',
			options: [
				{ name: 'Clear the Live View', value: 3 },
				{ name: 'Dial the Phone Number', value: 5 },
				{ name: 'Open a Page of the App', value: 1 },
				{ name: 'Open the App', value: 0 },
			],
			default: 0,
		},
	],
};

const TAP_ACTION = NOTIFICATION_OPTIONS.filter(({ name }) => name === 'clickAction');

/** All else that a live view may carry, in alphabetical order. */
export const LIVE_VIEW_OPTIONS: INodeProperties[] = [
	textLine('Additional Text', 'additionalText', 'Note or disclaimer; layout Left-Right Text only'),
	{
		displayName: 'Background Type',
		name: 'backgroundType',
		type: 'options',
		options: [
			{ name: 'Moon Flight', value: 100 },
			{ name: 'None', value: 0 },
			{ name: 'Sunset Flight', value: 101 },
		],
		default: 0,
		description: 'Layout Left-Right Text only; such a message is not shown on watches',
	},
	colorField('Content Text Color', 'foregroundColor'),
	urlField('Description Picture URL', 'descPicUrl'),
	{
		displayName: 'Display Horizontal Line',
		name: 'displayHorizontalLine',
		type: 'boolean',
		default: true,
		description: 'Whether to show the divider; layouts Left-Right Text and Match only',
	},
	textLine('Fallback Content', 'content', 'Text for systems without live views'),
	textLine('Fallback Title', 'title', 'Title for systems without live views'),
	{
		displayName: 'Keep Time (Seconds)',
		name: 'keepTime',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3600 },
		default: 600,
		description: 'How long the card stays after the end',
	},
	{
		displayName: 'Mute',
		name: 'mute',
		type: 'boolean',
		default: true,
		description: 'Whether the update comes without sound and vibration',
	},
	{
		displayName: 'Share URL',
		name: 'shareUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://www.example.com/orders/4711',
		description: 'Link for sharing: https, at most 127 characters; since 26.0.0',
	},
	urlField('Space Icon URL', 'spaceIconUrl'),
	{
		displayName: 'Style',
		name: 'style',
		type: 'options',
		options: [
			{ name: 'Balanced', value: 1 },
			{ name: 'Emphasized', value: 0 },
		],
		default: 0,
		description: 'Layout Left-Right Text only',
	},
	textLine(
		'Sub Event',
		'subEvent',
		'Finer scene, such as FOOD for a delivery; for statistics only',
	),
	...TAP_ACTION.map((field) => ({
		...field,
		description: 'What a tap on the card does; without it a tap opens the app',
	})),
	colorField('Underline Color', 'underlineColor'),
	...versionFields(true),
];
