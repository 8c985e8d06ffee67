import type { INodeProperties } from 'n8n-workflow';

import { colorField, fileField, textLine, urlField } from './textFields';

/** Values of `notificationData.type`. */
export const LAYOUT = {
	progress: 3,
	emphasisedText: 4,
	leftRightText: 5,
	match: 7,
	base: -1,
} as const;

const LAYOUTS = Object.values(LAYOUT);

function showWith(layouts: number[], fields: INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { ...field.displayOptions?.show, type: layouts },
		},
	}));
}

/** Asked first: everything else depends on it. */
export const LAYOUT_FIELD: INodeProperties = {
	displayName: 'Layout',
	name: 'type',
	type: 'options',
	options: [
		{
			name: 'Base',
			value: LAYOUT.base,
			description: 'Title and text only; possible for every event, on new systems',
		},
		{
			name: 'Emphasized Text',
			value: LAYOUT.emphasisedText,
			description: 'Two large lines and a picture, such as a pickup code',
		},
		{
			name: 'Left-Right Text',
			value: LAYOUT.leftRightText,
			description: 'Two blocks of text with something between them, such as departure and arrival',
		},
		{ name: 'Match', value: LAYOUT.match, description: 'Two teams and a score' },
		{
			name: 'Progress',
			value: LAYOUT.progress,
			description: 'A progress bar with nodes, such as a delivery',
		},
	],
	// Nothing is chosen at first, so that the panel opens short and shows only what the layout needs.
	default: '',
	required: true,
	description: 'How the card looks; the fields below follow from it',
};

/** Title and text, which every layout has. */
const CONTENT_FIELDS = showWith(LAYOUTS, [
	{
		displayName: 'Content Title',
		name: 'contentTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. [status]',
		description:
			'First line of the card. [status] becomes the status in the words of the phone, [flightNo] and [trainNo] the number.',
	},
	{
		displayName: 'Content Text',
		name: 'contentText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your driver arrives in 5 minutes',
		description: 'Second line of the card',
	},
]);

const PROGRESS_FIELDS = showWith(
	[LAYOUT.progress],
	[
		{
			displayName: 'Progress',
			name: 'progress',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 0,
			description: 'How far it is, in percent',
		},
		{
			displayName: 'Node Icons',
			name: 'nodeIcons',
			type: 'string',
			default: '',
			placeholder: 'e.g. start.png, end.png',
			description:
				"Two to five pictures on the bar, separated by commas: names under the app's /resources/rawfile",
		},
		{
			displayName: 'Rich Progress',
			name: 'richProgress',
			type: 'collection',
			placeholder: 'Add Detail',
			default: {},
			options: [
				colorField('Background Color', 'bgColor'),
				colorField('Color', 'color'),
				fileField('Indicator Icon', 'indicatorIcon'),
				{
					displayName: 'Indicator Type',
					name: 'indicatorType',
					type: 'options',
					options: [
						{ name: 'Above the Line', value: 1 },
						{ name: 'None', value: 0 },
						{ name: 'Over the Line', value: 2 },
					],
					default: 0,
				},
				{
					displayName: 'Line Type',
					name: 'type',
					type: 'options',
					options: [
						{ name: 'Dashed', value: 0 },
						{ name: 'Solid', value: 1 },
						{ name: 'Thick', value: 2 },
					],
					default: 0,
				},
			],
		},
	],
);

const EMPHASISED_TEXT_FIELDS = showWith(
	[LAYOUT.emphasisedText],
	[
		textLine('First Line', 'firstLine', 'Upper line of the left area, such as what the number is'),
		textLine('Second Line', 'secondLine', 'Lower line of the left area, such as the number'),
		fileField('Description Picture', 'descPic'),
	],
);

function block(displayName: string, name: string, extra: INodeProperties[]): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		placeholder: `Set ${displayName}`,
		default: {},
		options: [
			{
				displayName,
				name: 'lines',
				values: [
					textLine('First Line', 'firstLine'),
					textLine('Second Line', 'secondLine'),
					...extra,
				],
			},
		],
	};
}

const SUPERSCRIPT_HINT = '+1 to +9, such as arrival on the next day';

const LEFT_RIGHT_FIELDS = showWith(
	[LAYOUT.leftRightText],
	[
		block('Left Block', 'firstTextBlock', []),
		block('Right Block', 'lastTextBlock', [
			textLine('First Line Superscript', 'firstLineSuperscript', SUPERSCRIPT_HINT),
			textLine('Second Line Superscript', 'secondLineSuperscript', SUPERSCRIPT_HINT),
		]),
		{
			displayName: 'Space Type',
			name: 'spaceType',
			type: 'options',
			options: [
				{ name: 'Icon', value: 0 },
				{ name: 'Text', value: 1 },
			],
			default: 0,
			description: 'What stands between the two blocks',
		},
		{ ...fileField('Space Icon', 'spaceIcon'), displayOptions: { show: { spaceType: [0] } } },
		{
			...textLine('Space Text', 'spaceText', 'Text between the two blocks'),
			displayOptions: { show: { spaceType: [1] } },
		},
	],
);

function team(displayName: string, name: string) {
	return {
		displayName,
		name,
		values: [
			fileField('Icon', 'icon'),
			urlField('Icon URL', 'iconUrl'),
			textLine('Name', 'name'),
			textLine('Score', 'score'),
		],
	};
}

const MATCH_FIELDS = showWith(
	[LAYOUT.match],
	[
		{
			displayName: 'Game',
			name: 'game',
			type: 'fixedCollection',
			placeholder: 'Add Part of the Game',
			default: {},
			description: 'Both teams and the competition are needed',
			options: [
				team('Host', 'host'),
				team('Guest', 'guest'),
				{
					displayName: 'Competition',
					name: 'competition',
					values: [textLine('Description', 'desc'), textLine('Time', 'time')],
				},
			],
		},
	],
);

/** What the chosen layout needs, and nothing else. */
export const LAYOUT_CONTENT_FIELDS: INodeProperties[] = [
	...CONTENT_FIELDS,
	...PROGRESS_FIELDS,
	...EMPHASISED_TEXT_FIELDS,
	...LEFT_RIGHT_FIELDS,
	...MATCH_FIELDS,
];
