/** Soft rules of a notification: accepted by Push Kit, but without effect or against Huawei's house rules. */

import { DEFAULT_CATEGORY, findCategory, OVERLAY_ICON_CATEGORIES } from '../catalog/categories';
import { SUBSCRIPTION_WORDS, withGloss } from '../catalog/chineseWords';
import { backgroundModeIgnored, callTtlAdvice, type HintRule } from './hints';
import { NOTIFICATION_RULES, type Notification } from './notification';
import { describeUnknownChoices } from './unknownChoices';

type NotificationRule = (notification: Notification) => string | undefined;

const includes = (words: readonly string[], word: string): boolean => words.includes(word);

const RULES: readonly NotificationRule[] = [
	({ title, body }) =>
		title.trim() === body.trim()
			? 'Title and Body are the same. Huawei counts that as a violation of its content rules: say something new in the body.'
			: undefined,
	({ category, sound }) =>
		sound !== undefined && category === DEFAULT_CATEGORY
			? 'Sound has no effect with category MARKETING: such messages are silent.'
			: undefined,
	({ sound, soundDuration }) =>
		soundDuration !== undefined && sound === undefined
			? 'Sound Duration (Seconds) has no effect without Sound.'
			: undefined,
	({ badge }) =>
		badge?.addNum !== undefined && badge.setNum !== undefined
			? 'Badge has both a number to add and a number to set: Huawei sets the number and adds nothing.'
			: undefined,
	({ category, overlayIcon }) =>
		overlayIcon !== undefined && !includes(OVERLAY_ICON_CATEGORIES, category)
			? `Overlay Icon URL has no effect with category ${category}: it works with IM, VOIP and MISS_CALL only.`
			: undefined,
	({ category, title, body }) =>
		category === 'SUBSCRIPTION' &&
		!SUBSCRIPTION_WORDS.some(({ word }) => title.includes(word) || body.includes(word))
			? `Category SUBSCRIPTION: Huawei wants one of the words ${SUBSCRIPTION_WORDS.map(withGloss).join(', ')} in title or body.`
			: undefined,
	({ style }) =>
		style === 1
			? 'Style Big Text is to be dropped by Huawei: use the plain style, which shows up to three lines of the body.'
			: undefined,
	({ style, inboxContent }) =>
		inboxContent !== undefined && style !== 3
			? 'Lines have no effect without the style Multi-Line.'
			: undefined,
	({ category }) => describeUnknownCategory(category),
	({ category, appMessageId }) =>
		category === 'MISS_CALL' && appMessageId === undefined
			? 'A missed call without App Message ID is shown twice if the app announces it, too. Enter the ID that the app uses for its own notification.'
			: undefined,
];

/** On no page of Huawei's, but the live service was seen to accept it. */
const UNDOCUMENTED_CATEGORY = 'NEWS';
/** What the live service answered to the words TODO, LOCATION, SOCIAL, RECOMMEND and SERVICE. */
const SEEN_REFUSED = 'Huawei refuses categories that it does not know (seen: 80100003)';

function describeUnknownCategory(category: string): string | undefined {
	if (findCategory(category) !== undefined) return undefined;
	if (category === UNDOCUMENTED_CATEGORY) {
		return `Category ${category} stands in none of Huawei's documents, although the service was seen to accept it. Without a right to it the message counts as MARKETING.`;
	}
	const upperCase = category.trim().toUpperCase();
	return findCategory(upperCase) === undefined
		? `Category ${category} is not known here. It is sent as it is, but ${SEEN_REFUSED}. Choose one of the list in the field Category.`
		: `Category "${category}" is not written as Huawei writes it: enter ${upperCase}. ${SEEN_REFUSED}.`;
}

/** Rules that hold wherever a notification is shown: push-types 0 and 2. */
export const NOTIFICATION_HINTS: ReadonlyArray<HintRule<{ notification: Notification }>> = [
	...RULES.map(
		(rule): HintRule<{ notification: Notification }> =>
			({ payload }) =>
				rule(payload.notification),
	),
	({ payload }) => describeUnknownChoices(NOTIFICATION_RULES, payload.notification),
	backgroundModeIgnored,
	(message) =>
		message.payload.notification.category === 'VOIP' ? callTtlAdvice(message) : undefined,
];
