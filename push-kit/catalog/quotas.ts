/**
 * Quotas and rates, of all message types and of each. Source pages: `push-msg-freq-control`,
 * `push-update-liveview`, `liveview-introduction`, `arkts-ui-widget-update-by-push`.
 */
import {
	ACTIVITY_ID_BLOCKED_HOURS,
	ACTIVITY_ID_REUSE_HOURS,
	ADVISED_BACKGROUND_MESSAGES_PER_HOUR,
	ADVISED_CALL_TTL_MAXIMUM_SECONDS,
	ADVISED_CALL_TTL_MINIMUM_SECONDS,
	BACKGROUND_MESSAGE_KEPT_DAYS,
	CALL_REPORT_SECONDS,
	FORM_UPDATES_PER_DAY,
	GEOFENCES_PER_DAY,
	GEOFENCE_VALID_HOURS,
	IMAGE_CHECKS_PER_MINUTE,
	LIVE_VIEW_CREATES_PER_SECOND,
	LIVE_VIEW_ENDED_HOURS,
	LIVE_VIEW_FREQUENT_UPDATES_PER_5_MINUTES,
	LIVE_VIEW_FREQUENT_UPDATES_PER_HOUR,
	LIVE_VIEW_HIDDEN_HOURS,
	LIVE_VIEW_LIFE_HOURS,
	LIVE_VIEW_SYSTEM_CREATES_PER_SECOND,
	LIVE_VIEW_SYSTEM_UPDATES_PER_SECOND,
	LIVE_VIEW_UPDATES_PER_5_MINUTES,
	LIVE_VIEW_UPDATES_PER_HOUR,
	LIVE_VIEW_UPDATES_PER_SECOND,
	MARKETING_PER_DAY,
	MAXIMUM_BODY_BYTES,
	MAXIMUM_OFFLINE_MESSAGES,
	MAXIMUM_TOKENS_PER_TEST_REQUEST,
	NEWS_MARKETING_PER_DAY,
	TEST_REQUESTS_PER_DAY,
} from './limits';

/** A number that Huawei sets, and how it tells that more was sent. */
export interface Quota {
	readonly what: string;
	readonly limit: string;
	/** What becomes of the rest. */
	readonly beyond: string;
	/** Results of receipts that tell it; rows of `receiptResults.ts`. */
	readonly results?: readonly number[];
	/** Slug of Huawei's page. */
	readonly source: string;
}

const FREQUENCY = 'push-msg-freq-control';
const LIVE_VIEW = 'liveview-introduction';

/** Of every message type. */
export const GENERAL_QUOTAS: readonly Quota[] = [
	{
		what: 'Send rate of an app',
		limit:
			'Devices per second (QPS); the threshold stands in AppGallery Connect and grows with the monthly active users',
		beyond: 'The request is refused (HTTP 503); the node gives way and sends it later',
		source: FREQUENCY,
	},
	{
		what: 'Messages of an app on one device and day, of all types',
		limit: 'Not published; it depends on the traffic',
		beyond: 'Dropped',
		results: [102],
		source: FREQUENCY,
	},
	{
		what: 'Test messages of a project and day',
		limit: `${TEST_REQUESTS_PER_DAY} requests that succeeded, each to at most ${MAXIMUM_TOKENS_PER_TEST_REQUEST} devices; no other frequency limit holds for them`,
		beyond: 'Refused when they come too fast, else dropped until the next day',
		results: [256],
		source: FREQUENCY,
	},
	{
		what: 'Messages kept for a device that is offline',
		limit: `${MAXIMUM_OFFLINE_MESSAGES}`,
		beyond: 'The rest is dropped',
		results: [15],
		source: 'push-api-msg-receipt',
	},
	{
		what: 'Size of a message',
		limit: `${MAXIMUM_BODY_BYTES} bytes, push tokens not counted`,
		beyond: 'The node refuses it before anything is sent',
		source: 'push-scenariozed-api-request-struct',
	},
	{
		what: 'Checks of pictures',
		limit: `${IMAGE_CHECKS_PER_MINUTE} a minute and app`,
		beyond: 'Refused; the node keeps to it by itself',
		source: 'push-image-control',
	},
];

const widgetUpdates = Object.entries(FORM_UPDATES_PER_DAY)
	.map(([kind, count]) => `${kind} ${count}`)
	.join(', ');

/** By the `messageType` of `messageTypes.ts`; none where no page names any beyond the general ones. */
export const QUOTAS: Readonly<Partial<Record<string, readonly Quota[]>>> = {
	notification: [
		{
			what: 'MARKETING, and what counts as it, of an app on one device and day',
			limit: `${MARKETING_PER_DAY}; ${NEWS_MARKETING_PER_DAY} for apps with a licence for news`,
			beyond: 'Dropped, not kept for the next day',
			results: [256],
			source: FREQUENCY,
		},
	],
	form: [
		{
			what: 'Updates of one widget a day, by the kind of app',
			limit: widgetUpdates,
			beyond: 'Dropped; the device blocks the widget for a day',
			results: [256, 262],
			source: 'arkts-ui-widget-update-by-push',
		},
		{
			what: 'Updates of a Form ID that the device does not have',
			limit: 'None is taken',
			beyond: 'The Form ID is blocked for 30 days',
			results: [261],
			source: 'push-api-msg-receipt',
		},
	],
	background: [
		{
			what: 'Messages to one device an hour',
			limit: `${ADVISED_BACKGROUND_MESSAGES_PER_HOUR} are advised at most`,
			beyond: `More may be dropped. While the app does not run, the device keeps the newest only, for ${BACKGROUND_MESSAGE_KEPT_DAYS} days`,
			results: [27],
			source: 'push-background',
		},
	],
	liveView: [
		{
			what: 'Updates of one live view on one device',
			limit: `${LIVE_VIEW_UPDATES_PER_5_MINUTES} in 5 minutes, ${LIVE_VIEW_UPDATES_PER_HOUR} an hour; TAXI and SCORE ${LIVE_VIEW_FREQUENT_UPDATES_PER_5_MINUTES} and ${LIVE_VIEW_FREQUENT_UPDATES_PER_HOUR}`,
			beyond: 'Dropped',
			results: [256],
			source: 'push-update-liveview',
		},
		{
			what: 'Of an app, all devices together, a second',
			limit: `${LIVE_VIEW_CREATES_PER_SECOND} created, ${LIVE_VIEW_UPDATES_PER_SECOND} updated (Huawei's whole system ${LIVE_VIEW_SYSTEM_CREATES_PER_SECOND} and ${LIVE_VIEW_SYSTEM_UPDATES_PER_SECOND})`,
			beyond: 'Dropped without a word; the node keeps to it by itself',
			source: LIVE_VIEW,
		},
		{
			what: 'Life of a live view',
			limit: `${LIVE_VIEW_LIFE_HOURS} hours`,
			beyond: `Without an update it is hidden after ${LIVE_VIEW_HIDDEN_HOURS} hours and counts as ended after ${LIVE_VIEW_ENDED_HOURS}`,
			results: [155],
			source: LIVE_VIEW,
		},
		{
			what: 'The same Activity ID created again',
			limit: `After ${ACTIVITY_ID_REUSE_HOURS} hours`,
			beyond: 'Not created',
			results: [158, 269],
			source: LIVE_VIEW,
		},
		{
			what: 'Updates of an Activity ID that does not exist',
			limit: 'None is taken',
			beyond: `The Activity ID is blocked for ${ACTIVITY_ID_BLOCKED_HOURS} hours`,
			results: [265],
			source: 'push-api-msg-receipt',
		},
		{
			what: 'Geofences of an app on one device and day',
			limit: `${GEOFENCES_PER_DAY}, each valid for ${GEOFENCE_VALID_HOURS} hours`,
			beyond: 'Not documented',
			source: LIVE_VIEW,
		},
	],
	call: [
		{
			what: 'Time that a call may wait for a device',
			limit: `${ADVISED_CALL_TTL_MINIMUM_SECONDS} to ${ADVISED_CALL_TTL_MAXIMUM_SECONDS} seconds are advised (TTL)`,
			beyond: `A phone may ring when the call is over. The app must report the call within ${CALL_REPORT_SECONDS} seconds`,
			source: 'push-voip',
		},
	],
};
