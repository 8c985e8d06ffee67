/** Rows of a text that arrives in pieces: lines, or rows of CSV whose quoted cells may hold line breaks. */

import { closingQuote, NO_SEPARATOR, openingQuote } from './csv';
import { TokenFileFault } from './tokenFileFault';

/** Characters of a quoted cell: a longer one was never closed, and would swallow the rows behind it. */
const LONGEST_QUOTED_CELL = 100_000;

/** Characters of a row: a file without line breaks would be kept in memory as a whole. */
const LONGEST_ROW = 1_000_000;

/** Cuts a text into rows at CR, LF and CRLF. */
export class RowCutter {
	/** What there is of the last row, until its end comes. */
	private rest = '';
	private cut: number;
	private endsWithCr = false;

	/**
	 * @param separator of CSV cells; `undefined` for plain lines, in which quotes mean nothing
	 * @param before lines of the file that stand before the text
	 */
	constructor(
		private readonly separator: string | undefined,
		before = 0,
	) {
		this.cut = before;
	}

	/** The number of rows so far, blank ones included, as a spreadsheet or text editor counts them. */
	get count(): number {
		return this.cut;
	}

	/**
	 * The rows that this piece completes, blank ones included, without their line breaks.
	 *
	 * @throws {TokenFileFault} for a row or a quoted cell without an end
	 */
	push(piece: string): string[] {
		const text = this.rest + piece;
		this.rest = text;
		// What has no line break need not be searched: so a long row is joined once, not with each piece.
		const rows = /[\r\n]/.test(piece) ? this.cutRows(text) : [];
		if (this.rest.length > LONGEST_ROW) {
			throw new TokenFileFault(
				`Row ${this.cut + 1} has more than ${LONGEST_ROW.toLocaleString('en-US')} characters. Write one push token, one row or one JSON object on each line.`,
			);
		}
		return rows;
	}

	/**
	 * The row at the end of the file that has no line break, if there is one.
	 *
	 * @throws {TokenFileFault} for a quoted cell without an end
	 */
	end(): string[] {
		const row = this.rest;
		this.rest = '';
		if (row === '') return [];
		if (row.includes('"')) this.endOfQuotedRow(new Search(row, this.separator), 0, true);
		this.cut += 1;
		return [row];
	}

	private cutRows(text: string): string[] {
		const rows: string[] = [];
		const search = new Search(text, this.separator);
		let start = this.endsWithCr && text.startsWith('\n') ? 1 : 0;
		this.endsWithCr = text.endsWith('\r');
		for (;;) {
			let end = search.lineBreak(start);
			if (search.quote(start) < end) end = this.endOfQuotedRow(search, start, false);
			if (end >= text.length) break;
			rows.push(text.slice(start, end));
			this.cut += 1;
			start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
		}
		this.rest = text.slice(start);
		return rows;
	}

	/** Where a row with quotes ends; the text's length where that is still to come. */
	private endOfQuotedRow(search: Search, start: number, isLast: boolean): number {
		const { text, separator } = search;
		if (separator === undefined) return text.length;
		let cell = start;
		for (;;) {
			const open = openingQuote(text, cell, separator);
			const close = open < 0 ? cell - 1 : closingQuote(text, open);
			if (open >= 0) {
				const isOpen = close < 0;
				if ((isOpen && isLast) || (isOpen ? text.length : close) - open > LONGEST_QUOTED_CELL) {
					throw this.unclosed();
				}
				if (isOpen) return text.length;
				if (closesAnother(text, open, close, separator)) throw this.unclosed();
			}
			const end = search.lineBreak(close + 1);
			const next = search.separatorFrom(close + 1);
			if (next >= end) return Math.min(end, text.length);
			cell = next + 1;
		}
	}

	private unclosed(): TokenFileFault {
		return new TokenFileFault(
			`Row ${this.cut + 1} has a cell whose quotation mark (") is never closed. Close or remove it, or export the file again as "CSV UTF-8".`,
		);
	}
}

/**
 * Whether quotes over several lines are closed by what opens those of another cell: text follows at once. One line with
 * such a slip harms itself only, and is read as it stands.
 */
function closesAnother(text: string, open: number, close: number, separator: string): boolean {
	const next = text.charAt(close + 1);
	if (next === separator || /^\s?$/.test(next)) return false;
	return /[\r\n]/.test(text.slice(open, close));
}

/** Finds the next signs of a text, each place of which is looked at once. */
class Search {
	private readonly lf: Finder;
	private readonly cr: Finder;
	private readonly quotes: Finder;
	private readonly separators: Finder;

	constructor(
		readonly text: string,
		readonly separator: string | undefined,
	) {
		this.lf = new Finder(text, '\n');
		this.cr = new Finder(text, '\r');
		this.quotes = new Finder(text, '"');
		this.separators = new Finder(text, separator ?? NO_SEPARATOR);
	}

	lineBreak(start: number): number {
		return Math.min(this.lf.next(start), this.cr.next(start));
	}

	quote(start: number): number {
		return this.separator === undefined ? Infinity : this.quotes.next(start);
	}

	separatorFrom(start: number): number {
		return this.separators.next(start);
	}
}

class Finder {
	private found = -1;

	constructor(
		private readonly text: string,
		private readonly sign: string,
	) {}

	next(start: number): number {
		if (this.found < start) {
			const index = this.text.indexOf(this.sign, start);
			this.found = index < 0 ? Infinity : index;
		}
		return this.found;
	}
}
