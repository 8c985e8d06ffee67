import { makeFigure, measure } from '../../../bench/figures';
import { formatMarkdownTable, formatNumber, formatTable } from '../../../bench/table';

const FIGURES = [
	makeFigure('10,000 customers', measure('ms', [84]), {
		peer: measure('ms', [25_200]),
		goal: { kind: 'ratioAtLeast', value: 100 },
	}),
	makeFigure('Memory', measure('MB', [260.4]), { goal: { kind: 'atMost', value: 250 } }),
	makeFigure('Reads', measure('count', [1])),
];

describe('formatTable', () => {
	test('aligns its columns and judges each figure', () => {
		expect(formatTable(FIGURES).split('\n')).toEqual([
			'                    This package       Peer  Ratio            Goal  Reached',
			`  ${'─'.repeat(73)}`,
			'  10,000 customers         84 ms  25,200 ms  300 x           100 x      yes',
			'  Memory                  260 MB          –      –  at most 250 MB       no',
			'  Reads                        1          –      –               –        –',
		]);
	});
});

describe('formatMarkdownTable', () => {
	test('writes the same cells', () => {
		expect(formatMarkdownTable(FIGURES).split('\n').slice(1)).toEqual([
			'| --- | ---: | ---: | ---: | ---: | ---: |',
			'| 10,000 customers | 84 ms | 25,200 ms | 300 x | 100 x | yes |',
			'| Memory | 260 MB | – | – | at most 250 MB | no |',
			'| Reads | 1 | – | – | – | – |',
		]);
	});
});

describe('formatNumber', () => {
	test.each([
		[25_200, '25,200'],
		[25_200.7, '25,201'],
		[123.4, '123'],
		[12.34, '12.3'],
		[1.256, '1.26'],
		[0.3334, '0.333'],
		[0.00012, '0.000'],
		[-12.9, '-12.9'],
		[0, '0'],
	])('%d is written %s', (value, text) => {
		expect(formatNumber(value)).toBe(text);
	});
});
