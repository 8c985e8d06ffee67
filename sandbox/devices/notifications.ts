import type { JsonObject } from '../rules/fields';
import {
	countDays,
	DELIVERED,
	type Delivery,
	type Device,
	type Push,
	type ShownNotification,
} from './device';
import { findNotification } from './tokenScript';

/** The same `appMessageId` is shown once within 24 hours (`push-scenariozed-api-request-param`). */
const SAME_MESSAGE_WINDOW = 86_400_000;
/** A device of the sandbox remembers so many notifications, the newest ones. */
const MAX_SHOWN = 50;
const MAX_BADGE = 99;
const OVER_FREQUENCY = 256;
const ASSIGNED_BY_SERVICE = -1;

const readInteger = (value: unknown) =>
	typeof value === 'number' && Number.isInteger(value) ? value : undefined;

/** Badge arithmetic: `setNum` wins over `addNum`; neither leaves the number as it is. */
export function countBadge(current: number, badge: unknown): number {
	if (typeof badge !== 'object' || badge === null) return current;
	const { setNum, addNum }: { setNum?: unknown; addNum?: unknown } = badge;
	return readInteger(setNum) ?? current + (readInteger(addNum) ?? 0);
}

/** What the app icon shows: nothing for 0, and "99+" above 99. */
export function writeBadge(badge: number): string {
	if (badge <= 0) return '';
	return badge > MAX_BADGE ? `${MAX_BADGE}+` : String(badge);
}

/** True when the device may not show another marketing message on this day; counts this one. */
function isOverMarketingQuota(device: Device, push: Push, perDay: number, now: number): boolean {
	if (push.testMessage || findNotification(push).category !== 'MARKETING') return false;
	const day = countDays(now);
	if (device.marketingDay !== day) device.marketingToday = 0;
	device.marketingDay = day;
	device.marketingToday = (device.marketingToday ?? 0) + 1;
	return device.marketingToday > perDay;
}

function findSameMessage(device: Device, notification: JsonObject, now: number) {
	const { appMessageId } = notification;
	if (typeof appMessageId !== 'string') return undefined;
	const shownAt = device.appMessageIds?.[appMessageId];
	return shownAt !== undefined && now - shownAt < SAME_MESSAGE_WINDOW ? appMessageId : undefined;
}

/**
 * Shows a notification (or a spoken one): counts marketing, leaves out what was shown within 24
 * hours under the same `appMessageId`, replaces what has the same `notifyId`, sets the badge.
 *
 * @param marketingPerDay messages of category MARKETING a device shows a day; Infinity for no limit
 */
export function showNotification(
	device: Device,
	push: Push,
	{ now, marketingPerDay }: { now: number; marketingPerDay: number },
): Delivery {
	const notification = findNotification(push);
	if (push.messageType === 'badge') {
		device.badge = countBadge(device.badge, notification.badge);
		return { result: DELIVERED };
	}
	if (isOverMarketingQuota(device, push, marketingPerDay, now)) {
		return {
			result: OVER_FREQUENCY,
			note: `Not shown: more than ${marketingPerDay} MARKETING messages on this day`,
		};
	}
	const same = findSameMessage(device, notification, now);
	if (same !== undefined) {
		// UNCERTAIN: no page names the receipt of a message that the device leaves out.
		return {
			result: DELIVERED,
			note: `Not shown: appMessageId ${same} was shown within the last 24 hours`,
		};
	}
	device.badge = countBadge(device.badge, notification.badge);
	return { result: DELIVERED, earlier: addToCentre(device, push, notification, now) };
}

function addToCentre(
	device: Device,
	push: Push,
	{ notifyId, appMessageId }: JsonObject,
	now: number,
): Delivery['earlier'] {
	const id = readInteger(notifyId);
	const shown: ShownNotification = { messageId: push.messageId, shownAt: now };
	if (id !== undefined && id !== ASSIGNED_BY_SERVICE) shown.notifyId = id;
	if (typeof appMessageId === 'string') {
		shown.appMessageId = appMessageId;
		device.appMessageIds = { ...device.appMessageIds, [appMessageId]: now };
	}
	const before = device.shown ?? [];
	const replaced = before.find(
		(one) => shown.notifyId !== undefined && one.notifyId === shown.notifyId,
	);
	device.shown = [...before.filter((one) => one !== replaced), shown].slice(-MAX_SHOWN);
	return replaced
		? [{ messageId: replaced.messageId, note: `Replaced by message ${push.messageId}` }]
		: undefined;
}
