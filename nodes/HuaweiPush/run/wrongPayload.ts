/** Other things that people paste for the payload object. */

import { isObject, membersOf, type JsonObject } from '../../../push-kit/json';

interface WrongPayload {
	readonly recognises: (payload: JsonObject) => boolean;
	/** The end of a sentence that begins with "Payload". */
	readonly problem: string;
}

/** Members of an old HMS Core request beside its `message`. */
const OLD_MEMBERS = ['android', 'validate_only', 'apns', 'webpush'];

const WRONG: readonly WrongPayload[] = [
	{
		// No payload of Huawei's has these members.
		recognises: (payload) => ['payload', 'pushOptions', 'target'].some((name) => name in payload),
		problem:
			'holds a whole request. Paste only the object that stands under "payload"; the push tokens belong under Recipients, the members of "pushOptions" under Options.',
	},
	{
		recognises: (payload) => isOldMessage(payload) || isOldMessage(membersOf(payload.message)),
		problem:
			'is a request of the old HMS Core API (V1 or V2), which HarmonyOS 5 no longer takes. A V3 payload looks like {"notification": {"category": "MARKETING", "title": "...", "body": "...", "clickAction": {"actionType": 0}}}, without "message", "android" and "token". Using Fields Below builds it for you.',
	},
];

function isOldMessage(value: JsonObject): boolean {
	const { message } = value;
	if (OLD_MEMBERS.some((name) => name in value)) return true;
	if (!isObject(message)) return false;
	return ['token', 'topic', 'condition', 'notification', 'data', ...OLD_MEMBERS].some(
		(name) => name in message,
	);
}

/** What was pasted instead of a payload; `undefined` for one that may be right. */
export function explainWrongPayload(payload: unknown): string | undefined {
	if (!isObject(payload)) return undefined;
	return WRONG.find(({ recognises }) => recognises(payload))?.problem;
}
