/** Which format a file has, by its beginning. */

import { readCsvStart } from './csv';
import { CsvReader } from './csvReader';
import { LineReader } from './lineReader';
import { NdjsonReader } from './ndjson';
import type { RowReader } from './rowReader';

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
 * @throws {TokenFileFault} if the column is missing, or not there
 */
export function openFile(head: string, column: string): OpenedFile {
	if (/^\s*(?:\[\s*)?\{/.test(head)) return { reader: new NdjsonReader(column, head), skipped: 0 };
	const start = readCsvStart(head, column.trim());
	const reader = column.trim() === '' ? new LineReader(start) : new CsvReader(column, start);
	return { reader, skipped: start.skipped };
}
