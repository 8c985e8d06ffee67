import type { Fields } from './fields';

/** 0 opens the home page, 1 a page of the app. */
export const TAP_ACTIONS = [0, 1] as const;
/** `extend.clickAction` of a live view may also clear the notification (3) or dial (5). */
export const EXTEND_ACTIONS = [0, 1, 3, 5] as const;

/**
 * `tel`: at most 20 characters, `+` in the first place only. Published examples mask digits with
 * the letter x, so x counts as a digit here.
 */
const TEL = /^[+0-9xX][-\s0-9#xX]{0,19}$/;

/** Checks the member `clickAction` of `parent` (`push-scenariozed-api-request-param`, ClickAction). */
export function checkClickAction(parent: Fields, allowed: readonly number[]): void {
	const clickAction = parent.object('clickAction');
	const actionType = clickAction.requiredInteger('actionType', { oneOf: allowed });
	clickAction.text('action');
	clickAction.text('uri');
	const data = clickAction.optionalObject('data');
	if (actionType === 1 && !clickAction.get('action') && !clickAction.get('uri')) {
		clickAction.refuse('action', 'or uri is required when actionType is 1');
	}
	if (actionType === 5) {
		(data ?? clickAction.object('data')).requiredText('tel', {
			pattern: TEL,
			expects: 'must be a telephone number of at most 20 characters',
		});
	}
}
