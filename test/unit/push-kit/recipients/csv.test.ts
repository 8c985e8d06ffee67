import fc from 'fast-check';

import {
	closingQuote,
	NO_SEPARATOR,
	openingQuote,
	readCell,
	readCells,
	readCsvStart,
} from '../../../../push-kit/recipients/csv';

const separator = fc.constantFrom(',', ';', '\t', '|');
const text = fc.stringMatching(/^[a-z0-9 ",;|\t\n]{0,12}$/);
const write = (cells: string[], sign: string) =>
	cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(sign);

describe('cells of CSV', () => {
	it('come back as they were written, one by one and all at once', () => {
		fc.assert(
			fc.property(fc.array(text, { minLength: 1 }), separator, (cells, sign) => {
				const row = write(cells, sign);
				expect(readCells(row, sign)).toEqual(cells);
				cells.forEach((cell, index) => expect(readCell(row, sign, index)).toBe(cell));
			}),
		);
	});

	it('are blank where the row is shorter', () => {
		expect([readCell('a,b', ',', 2), readCell('"a"', ',', 1), readCell('', ',', 0)]).toEqual([
			'',
			'',
			'',
		]);
		expect([0, 1, 2].map((index) => readCell('a,b,c', ',', index))).toEqual(['a', 'b', 'c']);
	});

	it('keep what stands behind their quotes, and quotes within them', () => {
		expect(readCells(' "a" x,5" pipe,"open', ',')).toEqual(['a x', '5" pipe', 'open']);
		expect(readCells('a,b,c', ',', 2)).toEqual(['a', 'b']);
		expect(openingQuote('\u00a0 "a"', 0, ',')).toBe(2);
		expect(closingQuote('"a""b",', 0)).toBe(5);
	});
});

describe('the beginning of a CSV', () => {
	it('tells the separator by the name that is asked for, before the most frequent one', () => {
		expect(readCsvStart('a,b,c;token\n', 'token').separator).toBe(';');
		expect(readCsvStart('a,b;c,d\n', 'x').separator).toBe(',');
		expect(readCsvStart('token\n', 'token').separator).toBe(NO_SEPARATOR);
	});

	it('believes the line of a spreadsheet, and passes over rows that say nothing', () => {
		expect(readCsvStart('sep=;\r\n;;\r\nid,x;t\r\n', 't')).toEqual({
			separator: ';',
			skipped: 7,
			cells: ['id,x', 't'],
		});
	});
});
