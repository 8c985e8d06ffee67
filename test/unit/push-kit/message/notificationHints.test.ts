import { CATEGORIES } from '../../../../push-kit/catalog/categories';
import { SEND_EXAMPLES } from '../../../builders/bodies';
import { findHints, type Changes } from '../../../builders/change';

const { smallNotification, textToSpeech } = SEND_EXAMPLES;

const URL = 'https://cdn.example.com/a.png';

const HINTS: Array<[string, Changes, string]> = [
	[
		'a body equal to the title',
		{ title: 'Same', body: ' Same ' },
		'Title and Body are the same. Huawei counts that as a violation of its content rules: say something new in the body.',
	],
	[
		'a sound with MARKETING',
		{ sound: 'ping.mp3' },
		'Sound has no effect with category MARKETING: such messages are silent.',
	],
	[
		'a duration without sound',
		{ soundDuration: 5 },
		'Sound Duration (Seconds) has no effect without Sound.',
	],
	[
		'both badge numbers',
		{ badge: { addNum: 1, setNum: 2 } },
		'Badge has both a number to add and a number to set: Huawei sets the number and adds nothing.',
	],
	[
		'an overlay icon with another category',
		{ overlayIcon: URL, category: 'WORK' },
		'Overlay Icon URL has no effect with category WORK: it works with IM, VOIP and MISS_CALL only.',
	],
	[
		'SUBSCRIPTION without its words',
		{ category: 'SUBSCRIPTION' },
		'Category SUBSCRIPTION: Huawei wants one of the words 订阅 (subscribe), 预约 (reserve), 关注 (follow), 好友 (friend), 粉丝 (fan) in title or body.',
	],
	[
		'the style that is to go',
		{ style: 1, bigTitle: 'Big', bigBody: 'Text' },
		'Style Big Text is to be dropped by Huawei: use the plain style, which shows up to three lines of the body.',
	],
	[
		'lines without their style',
		{ inboxContent: ['One'] },
		'Lines have no effect without the style Multi-Line.',
	],
	['an unknown style', { style: 2 }, 'Style 2 is not known here: it is sent as it is.'],
	[
		'an unknown scene',
		{ priorityScene: 'at_me' },
		'Priority Scene "at_me" is not known here: it is sent as it is.',
	],
	[
		'an unknown category, which Huawei refuses',
		{ category: 'TODO' },
		'Category TODO is not known here. It is sent as it is, but Huawei refuses categories that it does not know (seen: 80100003). Choose one of the list in the field Category.',
	],
	[
		'a category that no page names, but that Huawei was seen to take',
		{ category: 'NEWS' },
		"Category NEWS stands in none of Huawei's documents, although the service was seen to accept it. Without a right to it the message counts as MARKETING.",
	],
	[
		'a category in small letters',
		{ category: 'travel' },
		'Category "travel" is not written as Huawei writes it: enter TRAVEL. Huawei refuses categories that it does not know (seen: 80100003).',
	],
	[
		'a category with blanks around it',
		{ category: ' WORK ' },
		'Category " WORK " is not written as Huawei writes it: enter WORK. Huawei refuses categories that it does not know (seen: 80100003).',
	],
	[
		'a missed call without App Message ID',
		{ category: 'MISS_CALL' },
		'A missed call without App Message ID is shown twice if the app announces it, too. Enter the ID that the app uses for its own notification.',
	],
	[
		'a call invitation that may arrive late',
		{ category: 'VOIP' },
		'TTL (Seconds) of a call should be 30 to 60, so that it does not ring when it is long over. Now it is not set, which means one day.',
	],
];

function prefixed(members: Changes): Changes {
	return Object.fromEntries(
		Object.entries(members).map(([path, value]) => [`notification.${path}`, value]),
	);
}

describe('hints of a notification', () => {
	it.each(HINTS)('speak of %s', (_what, members, sentence) => {
		expect(findHints(smallNotification, prefixed(members))).toEqual([sentence]);
	});

	it.each<[string, Changes]>([
		['a sound with another category', { category: 'WORK', sound: 'ping.mp3', soundDuration: 5 }],
		['a subscription in the title', { category: 'SUBSCRIPTION', title: '您关注的商品' }],
		['a subscription in the body', { category: 'SUBSCRIPTION', body: '预约成功' }],
		['an overlay icon with IM', { category: 'IM', overlayIcon: URL }],
	])('do not speak of %s', (_what, members) => {
		expect(findHints(smallNotification, prefixed(members))).toEqual([]);
	});

	it('speak of no category of the documents', () => {
		const speaking = CATEGORIES.filter(({ pushTypes }) => pushTypes.includes(0)).filter(
			({ category }) =>
				findHints(smallNotification, prefixed({ category })).some((hint) =>
					/not known|not written|documents/.test(hint),
				),
		);
		expect(speaking).toEqual([]);
	});

	it('do not speak of a call invitation that lives for a minute', () => {
		const invitation = prefixed({ category: 'VOIP' });
		expect(findHints(smallNotification, invitation, { ttl: 60 })).toEqual([]);
		expect(findHints(smallNotification, invitation, { ttl: 61 })).toEqual([
			'TTL (Seconds) of a call should be 30 to 60, so that it does not ring when it is long over. Now it is 61.',
		]);
	});

	it('hold for text-to-speech as well', () => {
		const same = prefixed({ title: 'Paid', body: 'Paid', soundDuration: 5 });
		expect(findHints(textToSpeech, same)).toHaveLength(2);
	});
});
