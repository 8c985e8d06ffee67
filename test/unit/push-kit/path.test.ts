import fc from 'fast-check';

import { readPath } from '../../../push-kit/path';
import { expectLinearTime, HOSTILE_LENGTH } from '../../builders/cpuTime';

const DEVICES = [{ token: 'A' }, { name: 'no token' }, { token: 'B' }];

describe('readPath', () => {
	it.each<[string, unknown, unknown]>([
		['token', { token: 'A' }, 'A'],
		['a.b', { a: { b: 1 } }, 1],
		['a.b', { 'a.b': 'whole', a: { b: 1 } }, 'whole'],
		['tokens[0]', { 'tokens[0]': 'whole', tokens: ['A'] }, 'whole'],
		['tokens[1]', { tokens: ['A', 'B'] }, 'B'],
		['tokens[9]', { tokens: ['A'] }, undefined],
		['["push token"]', { 'push token': 'A' }, 'A'],
		["['push.token']", { 'push.token': 'A' }, 'A'],
		['a["b c"].d', { a: { 'b c': { d: 'A' } } }, 'A'],
		['devices[*].token', { devices: DEVICES }, ['A', 'B']],
		['devices.token', { devices: DEVICES }, ['A', 'B']],
		['devices[].token', { devices: DEVICES }, ['A', 'B']],
		['devices[0].token', { devices: DEVICES }, 'A'],
		['users[*].devices[*].token', { users: [{ devices: DEVICES }] }, ['A', 'B']],
		['users.devices.token', { users: [{ devices: DEVICES }, { devices: [] }] }, ['A', 'B']],
		['tokens[*]', { tokens: ['A', 'B'] }, ['A', 'B']],
		['devices[*].token', { devices: { token: 'A' } }, undefined],
		['devices[*].none', { devices: DEVICES }, undefined],
		['a.b.c', { a: 'text' }, undefined],
		['a.b', { a: null }, undefined],
		['a', null, undefined],
		['constructor', {}, undefined],
		['__proto__', {}, undefined],
		['a.toString', { a: {} }, undefined],
		['name.length', { name: 'Ann' }, undefined],
		['令牌', { 令牌: 'A' }, 'A'],
	])('%s of %j', (path, json, value) => {
		expect(readPath(json, path)).toEqual(value);
	});

	it('finds every member by its quoted name', () => {
		const name = fc.string({ minLength: 1 }).filter((text) => !text.includes('"'));
		fc.assert(
			fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), fc.string(), (names, value) => {
				const json = names.reduceRight<unknown>(
					(inner, key) => Object.fromEntries([[key, inner]]),
					value,
				);
				expect(readPath(json, names.map((key) => `["${key}"]`).join(''))).toBe(value);
			}),
		);
	});

	it.each([
		['dots', '.'.repeat(HOSTILE_LENGTH)],
		['brackets', '['.repeat(HOSTILE_LENGTH)],
		['open quotes', '["'.repeat(HOSTILE_LENGTH / 2)],
		['quotes of both kinds', `["${"['".repeat(HOSTILE_LENGTH / 2)}`],
		['digits', `[${'1'.repeat(HOSTILE_LENGTH)}`],
		['a deep path', 'a.'.repeat(HOSTILE_LENGTH / 2)],
	])('takes no more than linear time: %s', (_, path) => {
		expectLinearTime(() => readPath({ a: 1 }, path));
	});

	it('reads lists within lists, and finds nothing in those without end', () => {
		const nested = (levels: number) => {
			let value: unknown = { token: 'A' };
			for (let level = 0; level < levels; level += 1) value = [value];
			return { devices: value };
		};
		expect(readPath(nested(20), 'devices.token')).toEqual(['A']);
		expect(readPath(nested(100_000), 'devices.token')).toBeUndefined();
		expect(
			readPath({ devices: [{ token: ['A', 'B'] }, [{ token: 'C' }]] }, 'devices.token'),
		).toEqual(['A', 'B', 'C']);
	});
});
