import { SEND_EXAMPLES } from '../../../builders/bodies';
import { findFaults, type Changes } from '../../../builders/change';

const { smallNotification, fullNotification } = SEND_EXAMPLES;

describe('a notification is refused', () => {
	const MISSING: Array<[string, string]> = [
		['category', 'Category is missing.'],
		['title', 'Title is missing.'],
		['body', 'Body is missing.'],
		['clickAction', 'Tap Action is missing.'],
	];

	it.each(MISSING)('without %s', (member, sentence) => {
		expect(findFaults(smallNotification, { [`notification.${member}`]: undefined })).toEqual([
			sentence,
		]);
	});

	const EMPTY: Array<[string, string]> = [
		['category', 'Category is empty. Choose what kind of message this is, for example MARKETING.'],
		['title', 'Title is empty. Enter a text.'],
		['body', 'Body is empty. Enter a text.'],
	];

	it.each(EMPTY)('with an empty %s', (member, sentence) => {
		expect(findFaults(smallNotification, { [`notification.${member}`]: '' })).toEqual([sentence]);
	});

	it('without the notification itself', () => {
		expect(findFaults(smallNotification, { notification: undefined })).toEqual([
			'notification is missing.',
		]);
	});

	const WRONG: Array<[string, Changes, string]> = [
		['addNum 0', { 'badge.addNum': 0 }, 'Badge: Add must be at least 1.'],
		['addNum 100', { 'badge.addNum': 100 }, 'Badge: Add must be at most 99.'],
		['setNum -1', { 'badge.setNum': -1 }, 'Badge: Set must be at least 0.'],
		['setNum 100', { 'badge.setNum': 100 }, 'Badge: Set must be at most 99.'],
		[
			'style 3 without lines',
			{ style: 3, inboxContent: undefined },
			'Style Multi-Line needs Lines: enter one to three lines of text.',
		],
		['no lines', { style: 3, inboxContent: [] }, 'Style Multi-Line takes 1 to 3 lines.'],
		[
			'four lines',
			{ style: 3, inboxContent: ['1', '2', '3', '4'] },
			'Style Multi-Line takes 1 to 3 lines.',
		],
		[
			'a line over 1024',
			{ style: 3, inboxContent: ['1', 'x'.repeat(1025)] },
			'Lines 2 must have at most 1024 characters.',
		],
		['style 1 alone', { style: 1 }, 'Style Big Text needs both Big Title and Big Body.'],
		[
			'style 1 without bigBody',
			{ style: 1, bigTitle: 'Big' },
			'Style Big Text needs both Big Title and Big Body.',
		],
		[
			'style 1 with an empty bigTitle',
			{ style: 1, bigTitle: '', bigBody: 'Big' },
			'Big Title is empty. Enter a text.',
		],
		[
			'an image over http',
			{ image: 'http://cdn.example.com/a.png' },
			'Image URL must be a web address that begins with https://.',
		],
		[
			'an overlay icon over http',
			{ overlayIcon: 'cdn.example.com/a.png' },
			'Overlay Icon URL must be a web address that begins with https://.',
		],
		[
			'an empty appMessageId',
			{ appMessageId: '' },
			'App Message ID must have 1 to 64 characters: letters, digits, blanks and + / = - _.',
		],
		[
			'appMessageId over 64',
			{ appMessageId: 'x'.repeat(65) },
			'App Message ID must have 1 to 64 characters: letters, digits, blanks and + / = - _.',
		],
		[
			'appMessageId with other characters',
			{ appMessageId: 'order#1' },
			'App Message ID must have 1 to 64 characters: letters, digits, blanks and + / = - _.',
		],
		[
			'profileId over 64',
			{ profileId: 'p'.repeat(65) },
			'Profile ID must have at most 64 characters.',
		],
		['soundDuration 0', { soundDuration: 0 }, 'Sound Duration (Seconds) must be at least 1.'],
		['soundDuration 61', { soundDuration: 61 }, 'Sound Duration (Seconds) must be at most 60.'],
		['notifyId -2', { notifyId: -2 }, 'Notify ID (Fixed) must be at least -1.'],
		['notifyId 2^31', { notifyId: 2_147_483_648 }, 'Notify ID (Fixed) must be at most 2147483647.'],
		['notifyId as text', { notifyId: '12' }, 'Notify ID (Fixed) must be a whole number.'],
		['a number as title', { title: 7 }, 'Title must be text.'],
		['a text as a switch', { foregroundShow: 'no' }, 'Show in Foreground must be true or false.'],
		[
			'PLAY_VOICE',
			{ category: 'PLAY_VOICE' },
			'Category PLAY_VOICE is for the resource Text-to-Speech only. Choose another category, or send it as Text-to-Speech.',
		],
	];

	it.each(WRONG)('with %s', (_what, members, sentence) => {
		const changes = Object.fromEntries(
			Object.entries(members).map(([path, value]) => [`notification.${path}`, value]),
		);
		expect(findFaults(fullNotification, { 'notification.style': 0, ...changes })).toEqual([
			sentence,
		]);
	});
});

describe('a notification passes', () => {
	const RIGHT: Array<[string, Changes]> = [
		['at the limits', { 'badge.addNum': 99, 'badge.setNum': 0, soundDuration: 60, notifyId: 0 }],
		['with lines of 1024 Chinese characters', { style: 3, inboxContent: ['推'.repeat(1024)] }],
		[
			'with 64 characters of every permitted kind',
			{ appMessageId: `${'aZ09+/=-_ '.repeat(6)}abcd` },
		],
		['with an address in capital letters', { image: 'HTTPS://CDN.EXAMPLE.COM/A.PNG' }],
		['in big style', { style: 1, bigTitle: 'Big', bigBody: 'Text' }],
	];

	it.each(RIGHT)('%s', (_what, members) => {
		const changes = Object.fromEntries(
			Object.entries(members).map(([path, value]) => [`notification.${path}`, value]),
		);
		expect(findFaults(smallNotification, changes)).toEqual([]);
	});
});
