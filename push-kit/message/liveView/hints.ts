/** Soft rules of a live view: accepted by Push Kit, but ignored by the device. */

import { SHARE_URL_MAXIMUM_LENGTH } from '../../catalog/limits';
import { backgroundModeIgnored, collapseKeyIgnored, type HintRule } from '../hints';
import { EVENT_HINTS } from './eventHints';
import { findLayout, findMissingParts } from './layouts';
import type { NotificationData } from './notificationData';
import { RIGHT_BLOCK_RULES } from './parts';
import { labelOf } from '../rule';
import { CREATING } from './operations';
import type { LiveViewPayload } from './liveViewPayload';
import { LIVE_VIEW_RULES } from './payload';
import { describeUnknownChoices } from '../unknownChoices';
import { describeWeather, WEATHER_RULES, weatherSchema } from './weather';

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

const CARD_HINTS: readonly CardRule[] = [
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
		weather === undefined || type !== LEFT_RIGHT
			? undefined
			: (describeWeather(weather) ??
				describeUnknownChoices(WEATHER_RULES, weather, [labelOf(weatherSchema)])),
	({ lastTextBlock }) =>
		(['firstLineSuperscript', 'secondLineSuperscript'] as const)
			.filter((member) => !/^(\+[1-9])?$/.test(lastTextBlock?.[member] ?? ''))
			.map(
				(member) =>
					`Right Block > ${labelOf(RIGHT_BLOCK_RULES[member])} is not shown: it must be +1 to +9.`,
			),
	({ extend }) =>
		extend?.pic !== undefined && extend.image === undefined
			? 'Assist Area: "pic" is an older name that Huawei is to drop. Use Image instead.'
			: undefined,
];

export const LIVE_VIEW_HINTS: ReadonlyArray<HintRule<LiveViewPayload>> = [
	...EVENT_HINTS,
	({ payload }) => describeUnknownChoices(LIVE_VIEW_RULES, payload),
	...CARD_HINTS.map(
		(rule): HintRule<LiveViewPayload> =>
			({ payload }) =>
				rule(payload.activityData.notificationData),
	),
	({ payload: { operation, activityData } }) =>
		CREATING.includes(operation) ? undefined : findMissingParts(activityData.notificationData),
	({ payload: { operation, activityData } }) =>
		CREATING.includes(operation) && activityData.notificationData.keepTime !== undefined
			? 'Keep Time (Seconds) has no effect here: Huawei takes it from the message that ends the live view.'
			: undefined,
	({ payload: { shareUrl } }) =>
		shareUrl !== undefined &&
		(!/^https:\/\//i.test(shareUrl) || [...shareUrl].length > SHARE_URL_MAXIMUM_LENGTH)
			? `Share URL is ignored: it must begin with https:// and have at most ${SHARE_URL_MAXIMUM_LENGTH} characters.`
			: undefined,
	collapseKeyIgnored,
	backgroundModeIgnored,
];
