import type { JsonObject } from '../rules/fields';
import type { Push } from './device';

/** What can be wrong with a device. Everything else about it follows from the messages. */
export interface Fate {
	fate: string;
	/** Label in the page. */
	name: string;
	/** What a sender sees of it. */
	effect: string;
	/** Result of the receipt. */
	result?: number;
	/** Only messages of these push-types are touched; absent: all. */
	pushTypes?: readonly number[];
	/** Only notifications with this member are touched. */
	member?: string;
}

/**
 * Every fate (`push-api-msg-receipt`). UNCERTAIN: the page gives the results but not always the
 * message types they can belong to; `pushTypes` is what the words of the page suggest.
 */
export const FATES = [
	{ fate: 'appUninstalled', name: 'App uninstalled', effect: 'Receipt 2', result: 2 },
	{
		fate: 'tokenChanged',
		name: 'Token changed (data cleared, reinstalled)',
		effect: 'Receipt 5',
		result: 5,
	},
	{
		fate: 'notificationsOff',
		name: 'Notifications switched off',
		effect: 'Receipt 6 for notifications and spoken messages',
		result: 6,
		pushTypes: [0, 2],
	},
	{
		fate: 'offline',
		name: 'Offline for now',
		effect: 'Messages wait for their ttl and collapseKey; receipts come when it is back',
	},
	{ fate: 'offline30Days', name: 'Offline for 30 days', effect: 'Receipt 10', result: 10 },
	{ fate: 'otherUser', name: 'Other user logged in', effect: 'Receipt 22', result: 22 },
	{
		fate: 'appNotRunning',
		name: 'App not running',
		effect: 'Receipt 27 for background messages',
		result: 27,
		pushTypes: [6],
	},
	{
		fate: 'pageMissing',
		name: 'Target page missing',
		effect: 'Receipt 31 for messages that open a page',
		result: 31,
		pushTypes: [0, 2, 7],
	},
	{ fate: 'notUnlocked', name: 'Not yet unlocked', effect: 'Receipt 51', result: 51 },
	{ fate: 'throttled', name: 'Throttled by the device', effect: 'Receipt 102', result: 102 },
	{
		fate: 'profileUnknown',
		name: 'Profile not bound',
		effect: 'Receipt 144 for notifications with a profileId',
		result: 144,
		pushTypes: [0, 2],
		member: 'profileId',
	},
	{
		fate: 'widgetGone',
		name: 'Widget removed',
		effect: 'Receipt 261; the formId is blocked for 30 days',
		result: 261,
		pushTypes: [1],
	},
	{
		fate: 'widgetLimit',
		name: 'Widget refresh limit reached',
		effect: 'Receipt 262; the formId is blocked for 1 day',
		result: 262,
		pushTypes: [1],
	},
	{ fate: 'contentRefused', name: 'Content refused', effect: 'Receipt 259', result: 259 },
	{
		fate: 'notSubscribed',
		name: 'No subscription',
		effect: 'Receipt 264',
		result: 264,
		pushTypes: [0],
	},
	{
		fate: 'refused',
		name: 'Token refused',
		effect: 'The answer to the request names the token with a reason',
	},
] as const satisfies readonly Fate[];

export type FateName = (typeof FATES)[number]['fate'];

const BY_NAME: ReadonlyMap<string, Fate & { fate: FateName }> = new Map(
	FATES.map((one) => [one.fate, one]),
);

export function findFate(fate: string | undefined): (Fate & { fate: FateName }) | undefined {
	return fate === undefined ? undefined : BY_NAME.get(fate);
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

/** The result that a fate forces on a message; undefined where the fate does not touch it. */
export function findFateResult(fate: FateName | undefined, push: Push): number | undefined {
	const rule = findFate(fate);
	if (!rule || rule.result === undefined) return undefined;
	if (rule.pushTypes && !rule.pushTypes.includes(push.pushType)) return undefined;
	const notification = findNotification(push);
	if (rule.member && notification[rule.member] === undefined) return undefined;
	if (rule.fate === 'pageMissing' && !opensPage(notification.clickAction)) return undefined;
	return rule.result;
}
