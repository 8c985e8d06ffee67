/** Soft rules about a live view's event, operation, status and keywords. */

import { findLiveViewEvent, findLiveViewStatusText } from '../../catalog/liveViewEvents';
import type { HintRule } from '../hints';
import { checkCreation, describeMissingPlaceholder } from './eventRules';
import { KNOWN_OPERATIONS, LIVE_VIEW_OPERATIONS } from './operations';
import type { LiveViewPayload } from './liveViewPayload';
import { describeKeyword, placeholderText, showsPlaceholder } from './placeholders';

const { create, update, end, scheduleCreate } = LIVE_VIEW_OPERATIONS;

type EventRule = (payload: LiveViewPayload) => string | readonly string[] | undefined;

const RULES: readonly EventRule[] = [
	({ operation }) =>
		KNOWN_OPERATIONS.includes(operation)
			? undefined
			: `Operation ${operation} is not known here: it is sent as it is.`,
	({ event }) => describeUnknownEvent(event),
	({ event, status }) => {
		const isKnown =
			status === undefined ||
			(findLiveViewEvent(event)?.statuses ?? []).length === 0 ||
			findLiveViewStatusText(event, status) !== undefined;
		return isKnown
			? undefined
			: `Status ${status} is not in Huawei's table for event ${event} as known here. It is sent as it is.`;
	},
	(payload) => {
		const event = findLiveViewEvent(payload.event);
		if (payload.operation !== scheduleCreate || event === undefined) return undefined;
		return checkCreation(payload, event).map(
			({ message }) => `${message} Huawei may refuse to create it when the time comes.`,
		);
	},
	({ operation, event, status }) =>
		operation === update && !status && (findLiveViewEvent(event)?.statuses.length ?? 0) > 0
			? `Status is missing. A live view of event ${event} that a push message created is not updated without it (receipt result 268); one that the app created may do without.`
			: undefined,
	(payload) => describeMissingKeywordOnUpdate(payload),
	({ event, activityData }) => {
		const { keyword } = findLiveViewEvent(event) ?? {};
		const others = Object.keys(activityData.notificationData.keywords ?? {}).filter(
			(key) => key !== keyword,
		);
		return keyword !== undefined && others.length > 0
			? `Keywords: event ${event} takes ${keyword} only, not ${others.join(', ')}.`
			: undefined;
	},
	({ event, status, activityData }) =>
		!status && showsPlaceholder(activityData.notificationData, 'status')
			? describeLoneStatus(event)
			: undefined,
	({ operation, event }) =>
		[update, end].some((known) => known === operation) &&
		findLiveViewEvent(event)?.restUpdate === false
			? `Event ${event} lives on the device only: a push message can neither update nor end it.`
			: undefined,
	({ operation, trigger }) =>
		[create, update, end].some((known) => known === operation) && trigger !== undefined
			? 'Geofence has no effect with this operation: it works with Schedule Create and Schedule End only.'
			: undefined,
	({ subEvent }) =>
		subEvent !== undefined && !/^[A-Za-z0-9_]*$/.test(subEvent)
			? 'Sub Event should have letters, digits and underscores only.'
			: undefined,
];

/** Typed as `[status]` in the form; in JSON as Huawei writes it. */
function describeLoneStatus(event: string): string {
	const found = `A text holds [status] (in JSON ${placeholderText('status')}), but`;
	const [example] = findLiveViewEvent(event)?.statuses ?? [];
	return example === undefined
		? `${found} event ${event} has no statuses, so the phone shows it as it stands. Write the words instead.`
		: `${found} Status is not set, so nothing may take its place. Choose a Status, or write the words instead.`;
}

function describeUnknownEvent(event: string): string | undefined {
	if (findLiveViewEvent(event) !== undefined) return undefined;
	const upperCase = event.trim().toUpperCase();
	return findLiveViewEvent(upperCase) === undefined
		? `Event ${event} is not known here. It is sent as it is; Huawei takes it only if your app has the right for it.`
		: `Event "${event}" is not written as Huawei writes it: enter ${upperCase}.`;
}

/** UNCERTAIN: one rule of the page wants `status` only when updating, another the keyword, too. */
function describeMissingKeywordOnUpdate(payload: LiveViewPayload): string | undefined {
	const { keyword } = findLiveViewEvent(payload.event) ?? {};
	const card = payload.activityData.notificationData;
	if (payload.operation !== update || keyword === undefined) return undefined;
	if (!card.keywords?.[keyword]) {
		return `${describeKeyword(keyword)} is missing. Huawei may want it for every update of a live view of event ${payload.event} that a push message created.`;
	}
	return showsPlaceholder(card, keyword)
		? undefined
		: describeMissingPlaceholder(payload.event, keyword);
}

export const EVENT_HINTS: ReadonlyArray<HintRule<LiveViewPayload>> = RULES.map(
	(rule): HintRule<LiveViewPayload> =>
		({ payload }) =>
			rule(payload),
);
