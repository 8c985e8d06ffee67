/** Cells of a row of CSV, as spreadsheets, databases and people write them (RFC 4180, and what they make of it). */

import { saysSomething } from './rowReader';

/** For a file of one column: no row holds a line break outside of quotes. */
export const NO_SEPARATOR = '\n';

const SEPARATORS = [',', ';', '\t', '|'];

const BLANKS = ' \t\u00A0';
const QUOTE = 0x22;
const NO_BREAK_BLANK = 0xa0;

/** Where the quotes of the cell at `at` open, blanks before them passed over; -1 for a cell without. */
export function openingQuote(text: string, at: number, separator: string): number {
	let open = at;
	for (;;) {
		// Most cells begin with a letter or digit.
		if (text.charCodeAt(open) > QUOTE && text.charCodeAt(open) < NO_BREAK_BLANK) return -1;
		const sign = text.charAt(open);
		if (sign === '"') return open;
		if (sign === '' || sign === separator || !BLANKS.includes(sign)) return -1;
		open += 1;
	}
}

/** Where the quotes that open at `open` close, passing over doubled ones; -1 if they do not. */
export function closingQuote(text: string, open: number): number {
	let close = text.indexOf('"', open + 1);
	while (close >= 0 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2);
	return close;
}

/**
 * The text of one cell, without its quotes; blank where the row is shorter.
 *
 * @param index from 0
 */
export function readCell(row: string, separator: string, index: number): string {
	if (row.includes('"')) return readCells(row, separator, index + 1)[index] ?? '';
	let start = 0;
	for (let before = index; before > 0; before -= 1) {
		const end = row.indexOf(separator, start);
		if (end < 0) return '';
		start = end + separator.length;
	}
	const end = row.indexOf(separator, start);
	return end < 0 ? row.slice(start) : row.slice(start, end);
}

/** The texts of all cells of a row, or of the first ones. What stands behind closed quotes belongs to the cell. */
export function readCells(row: string, separator: string, most = Infinity): string[] {
	const cells: string[] = [];
	let start = 0;
	for (;;) {
		const open = openingQuote(row, start, separator);
		const close = open < 0 ? -1 : closingQuote(row, open);
		const quoted = open < 0 ? '' : row.slice(open + 1, close < 0 ? row.length : close);
		const behind = close < 0 ? (open < 0 ? start : row.length) : close + 1;
		const next = row.indexOf(separator, behind);
		const end = next < 0 ? row.length : next;
		cells.push(quoted.replaceAll('""', '"') + row.slice(behind, end));
		if (next < 0 || cells.length >= most) return cells;
		start = next + separator.length;
	}
}

/** What the first lines of a file say about its cells. */
export interface CsvStart {
	readonly separator: string;
	/** Characters of Excel's line `sep=;`, with its line break. */
	readonly skipped: number;
	/** The cells of the first row that says something. */
	readonly cells: readonly string[];
}

/**
 * How a file separates its cells: as Excel's first line says, else by the sign that gives the header line a cell
 * of that name, else by the most frequent one outside of quotes.
 *
 * @param head the beginning of a file, with its whole first row
 * @param column a name that the header line may hold
 */
export function readCsvStart(head: string, column: string): CsvStart {
	const [line, told] = /^sep=([^\r\n])[^\S\r\n]*(?:\r\n?|\n|$)/i.exec(head) ?? ['', undefined];
	const row = firstRow(head.slice(line.length));
	const counted = SEPARATORS.map((separator) => ({ separator, cells: readCells(row, separator) }))
		.filter(({ cells }) => cells.length > 1)
		.sort((one, other) => other.cells.length - one.cells.length);
	const named = counted.find(({ cells }) => cells.some((cell) => cell.trim() === column));
	const separator = told ?? (named ?? counted[0])?.separator ?? NO_SEPARATOR;
	return { separator, skipped: line.length, cells: readCells(row, separator) };
}

/** The first row that says something, up to a line break outside of quotes. */
function firstRow(text: string): string {
	for (const [row] of text.matchAll(/(?:"[^"]*(?:"|$)|[^"\r\n])+/g)) {
		if (saysSomething(row)) return row;
	}
	return '';
}
