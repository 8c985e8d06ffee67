/** push-type 0, badge only: the number on the app's icon (BadgePayload of `push-send-badge`). */

import { BADGE_SET_NUMBER_MAXIMUM, BADGE_SET_NUMBER_MINIMUM } from '../catalog/limits';
import { backgroundModeIgnored, type HintRule } from './hints';
import { integer, struct, type Rule } from './rule';

/** `payload` of a badge message: it must not hold a title or a body, else it is a notification. */
export interface BadgePayload {
	notification: { badge: { setNum: number } };
}

export const BADGE_MESSAGE_RULES = {
	setNum: integer('Badge Number', BADGE_SET_NUMBER_MINIMUM, BADGE_SET_NUMBER_MAXIMUM),
} satisfies Record<string, Rule>;

function refuse(property: string, title: string): Rule {
	return {
		not: { required: [property] },
		sentence: `${title} must not be part of a badge message. Take it out, or send a notification, which may carry a badge number, too.`,
	};
}

export const badgePayloadSchema: Rule = struct(
	'Payload',
	{
		notification: struct(
			'',
			{
				badge: struct('', BADGE_MESSAGE_RULES, ['setNum']),
			},
			['badge'],
			{ allOf: [refuse('title', 'Title'), refuse('body', 'Body')] },
		),
	},
	['notification'],
);

export const BADGE_HINTS: ReadonlyArray<HintRule<BadgePayload>> = [
	({ payload }) =>
		'addNum' in payload.notification.badge
			? 'A badge message sets the number: the number to add (addNum) has no effect.'
			: undefined,
	({ payload }) =>
		'clickAction' in payload.notification
			? 'A badge message shows nothing that could be tapped: Tap Action (clickAction) has no effect.'
			: undefined,
	backgroundModeIgnored,
];
