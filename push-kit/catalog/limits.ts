/**
 * Every limit of Push Kit as a named constant. Each docstring gives the unit and the slug of
 * Huawei's page. All texts are bound by `MAXIMUM_BODY_BYTES` besides.
 */

// Requests

/** Push tokens of one request, and of one revoke request (`push-scenariozed-api-request-param`). */
export const MAXIMUM_TOKENS_PER_REQUEST = 1000;
/** Push tokens of one service widget update, test or not (`push-scenariozed-api-request-param`). */
export const MAXIMUM_TOKENS_PER_FORM_REQUEST = 1;
/** Push tokens of one request with `testMessage` true (`push-scenariozed-api-request-param`). */
export const MAXIMUM_TOKENS_PER_TEST_REQUEST = 10;
/**
 * Bytes of the body as UTF-8 without the push tokens; above it the answer is `80300008`
 * (`push-scenariozed-api-request-struct`). UNCERTAIN whether `pushOptions` counts: it is counted
 * here, measured on the minified body with an empty token array.
 */
export const MAXIMUM_BODY_BYTES = 4096;
/** Test messages of a project and day, counted as successful requests (`push-msg-freq-control`). */
export const TEST_REQUESTS_PER_DAY = 1000;
/** Image checks of an app and minute (`push-image-control`). */
export const IMAGE_CHECKS_PER_MINUTE = 60;

// Log-in

/** Seconds a JWT should live; it may be used again until then (`push-jwt-token`). */
export const JWT_LIFETIME_SECONDS = 3600;

// pushOptions (push-scenariozed-api-request-param)

/** Seconds a message waits for an offline device when `ttl` is left out. */
export const DEFAULT_TTL_SECONDS = 86_400;
/** Seconds a message may wait at most: 15 days. A minimum is not stated. */
export const MAXIMUM_TTL_SECONDS = 1_296_000;
/** Seconds advised as the lower bound of `ttl` for calls (push type 10, category VOIP). */
export const ADVISED_CALL_TTL_MINIMUM_SECONDS = 30;
/** Seconds advised as the upper bound of `ttl` for calls (push type 10, category VOIP). */
export const ADVISED_CALL_TTL_MAXIMUM_SECONDS = 60;
/** Bytes of `biTag` as UTF-8. */
export const MAXIMUM_BI_TAG_BYTES = 64;
/** `collapseKey` -1, the default: every message is kept for an offline device. */
export const COLLAPSE_KEY_MINIMUM = -1;
/**
 * Largest group of `collapseKey`. UNCERTAIN: an old edition of the page gave 0 a meaning of its
 * own (only the newest message of the app); now it is a group like 1 to 100.
 */
export const COLLAPSE_KEY_MAXIMUM = 100;
/** Messages kept for an offline device whatever the collapse key; more give receipt result 15. */
export const MAXIMUM_OFFLINE_MESSAGES = 120;

// Notification (push-scenariozed-api-request-param)

/** Largest `notifyId`; the smallest is 0. */
export const NOTIFY_ID_MAXIMUM = 2_147_483_647;
/** `notifyId` -1: assigned by the service, so the message cannot be revoked. */
export const NOTIFY_ID_ASSIGNED_BY_SERVICE = -1;
/** Characters of `appMessageId`. */
export const APP_MESSAGE_ID_MINIMUM_LENGTH = 1;
/** Characters of `appMessageId`. */
export const APP_MESSAGE_ID_MAXIMUM_LENGTH = 64;
/** Source of the regular expression for `appMessageId`: letters, digits, `+ / = - _`, white space. */
export const APP_MESSAGE_ID_PATTERN = '^[A-Za-z0-9+/=_\\s-]{1,64}$';
/** Hours within which only the earliest message of one `appMessageId` is shown. */
export const APP_MESSAGE_ID_WINDOW_HOURS = 24;
/** Characters of a campaign's ID. Not Huawei's: it is a name, and a longer text was pasted by mistake. */
export const CAMPAIGN_ID_MAXIMUM_LENGTH = 100;
/** Characters of `profileId`. */
export const PROFILE_ID_MAXIMUM_LENGTH = 64;
/** Seconds of `soundDuration`. */
export const SOUND_DURATION_MINIMUM_SECONDS = 1;
/** Seconds of `soundDuration`. */
export const SOUND_DURATION_MAXIMUM_SECONDS = 60;
/** Lines of `inboxContent`, needed with style 3. */
export const INBOX_CONTENT_MINIMUM_LINES = 1;
/** Lines of `inboxContent`. */
export const INBOX_CONTENT_MAXIMUM_LINES = 3;
/** Characters of one line of `inboxContent`. */
export const INBOX_CONTENT_LINE_MAXIMUM_LENGTH = 1024;
/** Bytes of the decoded pixels of `image` and `overlayIcon`; a larger one is not shown. */
export const NOTIFICATION_IMAGE_MAXIMUM_PIXEL_BYTES = 196_608;
/** Smallest `badge.addNum`. */
export const BADGE_ADD_NUMBER_MINIMUM = 1;
/** Largest `badge.addNum`. */
export const BADGE_ADD_NUMBER_MAXIMUM = 99;
/** Smallest `badge.setNum`; it clears the badge (`push-send-badge`). */
export const BADGE_SET_NUMBER_MINIMUM = 0;
/** Largest `badge.setNum` (`push-send-badge`). */
export const BADGE_SET_NUMBER_MAXIMUM = 99;
/** Characters of `data.tel` with action type 5. */
export const TELEPHONE_MAXIMUM_LENGTH = 20;

// Service widget (push-form-update)

/** Largest `formId` a device generates. */
export const FORM_ID_DEVICE_MAXIMUM = 2_147_483_647;
/**
 * Largest `formId` that JavaScript holds exactly. UNCERTAIN: the parameter page accepts up to
 * 2^63-1, the guide names 2^31-1; the wider one that is safe is taken.
 */
export const FORM_ID_MAXIMUM = Number.MAX_SAFE_INTEGER;
/** Largest `version`; 0 resets the counter. */
export const FORM_VERSION_MAXIMUM = 2_147_483_647;
/** Largest number within `formData`: 2^53-1. */
export const FORM_DATA_NUMBER_MAXIMUM = Number.MAX_SAFE_INTEGER;
/** A key of `formData` must not begin so. */
export const FORM_DATA_FORBIDDEN_KEY_PREFIX = 'datashareproxy://';
/** Elements of `images`. */
export const FORM_IMAGES_MAXIMUM = 1;
/** Bytes of the picture file. */
export const FORM_IMAGE_MAXIMUM_BYTES = 524_288;
/**
 * Updates of one widget a day, by the kind of app (`arkts-ui-widget-update-by-push`). UNCERTAIN: editions up to
 * April 2026 have 2 for published apps and 5 for others.
 */
export const FORM_UPDATES_PER_DAY = {
	'travel and navigation': 200,
	car: 150,
	finance: 150,
	'daily life': 50,
	social: 50,
	tools: 50,
	'video and live': 30,
	others: 5,
} as const;

// Background message, call (push-background, push-voip)

/** Background messages of an hour that Huawei advises at most; more may be dropped. */
export const ADVISED_BACKGROUND_MESSAGES_PER_HOUR = 2;
/** Days a device keeps the newest background message for an app that is not running. */
export const BACKGROUND_MESSAGE_KEPT_DAYS = 7;
/** Seconds within which the app must report the call it was rung for. */
export const CALL_REPORT_SECONDS = 10;

// Frequency of notifications (push-msg-freq-control, push-apply-right)

/** MARKETING notifications of an app, device and day. */
export const MARKETING_PER_DAY = 2;
/** The same for apps with a licence for news. */
export const NEWS_MARKETING_PER_DAY = 5;
/** Minutes after approval until a right works. */
export const RIGHT_EFFECTIVE_MINUTES = 5;

// Live view, numbers of the message (push-scenariozed-api-request-param)

/** Smallest `activityId`. */
export const ACTIVITY_ID_MINIMUM = -2_147_483_648;
/** Largest `activityId`. */
export const ACTIVITY_ID_MAXIMUM = 2_147_483_647;
/** Smallest `version` of a live view; each must be greater than the one shown. */
export const LIVE_VIEW_VERSION_MINIMUM = 0;
/** Characters of `contentTitle`. */
export const LIVE_VIEW_TITLE_MAXIMUM_LENGTH = 1024;
/** Characters of all texts of `contentText` together. */
export const LIVE_VIEW_CONTENT_MAXIMUM_LENGTH = 1024;
/** Characters of one line of a text block, and of `title` and `content` of the capsule. */
export const LIVE_VIEW_LINE_MAXIMUM_LENGTH = 128;
/** Characters of `title`, and of all texts of `body` together, in `externalData`. */
export const EXTERNAL_DATA_MAXIMUM_LENGTH = 128;
/** Seconds the card stays after the end (`keepTime`); the default is 0. */
export const LIVE_VIEW_KEEP_TIME_MAXIMUM_SECONDS = 3600;
/** Characters of `shareUrl`; a longer one is ignored. */
export const SHARE_URL_MAXIMUM_LENGTH = 127;
/** Largest `richProgress.progress`; the smallest is 0. */
export const PROGRESS_MAXIMUM = 100;
/** Icons of `richProgress.nodeIcons`. */
export const NODE_ICONS_MINIMUM = 2;
/** Icons of `richProgress.nodeIcons`. */
export const NODE_ICONS_MAXIMUM = 5;
/** Largest `capsuleData.progress.max` and `.progress`. */
export const CAPSULE_PROGRESS_MAXIMUM = 2_147_483_647;
/** Colours that `capsuleData.bgColor` must not have. */
export const CAPSULE_FORBIDDEN_COLOURS = ['#FF000000', '#FFFFFFFF', '#FFF1F3F5'] as const;
/** Bytes of a picture given as URL. */
export const LIVE_VIEW_IMAGE_MAXIMUM_BYTES = 524_288;
/** `CustomLayout.abilityName` must be shorter than this many characters. */
export const CUSTOM_LAYOUT_ABILITY_NAME_BELOW_LENGTH = 128;
/** Pairs of `CustomLayout.abilityParameters`. */
export const CUSTOM_LAYOUT_PARAMETERS_MAXIMUM = 50;
/** Degrees Celsius that `weather.highTemperature` may reach. */
export const WEATHER_HIGH_MAXIMUM = 58;
/** Degrees Celsius that `weather.lowTemperature` may reach. */
export const WEATHER_LOW_MINIMUM = -95;

// Live view, geofence (push-scenariozed-api-request-param, liveview-introduction)

/** Metres of `radius`. */
export const GEOFENCE_RADIUS_MINIMUM_METRES = 200;
/** Metres of `radius`. */
export const GEOFENCE_RADIUS_MAXIMUM_METRES = 2000;
/** Seconds of `delayTime`; the default is 0. */
export const GEOFENCE_DELAY_MAXIMUM_SECONDS = 300;
/** Seconds of `displayTime`. */
export const GEOFENCE_DISPLAY_MINIMUM_SECONDS = 15;
/** Seconds of `displayTime`. */
export const GEOFENCE_DISPLAY_MAXIMUM_SECONDS = 1800;
/** Degrees of `longitude`, either side. */
export const LONGITUDE_MAXIMUM = 180;
/** Degrees of `latitude`, either side. */
export const LATITUDE_MAXIMUM = 90;
/** Geofences an app may register on a device and day. */
export const GEOFENCES_PER_DAY = 5;
/** Hours a registered geofence is valid. */
export const GEOFENCE_VALID_HOURS = 48;

// Live view, life and frequency (push-update-liveview, liveview-introduction)

/** Hours a live view lives at most. */
export const LIVE_VIEW_LIFE_HOURS = 8;
/** Hours without an update after which capsule and lock screen hide it. */
export const LIVE_VIEW_HIDDEN_HOURS = 2;
/** Hours without an update after which it counts as ended. */
export const LIVE_VIEW_ENDED_HOURS = 4;
/** Hours during which an `activityId` cannot be created again by a push message. */
export const ACTIVITY_ID_REUSE_HOURS = 12;
/** Hours an `activityId` is blocked after an update of a live view that does not exist. */
export const ACTIVITY_ID_BLOCKED_HOURS = 24;
/** Updates of a live view and device within five minutes. */
export const LIVE_VIEW_UPDATES_PER_5_MINUTES = 10;
/** Updates of a live view and device within an hour. */
export const LIVE_VIEW_UPDATES_PER_HOUR = 60;
/** The same within five minutes for the events TAXI and SCORE. */
export const LIVE_VIEW_FREQUENT_UPDATES_PER_5_MINUTES = 30;
/** The same within an hour for the events TAXI and SCORE. */
export const LIVE_VIEW_FREQUENT_UPDATES_PER_HOUR = 180;
/** Live views an app may create in a second, all devices together. */
export const LIVE_VIEW_CREATES_PER_SECOND = 10;
/** Live view updates an app may send in a second, all devices together. */
export const LIVE_VIEW_UPDATES_PER_SECOND = 20;
/** Live views that Huawei's whole system creates in a second. */
export const LIVE_VIEW_SYSTEM_CREATES_PER_SECOND = 15;
/** Live view updates that Huawei's whole system takes in a second. */
export const LIVE_VIEW_SYSTEM_UPDATES_PER_SECOND = 30;

// Receipts (push-api-msg-receipt, push-msg-receipt)

/** Elements of `statuses` in one call. */
export const MAXIMUM_RECEIPT_STATUSES = 100;
/**
 * Seconds by which the signature's timestamp may differ from the own clock. Not Huawei's: no page
 * names a window; five minutes is this package's default.
 */
export const RECEIPT_WINDOW_SECONDS = 300;
/** Days a device must be offline to count as inactive, receipt result 10. */
export const INACTIVE_DEVICE_DAYS = 30;
