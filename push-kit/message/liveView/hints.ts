/** Soft rules of a live view: accepted by Push Kit, but ignored by the device. */

import { SHARE_URL_MAXIMUM_LENGTH } from '../../catalog/limits';
import { ASSIST_ACTION_TYPES } from '../clickAction';
import { backgroundModeIgnored, collapseKeyIgnored, type HintRule } from '../hints';
import { EVENT_HINTS } from './eventHints';
import { EXTEND_TYPES } from './extend';
import { findLayout, findMissingParts } from './layouts';
import type { NotificationData } from './notificationData';
import { CREATING } from './operations';
import type { LiveViewPayload } from './liveViewPayload';
import { describeWeather } from './weather';

type CardRule = (card: NotificationData) => string | readonly string[] | undefined;

const LEFT_RIGHT = 5;
const MATCH = 7;

/** Members that only some layouts show. */
const SHOWN_BY: ReadonlyArray<
	[member: keyof NotificationData, title: string, layouts: readonly number[]]
> = [
	['additionalText', 'Additional Text', [LEFT_RIGHT]],
	['weather', 'Weather', [LEFT_RIGHT]],
	['backgroundType', 'Background Type', [LEFT_RIGHT]],
	['displayHorizontalLine', 'Display Horizontal Line', [LEFT_RIGHT, MATCH]],
];

const CARD_RULES: readonly CardRule[] = [
	({ type }) =>
		findLayout(type) === undefined
			? `Layout ${type} is not known here. It is sent as it is; Huawei may show the base layout instead.`
			: undefined,
	(card) =>
		SHOWN_BY.filter(
			([member, , layouts]) => card[member] !== undefined && !layouts.includes(card.type),
		).map(
			([, title, layouts]) =>
				`${title} has no effect with this layout: it works with layout ${layouts.join(' and ')} only.`,
		),
	({ type, weather }) =>
		weather === undefined || type !== LEFT_RIGHT ? undefined : describeWeather(weather),
	({ lastTextBlock }) =>
		(['firstLineSuperscript', 'secondLineSuperscript'] as const)
			.filter((member) => !/^(\+[1-9])?$/.test(lastTextBlock?.[member] ?? ''))
			.map(
				(member) =>
					`Last Text Block > ${SUPERSCRIPT_TITLES[member]} is not shown: it must be +1 to +9.`,
			),
	({ extend }) =>
		extend?.pic !== undefined && extend.image === undefined
			? 'Assist Area: "pic" is an older name that Huawei is to drop. Use Image instead.'
			: undefined,
	({ extend }) =>
		extend?.type !== undefined && !EXTEND_TYPES.some((known) => known === extend.type)
			? `Assist Area > Type ${extend.type} is not known here: it is sent as it is.`
			: undefined,
	({ extend }) =>
		extend?.clickAction !== undefined &&
		!ASSIST_ACTION_TYPES.includes(extend.clickAction.actionType)
			? `Assist Area > Tap Action > When Tapped ${extend.clickAction.actionType} is not known here: it is sent as it is.`
			: undefined,
];

const SUPERSCRIPT_TITLES = {
	firstLineSuperscript: 'First Line Superscript',
	secondLineSuperscript: 'Second Line Superscript',
};

const CAPSULE_TYPES: readonly number[] = [1, 2, 3];
const CAPSULE_STATUSES: readonly number[] = [1, -1];

export const LIVE_VIEW_HINTS: ReadonlyArray<HintRule<LiveViewPayload>> = [
	...EVENT_HINTS,
	...CARD_RULES.map(
		(rule): HintRule<LiveViewPayload> =>
			({ payload }) =>
				rule(payload.activityData.notificationData),
	),
	({ payload: { operation, activityData } }) =>
		CREATING.includes(operation) ? undefined : findMissingParts(activityData.notificationData),
	({ payload: { operation, activityData } }) =>
		CREATING.includes(operation) && activityData.notificationData.keepTime !== undefined
			? 'Keep Time has no effect here: Huawei takes it from the message that ends the live view.'
			: undefined,
	({ payload }) => {
		const { type } = payload.activityData.capsuleData ?? { type: 1 };
		return CAPSULE_TYPES.includes(type)
			? undefined
			: `Capsule > Type ${type} is not known here: it is sent as it is.`;
	},
	({ payload }) => {
		const { status } = payload.activityData.capsuleData ?? { status: 1 };
		return CAPSULE_STATUSES.includes(status)
			? undefined
			: `Capsule > Status ${status} is not known here: 1 shows the capsule, -1 hides it.`;
	},
	({ payload: { shareUrl } }) =>
		shareUrl !== undefined &&
		(!/^https:\/\//i.test(shareUrl) || [...shareUrl].length > SHARE_URL_MAXIMUM_LENGTH)
			? `Share URL is ignored: it must begin with https:// and have at most ${SHARE_URL_MAXIMUM_LENGTH} characters.`
			: undefined,
	collapseKeyIgnored,
	backgroundModeIgnored,
];
