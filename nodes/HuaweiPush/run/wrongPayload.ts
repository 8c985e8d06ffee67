/** Other things that people paste for the payload object. */

import { isObject, membersOf, type JsonObject } from '../../../push-kit/json';

interface WrongPayload {
	readonly recognises: (payload: JsonObject) => boolean;
	/** The end of a sentence that begins with "Payload". */
	readonly problem: string;
}

/** Members of an old HMS Core request beside its `message`. */
const OLD_MEMBERS = ['android', 'validate_only', 'apns', 'webpush', 'quickapp', 'hps'];

/** Whom an old request goes to: a V3 payload names nobody. */
const OLD_TARGETS = ['token', 'topic', 'condition', 'registration_ids'];

/** Members of an old notification, which V3 calls otherwise. */
const OLD_NOTIFICATION_MEMBERS = [
	'click_action',
	'big_title',
	'big_body',
	'notify_id',
	'body_loc_key',
];

const WRONG: readonly WrongPayload[] = [
	{
		// No payload of Huawei's has these members; a request's body may stand in a request of its own.
		recognises: (payload) => isRequest(payload) || isRequest(membersOf(payload.body)),
		problem:
			'holds a whole request. Paste only the object that stands under "payload"; the push tokens belong under Recipients, the members of "pushOptions" under Options.',
	},
	{
		recognises: (payload) => isOldMessage(payload) || isOldMessage(membersOf(payload.message)),
		problem:
			'is a request of the old HMS Core API (V1 or V2), which HarmonyOS 5 no longer takes. A V3 payload looks like {"notification": {"category": "MARKETING", "title": "...", "body": "...", "clickAction": {"actionType": 0}}}, without "message", "android" and "token". Using Fields Below builds it for you.',
	},
];

function isRequest(value: JsonObject): boolean {
	return hasSome(value, ['payload', 'pushOptions', 'target']);
}

function isOldMessage(value: JsonObject): boolean {
	if (hasSome(value, OLD_MEMBERS)) return true;
	const { message, notification } = value;
	if (hasSome(membersOf(notification), OLD_NOTIFICATION_MEMBERS)) return true;
	// Beside what is shown or handed over; another payload may have a token of its own.
	if (hasSome(value, OLD_TARGETS) && hasSome(value, ['notification', 'data'])) return true;
	return (
		isObject(message) && hasSome(message, [...OLD_TARGETS, 'notification', 'data', ...OLD_MEMBERS])
	);
}

function hasSome(value: JsonObject, names: readonly string[]): boolean {
	return names.some((name) => Object.hasOwn(value, name));
}

/** What was pasted instead of a payload; `undefined` for one that may be right. */
export function explainWrongPayload(payload: unknown): string | undefined {
	if (Array.isArray(payload) && payload.length === 1) return explainWrongPayload(payload[0]);
	if (!isObject(payload)) return undefined;
	return WRONG.find(({ recognises }) => recognises(payload))?.problem;
}
