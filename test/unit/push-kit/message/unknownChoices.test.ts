import fc from 'fast-check';

import {
	flag,
	list,
	openInteger,
	openWord,
	struct,
	text,
	type Choice,
	type Rules,
} from '../../../../push-kit/message/rule';
import { describeUnknownChoices } from '../../../../push-kit/message/unknownChoices';

const SIZES: readonly Choice[] = [
	{ value: -1, name: 'Small' },
	{ value: 0, name: 'Large' },
];
const MOODS: readonly Choice[] = [{ value: 'CALM', name: 'Calm' }];

const RULES = {
	size: openInteger('Size', SIZES),
	time: { ...openInteger('Time', SIZES), unit: 'Seconds' },
	mood: openWord('Mood', MOODS),
	open: openInteger('Open'),
	closed: { title: 'Closed', choices: SIZES, enum: [-1, 0] },
	name: text('Name'),
	flag: flag('Flag'),
	inside: struct('Inside', {
		size: openInteger('Size', SIZES),
		deep: struct('', { mood: openWord('Mood', MOODS) }),
	}),
	entries: list('Entries', struct('Entry', { size: openInteger('Size', SIZES) })),
	words: list('Words', text('Word')),
} satisfies Rules;

const unknown = (field: string): string => `${field} is not known here: it is sent as it is.`;

describe('unknown choices', () => {
	it.each<[string, unknown, string[]]>([
		['a number', { size: 7 }, ['Size 7']],
		['a number with its unit', { time: 7 }, ['Time (Seconds) 7']],
		['a word', { mood: 'calm' }, ['Mood "calm"']],
		['an empty word', { mood: '' }, ['Mood ""']],
		['a number that is written as a word', { size: '0' }, ['Size "0"']],
		['a value inside', { inside: { size: 7 } }, ['Inside > Size 7']],
		[
			'a value inside what the form does not show',
			{ inside: { deep: { mood: 'X' } } },
			['Inside > Mood "X"'],
		],
		['values of entries', { entries: [{ size: 7 }, { size: 0 }, {}] }, ['Entries > Size 7']],
		['several', { size: 7, mood: 'X' }, ['Size 7', 'Mood "X"']],
	])('are told of %s', (_what, value, fields) => {
		expect(describeUnknownChoices(RULES, value)).toEqual(fields.map(unknown));
	});

	it('are told with the titles around them', () => {
		expect(describeUnknownChoices(RULES, { inside: { size: 7 } }, ['Card'])).toEqual([
			unknown('Card > Inside > Size 7'),
		]);
	});

	it('show the beginning of a long word only, and no half character', () => {
		expect(describeUnknownChoices(RULES, { mood: '😀'.repeat(41) })).toEqual([
			unknown(`Mood "${'😀'.repeat(40)}..."`),
		]);
		expect(describeUnknownChoices(RULES, { mood: '😀'.repeat(40) })).toEqual([
			unknown(`Mood "${'😀'.repeat(40)}"`),
		]);
	});

	it.each<[string, unknown]>([
		['known ones', { size: -1, time: 0, mood: 'CALM', inside: { size: 0 } }],
		['a field whose values are not listed', { open: 7 }],
		['a field of which the validator speaks', { closed: 7 }],
		['other fields', { name: 'X', flag: true, words: ['X'], later: 7 }],
		['a field that is not there', { size: undefined }],
		['entries that are no list', { entries: { size: 7 } }],
		['an inside that is no object', { inside: [{ size: 7 }] }],
	])('are not told of %s', (_what, value) => {
		expect(describeUnknownChoices(RULES, value)).toEqual([]);
	});

	it('judge any value without throwing', () => {
		fc.assert(
			fc.property(fc.anything({ withNullPrototype: true }), (value) => {
				describeUnknownChoices(RULES, value);
				describeUnknownChoices(RULES, { inside: value, entries: [value] });
			}),
		);
	});
});
