import type { INodeProperties } from 'n8n-workflow';

import { colorField, fileField, textLine, urlField } from './textFields';

/** The capsule in the status bar. */
export const CAPSULE_FIELD: INodeProperties = {
	displayName: 'Capsule',
	name: 'capsuleData',
	type: 'collection',
	placeholder: 'Add Capsule Field',
	default: {},
	description:
		'The small capsule in the status bar; needs at least Type, Icon and Background Color',
	options: [
		colorField('Background Color', 'bgColor'),
		textLine('Content', 'content', 'Additional text'),
		fileField('Icon', 'icon'),
		urlField('Icon URL', 'iconUrl'),
		{
			displayName: 'Progress',
			name: 'progress',
			type: 'number',
			default: 0,
			description: 'For the type Progress: how much of Progress Maximum is done',
		},
		{
			displayName: 'Progress As Percentage',
			name: 'indeterminate',
			type: 'boolean',
			default: false,
			description: 'Whether to show the progress in percent and not as a ratio',
		},
		{ displayName: 'Progress Maximum', name: 'max', type: 'number', default: 1 },
		{
			displayName: 'Remind',
			name: 'remind',
			type: 'options',
			options: [
				{ name: 'Default', value: 'DEFAULT' },
				{ name: 'Expand', value: 'EXPAND', description: 'Twice for each live view' },
				{ name: 'Flip', value: 'FLIP', description: 'Five times for each live view' },
			],
			default: 'DEFAULT',
			description: 'How the capsule draws attention',
		},
		{
			displayName: 'Show Content',
			name: 'isContentDisplayed',
			type: 'boolean',
			default: true,
			description: 'Whether to show Content',
		},
		{
			displayName: 'Show Tail Icon',
			name: 'isTailIconDisplayed',
			type: 'boolean',
			default: true,
			description: 'Whether to show the tail icon',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Hide', value: -1 },
				{ name: 'Show', value: 1 },
			],
			default: 1,
		},
		fileField('Tail Icon', 'tailIcon'),
		urlField('Tail Icon URL', 'tailIconUrl'),
		{
			displayName: 'Timer Counts Down',
			name: 'countDown',
			type: 'boolean',
			default: true,
			description: 'Whether the timer counts down',
		},
		{
			displayName: 'Timer Paused',
			name: 'pause',
			type: 'boolean',
			default: false,
			description: 'Whether the timer stands still',
		},
		{
			displayName: 'Timer Time (Milliseconds)',
			name: 'time',
			type: 'number',
			default: 0,
			description: 'For the type Timer: where it begins',
		},
		textLine('Title', 'title', 'Main text of the capsule'),
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Icon and Text', value: 1 },
				{ name: 'Progress', value: 3 },
				{ name: 'Timer', value: 2 },
			],
			default: 1,
		},
	],
};
