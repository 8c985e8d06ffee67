import type { Fault } from '../delivery/faults';
import type { JsonObject } from '../rules/fields';
import type { Push } from './device';

/** What shall become of one push token: all that is set about it, by name or member by member. */
export interface TokenScript {
	/** Refused with this reason, for example `tokenFormatError`. Any word is passed on as it is. */
	reason?: string;
	/**
	 * Result of its receipts. Any but 0 also keeps the message from being shown; `none`: no receipt
	 * is ever sent.
	 */
	receipt?: number | 'none';
	/** The messages that `receipt` is about; absent: all. */
	only?: ReceiptScope;
	/** Messages wait for their ttl and collapseKey; receipts come once it is back. */
	offline?: true;
	/** Milliseconds its receipts come later than the others. */
	receiptDelay?: number;
	/** Bundle name of the app that made the token, where it is not the sandbox's own. */
	appPackageName?: string;
	/** Strikes every request that carries the token. */
	fault?: Fault;
}

/** Which messages a scripted receipt touches: those that meet all that is given. */
export interface ReceiptScope {
	pushTypes?: readonly number[];
	/** What the notification must have: a `profileId`, or a `clickAction` that opens a page. */
	with?: ScopeMark;
}

const OPEN_PAGE = 1;

function opensPage(value: unknown): boolean {
	return (
		typeof value === 'object' &&
		value !== null &&
		'actionType' in value &&
		value.actionType === OPEN_PAGE
	);
}

/** Every mark by which a notification can be told, with how it is found. */
export const SCOPE_MARKS = {
	profileId: ({ profileId }: JsonObject) => profileId !== undefined,
	page: ({ clickAction }: JsonObject) => opensPage(clickAction),
} as const;

export type ScopeMark = keyof typeof SCOPE_MARKS;

/** The part of a payload with `category` or `contentTitle`: where `clickAction` stands. */
export function findNotification({ payload, pushType }: Push): JsonObject {
	const read = (from: JsonObject, name: string): JsonObject => {
		const value = from[name];
		return typeof value === 'object' && value !== null ? { ...value } : {};
	};
	return pushType === 7
		? read(read(payload, 'activityData'), 'notificationData')
		: read(payload, 'notification');
}

/** The receipt that a script forces on a message; undefined where it does not touch it. */
export function findScriptedReceipt(
	script: TokenScript | undefined,
	push: Push,
): TokenScript['receipt'] {
	if (script?.receipt === undefined) return undefined;
	const { pushTypes, with: mark } = script.only ?? {};
	if (pushTypes && !pushTypes.includes(push.pushType)) return undefined;
	if (mark && !SCOPE_MARKS[mark](findNotification(push))) return undefined;
	return script.receipt;
}
