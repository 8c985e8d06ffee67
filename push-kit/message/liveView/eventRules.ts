/** What an event demands: who may create it, with which layout, status and keyword (`push-update-liveview`). */

import {
	findLiveViewEvent,
	LIVE_VIEW_EVENTS,
	permitsCreationType,
	type LiveViewEvent,
} from '../../catalog/liveViewEvents';
import type { Fault } from '../faults';
import { describeLayout } from './layouts';
import { LIVE_VIEW_OPERATIONS, SCHEDULED } from './operations';
import type { LiveViewPayload } from './liveViewPayload';
import {
	describeKeyword,
	KEYWORD_TITLES,
	PLACEHOLDER_FIELDS,
	showsPlaceholder,
	type Placeholder,
} from './placeholders';

const CARD = 'activityData.notificationData';

/** Hard rules of the event. An event that is not in the table may have any. */
export function checkEvent(payload: LiveViewPayload): Fault[] {
	const event = findLiveViewEvent(payload.event);
	if (event === undefined) return [];
	if (payload.operation === LIVE_VIEW_OPERATIONS.create) return checkCreation(payload, event);
	// One created on the device may leave the status out, so only a status that is sent is judged.
	if (payload.operation === LIVE_VIEW_OPERATIONS.update && hasText(payload.status)) {
		return checkStatusPlaceholder(payload, event);
	}
	return SCHEDULED.includes(payload.operation) ? checkGeofence(event) : [];
}

function checkGeofence({ event, geofence }: LiveViewEvent): Fault[] {
	if (geofence) return [];
	return [
		{
			path: 'event',
			field: 'Event',
			message: `Event ${event} cannot be scheduled with a geofence. Create it in the app and update it by Update.`,
		},
	];
}

/** What a push message needs to create a live view of this event. */
export function checkCreation(payload: LiveViewPayload, event: LiveViewEvent): Fault[] {
	return [
		...checkCreatable(event),
		...checkCreationLayout(payload, event),
		...checkStatus(payload, event),
		...checkStatusPlaceholder(payload, event),
		...checkKeyword(payload, event),
	];
}

function checkCreatable({ event, restCreate }: LiveViewEvent): Fault[] {
	if (restCreate) return [];
	const creatable = LIVE_VIEW_EVENTS.filter((row) => row.restCreate).map((row) => row.event);
	return [
		{
			path: 'event',
			field: 'Event',
			message: `Event ${event} cannot be created by a push message, only by the app on the device. Events that can: ${creatable.join(', ')}.`,
		},
	];
}

function checkCreationLayout(payload: LiveViewPayload, event: LiveViewEvent): Fault[] {
	const { type } = payload.activityData.notificationData;
	if (permitsCreationType(event, type)) return [];
	const allowed = (event.creationTypes ?? []).map(describeLayout);
	return [
		{
			path: `${CARD}.type`,
			field: 'Layout',
			message: `Layout ${describeLayout(type)} is not allowed when a live view of event ${event.event} is created. Allowed: ${allowed.join(', ')}.`,
		},
	];
}

function checkStatus({ status }: LiveViewPayload, { event, statuses }: LiveViewEvent): Fault[] {
	if (statuses.length === 0 || hasText(status)) return [];
	return [
		{
			path: 'status',
			field: 'Status',
			message: `Status is missing: event ${event} needs it, for example ${statuses[0]?.status ?? ''}.`,
		},
	];
}

function checkStatusPlaceholder(payload: LiveViewPayload, event: LiveViewEvent): Fault[] {
	return event.statuses.length === 0 ? [] : checkPlaceholder(payload, event.event, 'status');
}

function checkKeyword(payload: LiveViewPayload, { event, keyword }: LiveViewEvent): Fault[] {
	if (keyword === undefined) return [];
	const faults = checkPlaceholder(payload, event, keyword);
	if (hasText(payload.activityData.notificationData.keywords?.[keyword])) return faults;
	return [
		{
			path: `${CARD}.keywords.${keyword}`,
			field: KEYWORD_TITLES[keyword],
			message: `${describeKeyword(keyword)} is missing: event ${event} needs it.`,
		},
		...faults,
	];
}

function checkPlaceholder(payload: LiveViewPayload, event: string, name: Placeholder): Fault[] {
	if (showsPlaceholder(payload.activityData.notificationData, name)) return [];
	return [{ path: CARD, field: 'Content Title', message: describeMissingPlaceholder(event, name) }];
}

/** Asks for the placeholder in the form that every field takes. */
export function describeMissingPlaceholder(event: string, name: Placeholder): string {
	return `No text shows the ${name}: event ${event} needs the placeholder [${name}] (in JSON {{${name}}}) at least once. Write it in ${PLACEHOLDER_FIELDS}.`;
}

function hasText(text: string | undefined): boolean {
	return text !== undefined && text.trim() !== '';
}
