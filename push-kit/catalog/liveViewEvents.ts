/**
 * The events of live views: which a push message may create, and with which layout, statuses and
 * keyword. Source pages: `push-scenariozed-api-request-param`, `push-update-liveview`,
 * `liveview-introduction`.
 *
 * UNCERTAIN: Huawei's lists grow (11 events in January 2026, 16 in September, of which 3 and then
 * 10 can be created by a push message). The newest edition stands here; an unknown event passes.
 */

import { STATUS_TEXTS } from './chineseWords';

export interface LiveViewStatus {
	/** Word for the field `status`. */
	readonly status: string;
	/** What the device shows in place of `{{status}}`, in Chinese. */
	readonly text: string;
	/** What that says in English. */
	readonly gloss: string;
}

export interface LiveViewEvent {
	/** Word for the field `event`. */
	readonly event: string;
	readonly scene: string;
	/** Whether a push message may create it; else only the app on the device can. */
	readonly restCreate: boolean;
	/** Whether a push message may update and end it. */
	readonly restUpdate: boolean;
	/** Whether it may be scheduled with a geofence. */
	readonly geofence: boolean;
	/** Values of `notificationData.type` permitted at creation; absent: any. */
	readonly creationTypes?: readonly number[];
	/** Permitted statuses; where there are any, `status` is required at creation. */
	readonly statuses: readonly LiveViewStatus[];
	/** The only key of `keywords`, required at creation; absent: none. */
	readonly keyword?: 'flightNo' | 'trainNo';
	/** Slug of Huawei's page. */
	readonly source: string;
}

/** Layout -1, the base template, is permitted for every event (since 6.1.0(23)). */
const BASE_TEMPLATE_TYPE = -1;

const source = 'push-scenariozed-api-request-param';

const CREATABLE = {
	restCreate: true,
	restUpdate: true,
	geofence: true,
	statuses: [],
	source,
} as const;

const UPDATABLE = { ...CREATABLE, restCreate: false } as const;

function statusesOf(event: keyof typeof STATUS_TEXTS): readonly LiveViewStatus[] {
	return Object.entries(STATUS_TEXTS[event]).map(([status, { word, gloss }]) => ({
		status,
		text: word,
		gloss,
	}));
}

export const LIVE_VIEW_EVENTS: readonly LiveViewEvent[] = [
	{ ...CREATABLE, event: 'CHECK_IN', scene: 'Clocking in at work' },
	{
		...CREATABLE,
		event: 'DELIVERY',
		scene: 'Instant delivery',
	},
	{ ...CREATABLE, event: 'EXPRESS', scene: 'Parcel pick-up' },
	{
		...CREATABLE,
		event: 'FLIGHT',
		scene: 'Flight',
		creationTypes: [5, BASE_TEMPLATE_TYPE],
		statuses: statusesOf('FLIGHT'),
		keyword: 'flightNo',
	},
	{
		...UPDATABLE,
		event: 'NAVIGATION',
		scene: 'Navigation',
		geofence: false,
	},
	{ ...UPDATABLE, event: 'PICK_UP', scene: 'Meal pick-up' },
	{
		...UPDATABLE,
		event: 'PROGRESS',
		scene: 'Upload, download and the like',
	},
	{
		...CREATABLE,
		event: 'QUEUE',
		scene: 'Queueing',
	},
	{
		...CREATABLE,
		event: 'RENT',
		scene: 'Shared rental',
	},
	{ ...UPDATABLE, event: 'SCORE', scene: 'Score of a match' },
	{
		...CREATABLE,
		event: 'SUBSCRIBE_TIMER',
		scene: 'Countdown to something the user subscribed to',
		creationTypes: [4, 5, BASE_TEMPLATE_TYPE],
	},
	{
		...CREATABLE,
		event: 'TAXI',
		scene: 'Ride hailing',
		creationTypes: [3, 4, 5, 7, BASE_TEMPLATE_TYPE],
		statuses: statusesOf('TAXI'),
	},
	{ ...UPDATABLE, event: 'TIMER', scene: 'Timer', restUpdate: false },
	{ ...CREATABLE, event: 'TRADE', scene: 'Trade of securities' },
	{
		...CREATABLE,
		event: 'TRAIN',
		scene: 'Train',
		creationTypes: [5, BASE_TEMPLATE_TYPE],
		statuses: statusesOf('TRAIN'),
		keyword: 'trainNo',
	},
	{
		...UPDATABLE,
		event: 'WORKOUT',
		scene: 'Exercise',
		geofence: false,
	},
];

const BY_EVENT: ReadonlyMap<string, LiveViewEvent> = new Map(
	LIVE_VIEW_EVENTS.map((row) => [row.event, row]),
);

/** Gives an event by its exact upper-case word; `undefined` for one that Huawei has added since. */
export function findLiveViewEvent(event: string): LiveViewEvent | undefined {
	return BY_EVENT.get(event);
}

/**
 * Gives the text that replaces `{{status}}`; `undefined` where the event has no table of statuses
 * or does not know this one.
 */
export function findLiveViewStatusText(event: string, status: string): string | undefined {
	return findLiveViewEvent(event)?.statuses.find((row) => row.status === status)?.text;
}

/** Whether `notificationData.type` is permitted when a push message creates this event. */
export function permitsCreationType(event: LiveViewEvent, type: number): boolean {
	return event.creationTypes === undefined || event.creationTypes.includes(type);
}
