import { checkCategory } from './categories';
import { checkClickAction, TAP_ACTIONS } from './clickAction';
import type { Fields } from './fields';

const STYLE_BIG_TEXT = 1;
const STYLE_MULTI_LINE = 3;

/**
 * Notification, the struct that push-type 0 and push-type 2 share
 * (`push-scenariozed-api-request-param`, Notification).
 */
export function checkNotificationStruct(notification: Fields): void {
	checkCategory(notification);
	notification.requiredText('title');
	notification.requiredText('body');
	checkClickAction(notification, TAP_ACTIONS);
	notification.https('image', 'overlayIcon');
	checkStyle(notification);
	notification.integer('notifyId', { min: -1, max: 2_147_483_647 });
	notification.text('appMessageId', {
		min: 1,
		max: 64,
		pattern: /^[A-Za-z0-9+/=\-_\s]+$/,
		expects: 'may hold letters, digits, + / = - _ and white space only',
	});
	notification.text('profileId', { max: 64 });
	notification.text('sound');
	notification.integer('soundDuration', { min: 1, max: 60 });
	notification.flag('foregroundShow');
	notification.text('priorityScene');
	const badge = notification.optionalObject('badge');
	if (badge) checkBadgeNumbers(badge);
}

function checkStyle(notification: Fields): void {
	const style = notification.integer('style', { oneOf: [0, STYLE_BIG_TEXT, STYLE_MULTI_LINE] });
	if (style === STYLE_BIG_TEXT) {
		notification.requiredText('bigTitle');
		notification.requiredText('bigBody');
	}
	if (style === STYLE_MULTI_LINE) {
		notification.require('inboxContent');
		notification.texts('inboxContent', { min: 1, max: 3 }, { max: 1024 });
	}
}

/** AlertBadge: `addNum` and `setNum` may stand together, `setNum` wins. */
export function checkBadgeNumbers(badge: Fields): void {
	// The first text is the service's own, quoted by `push-scenariozed-api-response`.
	badge.integer('addNum', { min: 1, max: 99, tip: 'badge addNum value ranges from 1 to 99' });
	badge.integer('setNum', { min: 0, max: 99, tip: 'badge setNum value ranges from 0 to 99' });
}

/** push-type 0, AlertPayload. */
export function checkNotification(payload: Fields): void {
	checkNotificationStruct(payload.object('notification'));
}
