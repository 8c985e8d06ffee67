/** Limits that no JSON Schema can say and code checks, and where the permitted words stand. */
import {
	EXTERNAL_DATA_MAXIMUM_LENGTH,
	FORM_DATA_FORBIDDEN_KEY_PREFIX,
	FORM_DATA_NUMBER_MAXIMUM,
	FORM_IMAGE_MAXIMUM_BYTES,
	LATITUDE_MAXIMUM,
	LIVE_VIEW_CONTENT_MAXIMUM_LENGTH,
	LIVE_VIEW_IMAGE_MAXIMUM_BYTES,
	LONGITUDE_MAXIMUM,
	MAXIMUM_BI_TAG_BYTES,
	NOTIFICATION_IMAGE_MAXIMUM_PIXEL_BYTES,
	SHARE_URL_MAXIMUM_LENGTH,
	WEATHER_HIGH_MAXIMUM,
	WEATHER_LOW_MINIMUM,
} from '../../push-kit/catalog/limits';
import { LIVE_VIEW_EVENTS } from '../../push-kit/catalog/liveViewEvents';
import { LIVE_VIEW_OPERATIONS } from '../../push-kit/message/liveView/operations';
import { code } from './markdown';

const KILOBYTE = 1024;
const PIXELS = `at most ${NOTIFICATION_IMAGE_MAXIMUM_PIXEL_BYTES / KILOBYTE} KB of pixels, else not shown`;
const CARD = 'activityData.notificationData';
const CATEGORIES = 'one of the [categories](permitted.md#categories)';

/** By the path of the field, as in `fieldFacts.ts`. */
export const KNOWN_LIMITS: Readonly<Partial<Record<string, string>>> = {
	'notification.category': CATEGORIES,
	'notification.image': `PNG, JPG, BMP or WEBP, ${PIXELS}`,
	'notification.overlayIcon': PIXELS,
	formData: `no null, no number above ${FORM_DATA_NUMBER_MAXIMUM}, no key that begins with ${code(FORM_DATA_FORBIDDEN_KEY_PREFIX)}`,
	'images[].keyName': 'no key of Form Data',
	'images[].url': `PNG, JPG or WEBP, at most ${FORM_IMAGE_MAXIMUM_BYTES / KILOBYTE} KB`,
	event: 'one of the [events](#events-of-live-views)',
	status: 'one of the [statuses](#statuses-of-live-views) of the event',
	operation: Object.entries(LIVE_VIEW_OPERATIONS)
		.map(([name, number]) => `${number} ${name}`)
		.join(', '),
	shareUrl: `https, at most ${SHARE_URL_MAXIMUM_LENGTH} characters, else ignored`,
	[`${CARD}.type`]: 'one of the [layouts](#layouts-of-live-views)',
	[`${CARD}.contentText`]: `at most ${LIVE_VIEW_CONTENT_MAXIMUM_LENGTH} characters in all entries, one color`,
	[`${CARD}.game.competition.richDesc`]: 'one color in all entries',
	[`${CARD}.weather`]: 'shown only with all four members',
	[`${CARD}.weather.highTemperature`]: `at most ${WEATHER_HIGH_MAXIMUM} and above the low one`,
	[`${CARD}.weather.lowTemperature`]: `at least ${WEATHER_LOW_MINIMUM}`,
	'activityData.externalData.body': `at most ${EXTERNAL_DATA_MAXIMUM_LENGTH} characters in all entries, one color`,
	'activityData.capsuleData.progress.progress': 'not above `max`',
	'activityData.capsuleData.iconUrl': `at most ${LIVE_VIEW_IMAGE_MAXIMUM_BYTES / KILOBYTE} KB`,
	'trigger.condition': `not 0, 0; with GCJ02 not on ${LONGITUDE_MAXIMUM} or ${LATITUDE_MAXIMUM} degrees`,
	'pushOptions.biTag': `at most ${MAXIMUM_BI_TAG_BYTES} bytes`,
};

const CREATED = 'when `operation` is 0 and';

/** What the event demands and no JSON Schema can say (`checkEvent`). */
export const NEEDED_BY_EVENT: Readonly<Partial<Record<string, string>>> = {
	status: `${CREATED} the event has [statuses](#statuses-of-live-views); an update of what a push message created needs it, too`,
	...Object.fromEntries(
		LIVE_VIEW_EVENTS.flatMap(({ event, keyword }) =>
			keyword === undefined
				? []
				: [[`${CARD}.keywords.${keyword}`, `${CREATED} \`event\` is ${event}`]],
		),
	),
};

/** What the node fills in by itself, and from what. */
export const FILLED_BY_THE_NODE: Readonly<Partial<Record<string, string>>> = {
	operation: 'the operation that you choose',
	'trigger.type': 'always 1 (geofence)',
	'pushOptions.testMessage': 'Delivery',
};
