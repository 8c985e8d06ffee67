/** Which format a file has, by its beginning. */

import type { FurtherColumn } from './columns';
import { readCsvStart } from './csv';
import { CsvReader } from './csvReader';
import { LineReader } from './lineReader';
import { NdjsonReader } from './ndjson';
import type { RowReader } from './rowReader';
import { TokenFileFault } from './tokenFileFault';

/** A file whose format is known. */
export interface OpenedFile {
	readonly reader: RowReader;
	/** Characters at the beginning that are no row: Excel's `sep=;`. */
	readonly skipped: number;
}

/** Whether these characters hold the whole first line that says something. */
export function hasFirstRow(head: string): boolean {
	const begin = head.search(/[\p{L}\p{N}]/u);
	return begin >= 0 && /[\r\n]/.test(head.slice(begin));
}

/**
 * Opens a file: NDJSON where it begins with an object, or with a list of them; else CSV where a column is named; else
 * one token a line.
 *
 * @param head the beginning, with the whole first row
 * @param further what is asked for beside the tokens
 * @throws {TokenFileFault} if a column is missing, or not there
 */
export function openFile(
	head: string,
	column: string,
	further: readonly FurtherColumn[] = [],
): OpenedFile {
	if (/^\s*(?:\[\s*)?\{/.test(head)) {
		return { reader: new NdjsonReader(column, head, further), skipped: 0 };
	}
	const start = readCsvStart(head, column.trim());
	if (column.trim() !== '') {
		return { reader: new CsvReader(column, start, further), skipped: start.skipped };
	}
	const reader = new LineReader(start);
	const [asked] = further;
	if (asked === undefined) return { reader, skipped: start.skipped };
	throw new TokenFileFault(
		`${asked.label} is "${asked.column.slice(0, 100)}", but a file with one push token on each line has no such column. Use a CSV file and enter in Column which column holds the push tokens.`,
	);
}
