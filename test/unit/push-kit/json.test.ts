import fc from 'fast-check';

import {
	filledMembers,
	isObject,
	isTooDeep,
	memberOf,
	membersOf,
	textOf,
} from '../../../push-kit/json';

const NO_OBJECTS: readonly unknown[] = [undefined, null, '', 'text', 0, 1, true, [], [{ a: 1 }]];

describe('isObject', () => {
	it.each([[{}], [{ a: 1 }], [Object.create(null)]])('takes %p', (value) => {
		expect(isObject(value)).toBe(true);
	});

	it.each(NO_OBJECTS.map((value) => [value]))('does not take %p', (value) => {
		expect(isObject(value)).toBe(false);
	});
});

describe('membersOf', () => {
	it('gives the object itself', () => {
		const value = { a: 1 };
		expect(membersOf(value)).toBe(value);
	});

	it.each(NO_OBJECTS.map((value) => [value]))('gives nothing of %p', (value) => {
		expect(membersOf(value)).toEqual({});
	});
});

describe('filledMembers', () => {
	it('keeps what says something, and 0, false and a blank do', () => {
		const filled = { zero: 0, no: false, blank: ' ', list: [], object: {} };
		expect(filledMembers({ ...filled, a: undefined, b: null, c: '' })).toEqual(filled);
	});

	it.each(NO_OBJECTS.map((value) => [value]))('gives nothing of %p', (value) => {
		expect(filledMembers(value)).toEqual({});
	});

	it('leaves the value alone, and is settled after the first time', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const before = JSON.stringify(value);
				const filled = filledMembers(value);
				expect(JSON.stringify(value)).toBe(before);
				expect(filledMembers(filled)).toEqual(filled);
			}),
		);
	});
});

describe('memberOf', () => {
	it('gives a member that the value itself has', () => {
		expect(memberOf({ a: 0 }, 'a')).toBe(0);
		expect(memberOf(JSON.parse('{"__proto__": 1}'), '__proto__')).toBe(1);
		expect(memberOf(['x'], '0')).toBe('x');
	});

	it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
		'gives no inherited %s',
		(name) => {
			expect(memberOf({}, name)).toBeUndefined();
			expect(memberOf(Object.create({ [name]: 1 }), name)).toBeUndefined();
		},
	);

	it('gives what JSON says, of every name', () => {
		fc.assert(
			fc.property(fc.string(), fc.jsonValue(), (name, value) => {
				// JSON has no -0.
				const read: unknown = JSON.parse(JSON.stringify(value));
				expect(memberOf(JSON.parse(JSON.stringify({ [name]: value })), name)).toEqual(read);
			}),
		);
	});

	it.each([undefined, null, 'text', 7, true])('gives nothing of %p', (value) => {
		expect(memberOf(value, 'length')).toBeUndefined();
	});
});

describe('isTooDeep', () => {
	const nested = (levels: number, by: (inner: unknown) => unknown): unknown => {
		let value: unknown = 'text';
		for (let level = 0; level < levels; level += 1) value = by(value);
		return value;
	};

	it.each([
		['lists', (inner: unknown) => [inner]],
		['objects', (inner: unknown) => ({ inner })],
		['both, with others beside', (inner: unknown) => [1, { a: [], inner }, null]],
	])('tells 100,000 levels from none: %s', (_, by) => {
		expect(isTooDeep(nested(100_000, by))).toBe(true);
		expect(isTooDeep(nested(20, by))).toBe(false);
	});

	it('takes 100 levels, and no more', () => {
		expect(isTooDeep(nested(100, (inner) => [inner]))).toBe(false);
		expect(isTooDeep(nested(101, (inner) => [inner]))).toBe(true);
	});

	it('ends where an object holds itself', () => {
		const circle: Record<string, unknown> = {};
		circle.left = circle;
		circle.right = { circle };
		expect(isTooDeep(circle)).toBe(true);
	});

	it.each([undefined, null, 'text', 7, true, [], {}])('takes %p', (value) => {
		expect(isTooDeep(value)).toBe(false);
	});
});

describe('textOf', () => {
	it.each([
		['text', 'text'],
		[7, '7'],
		[null, 'null'],
		[['a', 'b'], 'a,b'],
		[{}, '[object Object]'],
		[{ toString: null, valueOf: null }, '[object Object]'],
		[{ toString: 'no function' }, '[object Object]'],
		[[{ toString: false }], '[object Object]'],
	])('writes %j as %s', (value, text) => {
		expect(textOf(value)).toBe(text);
	});
});
