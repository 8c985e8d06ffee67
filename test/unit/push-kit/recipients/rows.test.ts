import fc from 'fast-check';

import { RowCutter } from '../../../../push-kit/recipients/rows';

function cut(pieces: string[], separator?: string): string[] {
	const cutter = new RowCutter(separator);
	const rows = pieces.flatMap((piece) => cutter.push(piece));
	rows.push(...cutter.end());
	expect(cutter.count).toBe(rows.length);
	return rows;
}

const cell = fc.stringMatching(/^[a-z,;"\r\n]{0,6}$/);
const lineBreak = fc.constantFrom('\n', '\r\n', '\r');

describe('rows of a text', () => {
	it('are its lines, wherever the pieces are cut', () => {
		const lines = fc.array(fc.stringMatching(/^[a-z",]{1,6}$/), { minLength: 1 });
		fc.assert(
			fc.property(lines, lineBreak, fc.integer({ min: 1, max: 4 }), (rows, sign, size) => {
				const text = rows.join(sign);
				expect(cut(text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [])).toEqual(rows);
			}),
		);
	});

	it('hold the line breaks of quoted cells, wherever the pieces are cut', () => {
		const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1 });
		fc.assert(
			fc.property(table, lineBreak, fc.integer({ min: 1, max: 4 }), (cells, sign, size) => {
				const rows = cells.map((row) =>
					row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','),
				);
				const pieces = rows.join(sign).match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
				expect(cut(pieces, ',')).toEqual(rows);
			}),
		);
	});

	it('count blank ones, and those before the text', () => {
		expect(cut(['a\n\n', '\nb'])).toEqual(['a', '', '', 'b']);
		const cutter = new RowCutter(undefined, 1);
		cutter.push('a\n');
		expect(cutter.count).toBe(2);
	});

	it('end with a fault where a quote or a row has no end', () => {
		expect(() => cut(['a,b\n"x,', 'y\nz'], ',')).toThrow('Row 2 has a cell whose quotation mark');
		expect(() => cut(['"x\ny"z\n'], ',')).toThrow('Row 1 has a cell whose quotation mark');
		expect(() => cut(['x'.repeat(1_000_001)])).toThrow('Row 1 has more than 1,000,000 characters');
		expect(cut(['x'.repeat(1_000_000)])).toHaveLength(1);
	});
});
