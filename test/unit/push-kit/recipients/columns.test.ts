import fc from 'fast-check';

import { bareName, findColumn, findMeant } from '../../../../push-kit/recipients/columns';

const TOKEN = 'A'.repeat(40);

describe('the column of a file', () => {
	it('is found by its name, whatever stands beside it', () => {
		const name = fc.stringMatching(/^[a-z]{1,8}$/);
		fc.assert(
			fc.property(fc.uniqueArray(name, { minLength: 1 }), fc.nat(), (names, any) => {
				const index = any % names.length;
				const found = findColumn(` ${names[index] ?? ''} `, names);
				expect(found).toEqual({ index, hasHeader: true });
			}),
		);
	});

	it('is found by its number in a file without names', () => {
		expect(findColumn('2', ['5', TOKEN])).toEqual({ index: 1, hasHeader: false });
		expect(findColumn('1', ['Ann', 'T1'])).toEqual({ index: 0, hasHeader: false });
	});

	it('is the one in that place where a row with a token holds the same number', () => {
		expect(findColumn('1', [TOKEN, '1'])).toEqual({ index: 0, hasHeader: false });
		expect(findColumn('2', ['2', TOKEN])).toEqual({ index: 1, hasHeader: false });
	});

	it('is refused where a number may be a name or a place', () => {
		expect(() => findColumn('1', ['0', '1'])).toThrow('these are two');
		expect(findColumn('1', ['1', '2'])).toEqual({ index: 0, hasHeader: true });
		expect(findColumn('2025', ['id', '2025'])).toEqual({ index: 1, hasHeader: true });
	});

	it('is refused where it is not there, with what there is', () => {
		expect(() => findColumn('t', ['t', 't'])).toThrow('several columns "t"');
		expect(() => findColumn('push_token', ['id', 'PushToken'])).toThrow('but "PushToken"');
		expect(() => findColumn('3', ['id', 'name'])).toThrow('"id", "name"');
		expect(() => findColumn('0', ['id', 'name'])).toThrow('There is no column "0"');
		expect(() => findColumn('x', [TOKEN])).not.toThrow(TOKEN);
	});
});

it('takes names for the same that differ in spelling only', () => {
	expect(bareName('\uFEFFPush_Token ')).toBe(bareName('push-token'));
	expect(findMeant('pushtoken', ['id', 'Push Token'])).toBe('Push Token');
	expect(findMeant('pushtoken', ['id'])).toBeUndefined();
});
