import { isObject, type Fields, type JsonObject } from './fields';
import { checkBadgeNumbers } from './notification';

/**
 * Tells the two messages of push-type 0 apart by the fields present, as the service must do: one
 * that has a badge and nothing to show or to tap is badge only (`push-send-badge`).
 */
export function isBadgeOnly(payload: JsonObject): boolean {
	const notification = payload.notification;
	if (!isObject(notification) || !isObject(notification.badge)) return false;
	return ['title', 'body', 'clickAction'].every((name) => notification[name] === undefined);
}

/** push-type 0, BadgePayload. `category` and `addNum` are no part of it, and do no harm. */
export function checkBadge(payload: Fields): void {
	const badge = payload.object('notification').object('badge');
	badge.require('setNum');
	checkBadgeNumbers(badge);
}
