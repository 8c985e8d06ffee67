import * as limits from '../../../../push-kit/catalog/limits';

describe('the limits whose wrong number would hurt', () => {
	it.each<[keyof typeof limits, number]>([
		['MAXIMUM_TOKENS_PER_REQUEST', 1000],
		['MAXIMUM_TOKENS_PER_FORM_REQUEST', 1],
		['MAXIMUM_TOKENS_PER_TEST_REQUEST', 10],
		['MAXIMUM_BODY_BYTES', 4096],
		['TEST_REQUESTS_PER_DAY', 1000],
		['IMAGE_CHECKS_PER_MINUTE', 60],
		['JWT_LIFETIME_SECONDS', 3600],
		['DEFAULT_TTL_SECONDS', 24 * 60 * 60],
		['MAXIMUM_TTL_SECONDS', 15 * 24 * 60 * 60],
		['MAXIMUM_BI_TAG_BYTES', 64],
		['COLLAPSE_KEY_MINIMUM', -1],
		['COLLAPSE_KEY_MAXIMUM', 100],
		['NOTIFY_ID_MAXIMUM', 2 ** 31 - 1],
		['PROFILE_ID_MAXIMUM_LENGTH', 64],
		['SOUND_DURATION_MAXIMUM_SECONDS', 60],
		['INBOX_CONTENT_MAXIMUM_LINES', 3],
		['INBOX_CONTENT_LINE_MAXIMUM_LENGTH', 1024],
		['NOTIFICATION_IMAGE_MAXIMUM_PIXEL_BYTES', 192 * 1024],
		['BADGE_ADD_NUMBER_MINIMUM', 1],
		['BADGE_ADD_NUMBER_MAXIMUM', 99],
		['BADGE_SET_NUMBER_MINIMUM', 0],
		['BADGE_SET_NUMBER_MAXIMUM', 99],
		['FORM_VERSION_MAXIMUM', 2 ** 31 - 1],
		['FORM_DATA_NUMBER_MAXIMUM', 2 ** 53 - 1],
		['FORM_IMAGE_MAXIMUM_BYTES', 512 * 1024],
		['ACTIVITY_ID_MINIMUM', -(2 ** 31)],
		['ACTIVITY_ID_MAXIMUM', 2 ** 31 - 1],
		['LIVE_VIEW_IMAGE_MAXIMUM_BYTES', 512 * 1024],
		['LIVE_VIEW_KEEP_TIME_MAXIMUM_SECONDS', 3600],
		['GEOFENCE_RADIUS_MINIMUM_METRES', 200],
		['GEOFENCE_RADIUS_MAXIMUM_METRES', 2000],
		['GEOFENCE_DISPLAY_MINIMUM_SECONDS', 15],
		['GEOFENCE_DISPLAY_MAXIMUM_SECONDS', 1800],
		['MAXIMUM_RECEIPT_STATUSES', 100],
		['RECEIPT_WINDOW_SECONDS', 5 * 60],
	])('%s is %d', (name, value) => {
		expect(limits[name]).toBe(value);
	});
});

// JSON Schema compiles patterns with the flag `u`: they must mean the same there.
describe.each(['', 'u'])('the patterns with flags "%s"', (flags) => {
	it.each([
		['order-4711_rev2', true],
		['a+b/c=d e', true],
		['x'.repeat(64), true],
		['x'.repeat(65), false],
		['', false],
		['call.7', false],
		['订单', false],
	])('appMessageId %j: %s', (text, fits) => {
		expect(new RegExp(limits.APP_MESSAGE_ID_PATTERN, flags).test(text)).toBe(fits);
	});
});
