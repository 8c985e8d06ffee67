import { findLiveViewEvent } from '../../push-kit/catalog/liveViewEvents';
import { DELIVERED, type Delivery, type Device, type LiveView, type Push } from './device';

const NOT_CREATED = 155;
const OUT_OF_ORDER = 156;
const MADE_BY_APP = 158;
const OVER_FREQUENCY = 256;
const DOES_NOT_EXIST = 265;
const STATUS_MISSING = 268;
const CREATED_TWICE = 269;

const CREATE = 0;
const UPDATE = 1;
const END = 2;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The times of `push-update-liveview` and `liveview-introduction`. */
const SAME_ID_AGAIN = 12 * HOUR;
const BLOCK_TIME = 24 * HOUR;
const MAX_LIFE = 8 * HOUR;
const MAX_SILENCE = 4 * HOUR;

/** Updates of one live view within five minutes and within an hour (`push-msg-freq-control`). */
const RATES = { within5Minutes: 10, withinHour: 60 };
const FAST_RATES = { within5Minutes: 30, withinHour: 180 };
const FAST_EVENTS = ['TAXI', 'SCORE'];

const fail = (result: number, note: string): Delivery => ({ result, note: `Not shown: ${note}` });

/** Whether a live view is over: ended, 8 hours old, or 4 hours without an update. */
export function isOver({ endedAt, createdAt, updatedAt }: LiveView, now: number): boolean {
	return endedAt !== undefined || now - createdAt >= MAX_LIFE || now - updatedAt >= MAX_SILENCE;
}

function isTooFrequent({ event, updates }: LiveView, now: number): boolean {
	const rates = FAST_EVENTS.includes(event) ? FAST_RATES : RATES;
	const recent = updates.filter((time) => now - time < 5 * MINUTE).length;
	return recent >= rates.within5Minutes || updates.length >= rates.withinHour;
}

const readVersion = ({ payload }: Push) =>
	typeof payload.version === 'number' ? payload.version : undefined;

function create(device: Device, key: string, push: Push, now: number): Delivery {
	const existing = device.liveViews?.[key];
	if (existing?.createdBy === 'app' && !isOver(existing, now)) {
		return fail(MADE_BY_APP, `the app on the device made live view ${key} itself`);
	}
	if (existing?.createdBy === 'push' && now - existing.createdAt < SAME_ID_AGAIN) {
		return fail(CREATED_TWICE, `activityId ${key} was created within the last 12 hours`);
	}
	device.liveViews = {
		...device.liveViews,
		[key]: {
			event: String(push.payload.event),
			createdBy: 'push',
			createdAt: now,
			updatedAt: now,
			version: readVersion(push),
			updates: [],
			messageIds: [push.messageId],
		},
	};
	return { result: DELIVERED };
}

function change(
	view: LiveView,
	key: string,
	push: Push,
	{ now, limited }: LiveViewSurroundings,
): Delivery {
	const version = readVersion(push);
	const ending = push.payload.operation === END;
	if (isOver(view, now)) return fail(NOT_CREATED, `live view ${key} has ended or expired`);
	if (version !== undefined && view.version !== undefined && version <= view.version) {
		return fail(OUT_OF_ORDER, `version ${version} is not above ${view.version}`);
	}
	const needsStatus = (findLiveViewEvent(view.event)?.statuses.length ?? 0) > 0;
	if (view.createdBy === 'push' && needsStatus && !push.payload.status) {
		return fail(STATUS_MISSING, `an update of ${view.event} needs a status`);
	}
	view.updates = view.updates.filter((time) => now - time < HOUR);
	if (!ending && limited && isTooFrequent(view, now)) {
		return fail(OVER_FREQUENCY, 'this live view was updated too often');
	}
	if (!ending) view.updates.push(now);
	view.updatedAt = now;
	view.version = version ?? view.version;
	if (ending) view.endedAt = now;
	view.messageIds.push(push.messageId);
	return { result: DELIVERED };
}

interface LiveViewSurroundings {
	now: number;
	/** Whether the limits of frequency hold. */
	limited: boolean;
}

/**
 * Creates, updates or ends a live view (`push-update-liveview`). UNCERTAIN: results 155 and 265
 * overlap in their words; here 265 is an id the device never had, 155 one that is over.
 */
export function changeLiveView(
	device: Device,
	push: Push,
	surroundings: LiveViewSurroundings,
): Delivery {
	const { now } = surroundings;
	const key = String(push.payload.activityId);
	const { operation } = push.payload;
	const blockedUntil = device.blockedActivities?.[key];
	if (blockedUntil !== undefined && now < blockedUntil) {
		const end = new Date(blockedUntil).toISOString();
		return fail(DOES_NOT_EXIST, `activityId ${key} is blocked until ${end}`);
	}
	if (operation === CREATE) return create(device, key, push, now);
	if (operation !== UPDATE && operation !== END) {
		return { result: DELIVERED, note: 'Registered: it waits for the geofence' };
	}
	const view = device.liveViews?.[key];
	if (!view) {
		device.blockedActivities = { ...device.blockedActivities, [key]: now + BLOCK_TIME };
		return fail(DOES_NOT_EXIST, `there is no live view ${key}; its id is blocked for 24 hours`);
	}
	return change(view, key, push, surroundings);
}

/** What the app on the device does by Live View Kit: it makes a live view of its own. */
export function createInApp(
	device: Device,
	{ activityId, event, version }: { activityId: number; event: string; version?: number },
	now: number,
): LiveView {
	const view: LiveView = {
		event,
		createdBy: 'app',
		createdAt: now,
		updatedAt: now,
		version,
		updates: [],
		messageIds: [],
	};
	device.liveViews = { ...device.liveViews, [String(activityId)]: view };
	return view;
}
