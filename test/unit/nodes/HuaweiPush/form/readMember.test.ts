import fc from 'fast-check';

import { kindOf, readMember } from '../../../../../nodes/HuaweiPush/form/readMember';
import {
	argbColor,
	flag,
	httpsUrl,
	integer,
	list,
	openInteger,
	openWord,
	prose,
	struct,
	text,
	type Rule,
} from '../../../../../push-kit/message/rule';
import { expectLinearTime, HOSTILE_LENGTH } from '../../../../builders/cpuTime';

const RULES = {
	prose: prose('Title'),
	word: text('Sound'),
	data: text('Extra Data', { reads: 'data' }),
	number: integer('TTL', 0, 9),
	flag: flag('Mute'),
	lines: list('Lines', prose('Line')),
	words: list('Icons', text('Icon')),
	rich: list('Text', struct('', { text: prose('Text') })),
	json: struct('Data', {}),
} as const;

const of = (kind: keyof typeof RULES) => (given: unknown) => readMember(RULES[kind], given);

describe('kindOf', () => {
	it.each(Object.entries(RULES))('%s', (kind, rule) => {
		expect(kindOf(rule)).toBe(kind);
	});

	it.each<[string, Rule, string]>([
		['an address', httpsUrl('Image URL'), 'word'],
		['a color', argbColor('Color'), 'word'],
		['a choice of words', openWord('Remind', [{ value: 'FLIP', name: 'Flip' }]), 'word'],
		['a choice of numbers', openInteger('Style', [{ value: 0, name: 'Plain' }]), 'number'],
	])('%s', (_, rule, kind) => {
		expect(kindOf(rule)).toBe(kind);
	});
});

describe('nothing', () => {
	const NOTHING = [undefined, null, '', ' ', '\n', '\u3000', '\uFEFF'];

	it.each(['prose', 'word', 'number', 'flag', 'words'] as const)(
		'is what nobody sees, for %s',
		(kind) => {
			expect(of(kind)('\u200b\u2060').value).toBeUndefined();
		},
	);

	it.each(Object.keys(RULES) as Array<keyof typeof RULES>)('is left out of %s', (kind) => {
		for (const given of NOTHING) expect(of(kind)(given).value).toBeUndefined();
		for (const given of NOTHING) expect(of(kind)(given).problem).toBeUndefined();
	});
});

describe('texts', () => {
	const texts = fc.string().filter((given) => given.trim() !== '');

	it('for people and for the app stay as they are, words lose their blanks', () => {
		fc.assert(
			fc.property(texts, (given) => {
				expect(of('prose')(given)).toEqual({ value: given });
				expect(of('data')(given)).toEqual({ value: given });
				expect(of('word')(given).value).toBe(given.trim());
			}),
		);
	});

	it('lose what a chat or a web page puts around them, unless they are for people', () => {
		const around = (given: string) => `\u2066\u200b${given}\u200b \u2069`;
		expect(of('word')(around('IM')).value).toBe('IM');
		expect(of('number')(around('7')).value).toBe(7);
		expect(of('flag')(around('True')).value).toBe(true);
		expect(of('words')(`${around('a.png')},${around('b.png')}`).value).toEqual(['a.png', 'b.png']);
		expect(of('prose')(around('Hi')).value).toBe(around('Hi'));
	});

	it('are made of every number and switch, never of an object', () => {
		const objects = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
		fc.assert(
			fc.property(fc.oneof(fc.double({ noNaN: true }), fc.boolean(), fc.bigInt()), (given) => {
				expect(of('prose')(given).value).toBe(String(given));
				expect(of('word')(given).value).toBe(String(given));
			}),
		);
		fc.assert(
			fc.property(objects, (given) => {
				expect(of('prose')(given).problem).toMatch(/takes a text/);
				expect(of('word')(given).problem).toMatch(/takes a text/);
				expect(of('data')(given).value).toBe(JSON.stringify(given));
			}),
		);
	});

	it('of dates are what n8n makes of them within a text', () => {
		expect(of('prose')(new Date(0)).value).toBe('1970-01-01T00:00:00.000Z');
		expect(of('prose')(new Date(Number.NaN)).value).toBeUndefined();
		expect(of('prose')(Number.NaN).value).toBeUndefined();
	});
});

describe('numbers', () => {
	it('come out of their text, whatever blanks stand around it', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (given) => {
				expect(of('number')(given).value).toBe(given);
				expect(of('number')(` ${given}\n`).value).toBe(Number(String(given)));
			}),
		);
	});

	it.each(['one', '1,000', '1 000', '0x10', 'Infinity', '1e', '--1', '1.2.3', '.', '１'])(
		'%s stays a text, for the rule to refuse',
		(given) => {
			expect(of('number')(given)).toEqual({ value: given });
		},
	);

	it.each([
		'1'.repeat(HOSTILE_LENGTH) + 'x',
		`1e${'1'.repeat(HOSTILE_LENGTH)}x`,
		`${'1'.repeat(HOSTILE_LENGTH)}.x`,
	])('takes no more than linear time', (given) => {
		expectLinearTime(() => of('number')(given));
	});
});

describe('switches', () => {
	it.each<[unknown, unknown]>([
		[true, true],
		['TRUE', true],
		[' True\n', true],
		['false', false],
		['FALSE ', false],
		['yes', 'yes'],
		['1', '1'],
		[1, 1],
		[0, 0],
	])('%j is %j', (given, value) => {
		expect(of('flag')(given).value).toBe(value);
	});
});

describe('lists', () => {
	it.each<['lines' | 'words', unknown, unknown]>([
		['lines', 'a\r\n b \n\nc', ['a', ' b ', 'c']],
		['lines', 'a, b', ['a, b']],
		['lines', ['a', null, undefined, '', 1, true], ['a', '1', 'true']],
		['words', 'a, b，c；d\ne', ['a', 'b', 'c', 'd', 'e']],
		['words', '["a.png", "b.png"]', ['a.png', 'b.png']],
		['words', ['a ', null, ' b'], ['a', 'b']],
		['words', '[a, b', ['[a', 'b']],
		['lines', '["a"]', ['["a"]']],
		['lines', [], undefined],
	])('%s of %j', (kind, given, value) => {
		expect(of(kind)(given)).toEqual(value === undefined ? {} : { value });
	});

	it.each([[[{ name: 'a' }]], [[['a']]], [['a', {}]]])('%j is refused', (given) => {
		expect(of('lines')(given).problem).toMatch(/list of texts/);
		expect(of('words')(given).problem).toMatch(/list of texts/);
	});

	it('a text for people becomes a piece; pieces of an expression stay', () => {
		expect(of('rich')(' a ')).toMatchObject({ value: [{ text: ' a ' }] });
		expect(of('rich')(7)).toMatchObject({ value: [{ text: '7' }] });
		expect(of('rich')([{ text: 'a' }])).toEqual({ value: [{ text: 'a' }] });
	});
});

describe('what is nested without end', () => {
	let deep: unknown = 'x';
	for (let level = 0; level < 50_000; level += 1) deep = [deep];
	it.each(Object.entries(RULES))('is refused in words: %s', (_, rule) => {
		expect(readMember(rule, deep).problem).toMatch(/nested more than 100 levels/);
	});

	it('is refused as text, too', () => {
		const text = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
		const { problem } = of('json')(text);
		expect(problem).toMatch(/nested more than 100 levels/);
	});
});

it.each(Object.entries(RULES))(
	'an object that has no text of its own ends no run: %s',
	(_, rule) => {
		const strange = { toString: null, valueOf: null };
		for (const given of [strange, [strange], [[strange]]]) {
			expect(() => readMember(rule, given)).not.toThrow();
		}
	},
);
