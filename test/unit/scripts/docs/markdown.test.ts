import fc from 'fast-check';

import { CONSOLE_STEPS } from '../../../../push-kit/catalog/consoleSteps';
import { code, page, plain, remedy, table } from '../../../../scripts/docs/markdown';

describe('plain', () => {
	it.each([
		['a | b', 'a \\| b'],
		['<b>', '&lt;b>'],
		['5 * 3', '5 \\* 3'],
		['one\n  two', 'one<br>two'],
		['C:\\temp', 'C:\\\\temp'],
	])('escapes %j', (text, escaped) => {
		expect(plain(text)).toBe(escaped);
	});

	it('never leaves a border, a tag or a line break open, whatever the text', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const cell = plain(text).replaceAll('<br>', '');
				expect(cell).not.toMatch(/(?<!\\)(?:\\\\)*\||<|\n/);
			}),
		);
	});
});

describe('code', () => {
	it('keeps the words as they are, but for the border', () => {
		expect(code('a|b')).toBe('`a\\|b`');
		expect(code(7)).toBe('`7`');
	});

	it('refuses what would end it', () => {
		expect(() => code('a`b')).toThrow(RangeError);
	});
});

describe('table', () => {
	it('has a head, a rule and the rows', () => {
		expect(table(['A', 'B'], [['1', '2']])).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |');
	});

	it('refuses a row of another length', () => {
		expect(() => table(['A', 'B'], [['1']])).toThrow('Not 2 cells: 1');
	});
});

describe('remedy', () => {
	it('leaves out the way to the labels, which a page names once', () => {
		expect(CONSOLE_STEPS.sendRate).toContain('https://');
		expect(remedy(CONSOLE_STEPS.sendRate)).not.toMatch(/https:|labels/);
		expect(remedy(`${CONSOLE_STEPS.sendRate} Then go on.`)).toMatch(/\. Then go on\.$/);
	});
});

describe('page', () => {
	it('has no empty part and one line break at its end', () => {
		expect(page(['# A', '', 'b'])).toBe('# A\n\nb\n');
	});
});
