/** The capsule in the status bar (CapsuleData of `push-scenariozed-api-request-param`). */

import {
	CAPSULE_FORBIDDEN_COLOURS,
	CAPSULE_PROGRESS_MAXIMUM,
	LIVE_VIEW_LINE_MAXIMUM_LENGTH,
} from '../../catalog/limits';
import type { Fault } from '../faults';
import {
	argbColor,
	filledText,
	flag,
	httpsUrl,
	integer,
	needs,
	openInteger,
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

export const capsuleDataSchema: Rule = struct(
	'Capsule',
	{
		type: openInteger('Type'),
		status: openInteger('Status'),
		icon: filledText('Icon'),
		bgColor: argbColor('Background Color', { allOf: [forbiddenColor] }),
		remind: text('Remind'),
		title: text('Title', { maxLength: LIVE_VIEW_LINE_MAXIMUM_LENGTH }),
		content: text('Content', { maxLength: LIVE_VIEW_LINE_MAXIMUM_LENGTH }),
		capsuleTimer: struct('Timer', {
			time: { title: 'Time', type: 'integer' },
			countDown: flag('Count Down'),
			pause: flag('Pause'),
		}),
		progress: struct(
			'Progress',
			{
				progress: integer('Progress', 0, CAPSULE_PROGRESS_MAXIMUM),
				max: integer('Max', 1, CAPSULE_PROGRESS_MAXIMUM),
				indeterminate: flag('Indeterminate'),
			},
			['progress'],
		),
		iconUrl: httpsUrl('Icon URL'),
		tailIcon: text('Tail Icon'),
		tailIconUrl: httpsUrl('Tail Icon URL'),
		isTailIconDisplayed: flag('Show Tail Icon'),
		isContentDisplayed: flag('Show Content'),
	},
	['type', 'status', 'icon', 'bgColor'],
);

/** What the capsule's type needs when the live view is created. */
export const capsuleCreation: Rule = {
	allOf: [
		when('type', [1], {
			...needs(
				['title', 'content'],
				'Capsule needs Title and Content: its type shows an icon and text.',
			),
			properties: { title: filledText('Title'), content: filledText('Content') },
		}),
		when('type', [2], {
			...needs(
				['content', 'capsuleTimer'],
				'Capsule needs Content and Timer: its type is a timer.',
			),
			properties: { content: filledText('Content') },
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
			field: 'Capsule > Progress > Progress',
			message: `Capsule > Progress > Progress is ${progress}; it must be at most Max, which is ${max}.`,
		},
	];
}
