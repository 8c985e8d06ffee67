/** One column of a CSV. */

import { findColumn, type Column } from './columns';
import { readCell, type CsvStart } from './csv';
import { addTokens } from './tokenList';
import type { RowReader } from './rowReader';

/** Reads the tokens of one column. Further columns of a row are a `findColumn` and a `readCell` each. */
export class CsvReader implements RowReader {
	readonly separator: string;
	private readonly column: Column;
	private isFirst = true;

	/**
	 * @param column name or number, as the operator entered it
	 * @throws {TokenFileFault} if there is no such column
	 */
	constructor(column: string, start: CsvStart) {
		this.separator = start.separator;
		this.column = findColumn(column, start.cells);
	}

	read(row: string, _: number, tokens: string[]): boolean {
		const isFirst = this.isFirst;
		this.isFirst = false;
		if (isFirst && this.column.hasHeader) return false;
		const before = tokens.length;
		addTokens(readCell(row, this.separator, this.column.index), tokens);
		// A header that was not asked for: `readTokenList` knows the usual words.
		return !isFirst || tokens.length > before;
	}
}
