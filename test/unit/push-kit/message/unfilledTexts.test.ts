import { findRules } from '../../../../push-kit/message/messages';
import { struct, text, prose, list } from '../../../../push-kit/message/rule';
import { describeUnfilledTexts } from '../../../../push-kit/message/unfilledTexts';
import { SEND_EXAMPLES } from '../../../builders/bodies';
import { findHints } from '../../../builders/change';
import { cpuMilliseconds } from '../../../builders/cpuTime';

const CONTENT_TITLE = 'activityData.notificationData.contentTitle';

const RULE = struct('', {
	title: prose('Title'),
	data: text('Data', { reads: 'data' }),
	inner: struct('Inner', { lines: list('Lines', prose('Line')) }),
});

it.each([
	['{{name}}', 'Dear {{name}}'],
	['{{name|customer}}', 'Dear {{name|customer}}, only this week.'],
	['{{ $json.name }}', 'Dear {{ $json.name }}'],
	['{{名字}}', '你好 {{名字}}'],
])('tells that nobody fills in %s', (source, title) => {
	expect(describeUnfilledTexts(RULE, { title })).toEqual([
		expect.stringMatching(/^Title holds .*the phone shows it like this/),
	]);
	expect(describeUnfilledTexts(RULE, { title })[0]).toContain(source);
});

it.each(['Two for one', 'a {{}} b', '{{ 1 + 1', '{ name }', '{{status}} at gate', '}}{{'])(
	'has nothing to say of "%s"',
	(title) => {
		const value = { title, data: '{{name}}', other: '{{name}}' };
		expect(describeUnfilledTexts(RULE, value, ['status'])).toEqual([]);
	},
);

it('names texts in lists and objects, and stumbles over no shape', () => {
	const inner = { lines: ['fine', '{{name}}', 3] };
	expect(describeUnfilledTexts(RULE, { inner })).toEqual([
		expect.stringMatching(/^Inner > Lines > Line holds \{\{name\}\}/),
	]);
	for (const value of [undefined, null, 'text', [inner], { inner: null }, { inner: [] }]) {
		expect(describeUnfilledTexts(RULE, value)).toEqual([]);
	}
});

it('warns of a notification as a whole, and lets it pass', () => {
	const notification = {
		category: 'MARKETING',
		title: 'Offer',
		body: 'Dear {{name|you}}',
		clickAction: { actionType: 0 },
	};
	const { faults, hints } = findRules('notification').inspect({ payload: { notification } });
	expect(faults).toEqual([]);
	expect(hints).toContainEqual(expect.stringMatching(/^Body holds \{\{name\|you\}\}/));
});

it('takes a placeholder of live views for one there alone', () => {
	const notification = {
		category: 'MARKETING',
		title: 'Dear {{status}}',
		body: 'Offer',
		clickAction: { actionType: 0 },
	};
	expect(findRules('notification').inspect({ payload: { notification } }).hints).toContainEqual(
		expect.stringMatching(/^Title holds \{\{status\}\}/),
	);
	const both = { [CONTENT_TITLE]: '{{status}} {{name}}' };
	expect(findHints(SEND_EXAMPLES.liveViewUpdate, both)).toEqual([
		expect.stringMatching(/holds \{\{name\}\}, and the phone shows it like this/),
	]);
	const known = { [CONTENT_TITLE]: '{{status}}' };
	expect(findHints(SEND_EXAMPLES.liveViewUpdate, known)).toEqual([]);
});

it('quotes no more than the beginning of what it found', () => {
	const title = `Dear {{${'x'.repeat(90)}}}`;
	expect(describeUnfilledTexts(RULE, { title })[0]).toMatch(/^Title holds \{\{x{38}\.\.\., /);
});

it('knows no placeholder by itself, and each whatever blanks stand around it', () => {
	expect(describeUnfilledTexts(RULE, { title: '{{Stryker was here}}' })).toHaveLength(1);
	expect(describeUnfilledTexts(RULE, { title: 'At {{ status }}' }, ['status'])).toEqual([]);
});

it('quotes what is just as long as that whole, and cuts no sign into halves', () => {
	const quoted = (name: string) =>
		/holds (.*), and the phone/s.exec(
			describeUnfilledTexts(RULE, { title: `{{${name}}}` })[0] ?? '',
		)?.[1];
	expect(quoted('x'.repeat(36))).toBe(`{{${'x'.repeat(36)}}}`);
	expect(quoted('x'.repeat(37))).toBe(`{{${'x'.repeat(37)}}...`);
	expect(quoted(`${'x'.repeat(37)}\u{1F600} and more`)).toBe(`{{${'x'.repeat(37)}...`);
});

it('sees braces of a Chinese keyboard, which no template knows', () => {
	for (const field of ['｛｛名字｝｝', '{｛名字｝}', '{{名字｝｝']) {
		expect(describeUnfilledTexts(RULE, { title: `你好 ${field}` })).toEqual([
			expect.stringMatching(`^Title holds ${field.replace(/[{}]/g, '\\$&')}, .*full width`),
		]);
	}
});

it.each([
	['names without an end', '{{x'.repeat(200_000)],
	['blanks', `{{${' '.repeat(600_000)}`],
	['open braces', '{'.repeat(600_000)],
	['long names', `{{${'x'.repeat(99)}`.repeat(6_000)],
	['fields that the phone fills in', '{{status}}'.repeat(60_000)],
])('looks through a huge text of %s in no time', (_, title) => {
	const began = cpuMilliseconds();
	expect(describeUnfilledTexts(RULE, { title }, ['status'])).toEqual([]);
	expect(cpuMilliseconds() - began).toBeLessThan(1_000);
});
