import fc from 'fast-check';

import { copyUnknown, parseKeepingDigits } from '../../../../push-kit/receipt/receiptJson';

const NONE: ReadonlySet<string> = new Set();

describe('parseKeepingDigits', () => {
	it.each([
		['{"a":9007199254740993}', { a: '9007199254740993' }],
		['{"a":-9007199254740993}', { a: '-9007199254740993' }],
		['{"a" : \n 123456789012345678901234567890 }', { a: '123456789012345678901234567890' }],
		['[1,9007199254740993,9007199254740995]', [1, '9007199254740993', '9007199254740995']],
		['{"a":{"b":[{"c":9007199254740993}]}}', { a: { b: [{ c: '9007199254740993' }] } }],
		['{"a":"x","b":9007199254740993}', { a: 'x', b: '9007199254740993' }],
		['{"a":"\\\\","b":9007199254740993}', { a: '\\', b: '9007199254740993' }],
		['{"a":"\\\\\\"","b":9007199254740993}', { a: '\\"', b: '9007199254740993' }],
	])('keeps the digits of %s', (json, value) => {
		expect(parseKeepingDigits(json)).toEqual(value);
	});

	it.each([
		'{"a":9007199254740991}',
		'{"a":-9007199254740991}',
		'{"a":1234567890123456}',
		'{"a":12345678901234567.5}',
		'{"a":0.12345678901234567890}',
		'{"a":1.7e21,"b":1e-12345678901234567,"c":12345678901234567e2,"d":12345678901234567E+2}',
		'{"a":"text, 9007199254740993, and more"}',
		'{"a":"he said: \\":9007199254740993,\\""}',
		'{"a":"\\\\\\\\\\" : 9007199254740993 ,","b":[9007199254740991]}',
		'{"9007199254740993":1}',
		'{"token":100000000000000000000}',
	])('leaves %s as JSON.parse reads it', (json) => {
		expect(parseKeepingDigits(json)).toEqual(JSON.parse(json));
	});

	it.each([
		'',
		'{"a":00000000000000000001}',
		'{"a":1,9007199254740993:2}',
		'[9007199254740993',
		'[1 9007199254740993]',
		'{"a":"9007199254740993}',
		'{"a":9007199254740993x}',
	])('throws for %j, as JSON.parse does', (json) => {
		expect(() => parseKeepingDigits(json)).toThrow(SyntaxError);
	});

	it('reads whatever JSON as JSON.parse does, but for long whole numbers', () => {
		const value = fc.jsonValue({ maxDepth: 4 });
		const long = fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n });
		fc.assert(
			fc.property(value, value, long, fc.boolean(), (before, after, number, negative) => {
				const digits = `${negative ? '-' : ''}${number}`;
				const json = `{"before":${JSON.stringify(before)},"id":${digits},"after":${JSON.stringify(after)}}`;
				const plain = `{"before":${JSON.stringify(before)},"id":"${digits}","after":${JSON.stringify(after)}}`;
				const expected: unknown = JSON.parse(plain, (_name, member: unknown) =>
					typeof member === 'number' && Number.isInteger(member) && !Number.isSafeInteger(member)
						? expect.anything()
						: member,
				);
				expect(parseKeepingDigits(json)).toEqual(expected);
			}),
		);
	});

	it('throws for what is no JSON exactly where JSON.parse does', () => {
		const piece = fc.constantFrom(
			...[
				'"',
				'\\',
				',',
				':',
				'[',
				']',
				'{',
				'}',
				' ',
				'9007199254740993',
				'1',
				'-',
				'.',
				'e',
				'a',
			],
		);
		const fails = (parse: () => unknown) => {
			try {
				parse();
				return false;
			} catch (error) {
				expect(error).toBeInstanceOf(SyntaxError);
				return true;
			}
		};
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
				const text = `[${pieces.join('')}]`;
				expect(fails(() => parseKeepingDigits(text))).toBe(fails(() => JSON.parse(text)));
			}),
			{ numRuns: 500 },
		);
	});
});

describe('copyUnknown', () => {
	it('leaves out what is known', () => {
		expect(copyUnknown({ a: 1, b: [null, { c: 'x' }], d: null }, new Set(['a']))).toEqual({
			b: [null, { c: 'x' }],
			d: null,
		});
	});

	it('leaves out names that could change a prototype, at every level', () => {
		const source = JSON.parse(
			'{"__proto__":{"x":1},"a":{"constructor":{"prototype":{"y":1}},"b":[{"__proto__":1,"c":2}]}}',
		);
		const copy = copyUnknown(source, NONE);
		expect(JSON.stringify(copy)).toBe('{"a":{"b":[{"c":2}]}}');
		expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
	});

	it('keeps 31 levels below the member, and nothing deeper', () => {
		const nest = (levels: number) => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels));
		expect(copyUnknown(nest(32), NONE)).toEqual(nest(32));
		expect(JSON.stringify(copyUnknown(nest(33), NONE))).not.toContain('1');
		const list = JSON.parse(`{"a":${'['.repeat(40)}${']'.repeat(40)}}`);
		expect(JSON.stringify(copyUnknown(list, NONE))).toContain('[null]');
	});
});
