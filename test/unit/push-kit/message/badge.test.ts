import { SEND_EXAMPLES } from '../../../builders/bodies';
import { findFaults, findHints } from '../../../builders/change';

const { badge } = SEND_EXAMPLES;
const BADGE = 'notification.badge';

describe('a badge message', () => {
	it.each([0, 99])('sets %d', (setNum) => {
		expect(findFaults(badge, { [`${BADGE}.setNum`]: setNum })).toEqual([]);
	});

	it.each([
		[-1, 'Badge Number must be at least 0.'],
		[100, 'Badge Number must be at most 99.'],
		[1.5, 'Badge Number must be a whole number.'],
		['5', 'Badge Number must be a whole number.'],
		[undefined, 'Badge Number is missing.'],
	])('does not set %p', (setNum, sentence) => {
		expect(findFaults(badge, { [BADGE]: { setNum } })).toEqual([sentence]);
	});

	it.each([
		['title', 'Title'],
		['body', 'Body'],
	])('must not have a %s', (member, title) => {
		expect(findFaults(badge, { [`notification.${member}`]: 'Hello' })).toEqual([
			`${title} must not be part of a badge message. Take it out, or send a notification, which may carry a badge number, too.`,
		]);
	});

	it('needs a badge', () => {
		expect(findFaults(badge, { [BADGE]: undefined })).toEqual(['badge is missing.']);
	});

	it('may have a category', () => {
		expect(findHints(badge, { 'notification.category': 'IM' })).toEqual([]);
	});

	it('says what has no effect in it', () => {
		expect(
			findHints(badge, {
				[`${BADGE}.addNum`]: 1,
				'notification.clickAction': { actionType: 0 },
			}),
		).toEqual([
			'A badge message sets the number: the number to add (addNum) has no effect.',
			'A badge message shows nothing that could be tapped: Tap Action (clickAction) has no effect.',
		]);
	});
});
