/** The capsule in the status bar (CapsuleData of `push-scenariozed-api-request-param`). */

import {
	CAPSULE_FORBIDDEN_COLOURS,
	CAPSULE_PROGRESS_MAXIMUM,
	LIVE_VIEW_LINE_MAXIMUM_LENGTH,
} from '../../catalog/limits';
import type { Fault } from '../faults';
import {
	argbColor,
	filledProse,
	filledText,
	flag,
	httpsUrl,
	integer,
	needs,
	openInteger,
	openWord,
	prose,
	struct,
	text,
	when,
	type Rule,
} from '../rule';

export interface CapsuleTimer {
	/** Milliseconds. */
	time?: number;
	countDown?: boolean;
	pause?: boolean;
}

export interface CapsuleProgress {
	progress: number;
	/** Default 1. */
	max?: number;
	/** True shows a percentage, false a ratio. */
	indeterminate?: boolean;
}

export interface CapsuleData {
	/** 1 icon and text, 2 timer, 3 progress. */
	type: number;
	/** 1 shown, -1 hidden. */
	status: number;
	icon: string;
	/** `#AARRGGBB`, none of `CAPSULE_FORBIDDEN_COLOURS`. */
	bgColor: string;
	/** `DEFAULT`, `FLIP` or `EXPAND`. */
	remind?: string;
	title?: string;
	content?: string;
	capsuleTimer?: CapsuleTimer;
	progress?: CapsuleProgress;
	iconUrl?: string;
	tailIcon?: string;
	tailIconUrl?: string;
	isTailIconDisplayed?: boolean;
	isContentDisplayed?: boolean;
}

const forbiddenColor: Rule = {
	not: {
		pattern: `^(${CAPSULE_FORBIDDEN_COLOURS.map(ignoreCase).join('|')})$`,
	},
	sentence: {
		not: `{field} must not be ${CAPSULE_FORBIDDEN_COLOURS.join(', ').replace(/, ([^,]*)$/, ' or $1')}. Choose another color.`,
	},
};

function ignoreCase(color: string): string {
	return color.replace(/[A-F]/g, (digit) => `[${digit}${digit.toLowerCase()}]`);
}

export const CAPSULE_TIMER_RULES = {
	time: { title: 'Timer Time', unit: 'Milliseconds', type: 'integer' },
	countDown: flag('Timer Counts Down'),
	pause: flag('Timer Paused'),
} satisfies Record<keyof CapsuleTimer, Rule>;

export const CAPSULE_PROGRESS_RULES = {
	progress: integer('Progress', 0, CAPSULE_PROGRESS_MAXIMUM),
	max: integer('Progress Maximum', 1, CAPSULE_PROGRESS_MAXIMUM),
	indeterminate: flag('Progress As Percentage'),
} satisfies Record<keyof CapsuleProgress, Rule>;

/** The form shows timer and progress beside the other fields of the capsule. */
export const CAPSULE_RULES = {
	type: openInteger('Type', [
		{ value: 1, name: 'Icon and Text' },
		{ value: 3, name: 'Progress' },
		{ value: 2, name: 'Timer' },
	]),
	status: openInteger('Status', [
		{ value: -1, name: 'Hide' },
		{ value: 1, name: 'Show' },
	]),
	icon: filledText('Icon'),
	bgColor: argbColor('Background Color', { allOf: [forbiddenColor] }),
	remind: openWord('Remind', [
		{ value: 'DEFAULT', name: 'Default' },
		{ value: 'EXPAND', name: 'Expand', description: 'Twice for each live view' },
		{ value: 'FLIP', name: 'Flip', description: 'Five times for each live view' },
	]),
	title: prose('Title', { maxLength: LIVE_VIEW_LINE_MAXIMUM_LENGTH }),
	content: prose('Content', { maxLength: LIVE_VIEW_LINE_MAXIMUM_LENGTH }),
	capsuleTimer: struct('', CAPSULE_TIMER_RULES),
	progress: struct('', CAPSULE_PROGRESS_RULES, ['progress']),
	iconUrl: httpsUrl('Icon URL'),
	tailIcon: text('Tail Icon'),
	tailIconUrl: httpsUrl('Tail Icon URL'),
	isTailIconDisplayed: flag('Show Tail Icon'),
	isContentDisplayed: flag('Show Content'),
} satisfies Record<keyof CapsuleData, Rule>;

export const capsuleDataSchema: Rule = struct('Capsule', CAPSULE_RULES, [
	'type',
	'status',
	'icon',
	'bgColor',
]);

/** What the capsule's type needs when the live view is created. */
export const capsuleCreation: Rule = {
	allOf: [
		when('type', [1], {
			...needs(
				['title', 'content'],
				'Capsule needs Title and Content: its type shows an icon and text.',
			),
			properties: { title: filledProse('Title'), content: filledProse('Content') },
		}),
		when('type', [2], {
			...needs(
				['content', 'capsuleTimer'],
				'Capsule needs Content and the Timer fields: its type is a timer.',
			),
			properties: { content: filledProse('Content') },
		}),
		when('type', [3], needs(['progress'], 'Capsule needs Progress: its type shows a progress.')),
	],
};

/** Progress cannot be beyond its end. */
export function checkCapsule(capsule: CapsuleData | undefined): Fault[] {
	if (capsule?.progress === undefined) return [];
	const { progress, max = 1 } = capsule.progress;
	if (progress <= max) return [];
	return [
		{
			path: 'activityData.capsuleData.progress.progress',
			field: 'Capsule > Progress',
			message: `Capsule > Progress is ${progress}; it must be at most Progress Maximum, which is ${max}.`,
		},
	];
}
