import type { Fields } from './fields';

/**
 * The categories that the service takes: those of the documents (`push-apply-right`), and `NEWS`,
 * which no page names but which was seen accepted. UNCERTAIN: `MISS_CALL` was not tried.
 */
const CATEGORIES = [
	'ACCOUNT',
	'DEVICE_REMINDER',
	'EXPRESS',
	'FINANCE',
	'HEALTH',
	'IM',
	'MAIL',
	'MARKETING',
	'MISS_CALL',
	'NEWS',
	'PLAY_VOICE',
	'SUBSCRIPTION',
	'TRAVEL',
	'VOIP',
	'WORK',
];

/** The service's own words beside 80100003. */
export const INVALID_CATEGORY = 'invalid category';

/**
 * Checks the member `category`. Unknown words such as TODO, SOCIAL and SERVICE were seen refused
 * with 80100003. UNCERTAIN: small letters, and unknown words on push-type 2, were not tried; they
 * are refused like the others.
 */
export function checkCategory(notification: Fields): void {
	const category = notification.requiredText('category');
	if (!CATEGORIES.includes(category)) notification.refuseWith(INVALID_CATEGORY);
}
