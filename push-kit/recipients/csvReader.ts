/** One column of a CSV. */

import { findColumn, type Column, type FurtherColumn } from './columns';
import { readCell, type CsvStart } from './csv';
import { addTokens } from './tokenList';
import type { RowReader } from './rowReader';

/** Reads the tokens of one column, and what stands beside them in further ones. */
export class CsvReader implements RowReader {
	readonly separator: string;
	private readonly column: Column;
	/** What the first row calls the column. */
	private readonly name: string | undefined;
	private readonly others: readonly number[];
	private isFirst = true;
	private row = '';

	/**
	 * @param column name or number, as the operator entered it
	 * @throws {TokenFileFault} if there is no such column
	 */
	constructor(column: string, start: CsvStart, further: readonly FurtherColumn[] = []) {
		this.separator = start.separator;
		this.column = findColumn(column, start.cells);
		this.others = further.map(
			({ column: other, label }) => findColumn(other, start.cells, label).index,
		);
		const { index, hasHeader } = this.column;
		this.name = hasHeader ? start.cells[index]?.trim() : undefined;
	}

	read(row: string, _: number, tokens: string[]): boolean {
		this.row = row;
		const isFirst = this.isFirst;
		this.isFirst = false;
		const before = tokens.length;
		const cell = readCell(row, this.separator, this.column.index);
		// Files that were joined have their header in the middle again.
		if (this.name !== undefined && cell.trim() === this.name) return false;
		if (isFirst && this.column.hasHeader) return false;
		addTokens(cell, tokens);
		// A header that was not asked for: `readTokenList` knows the usual words.
		return !isFirst || tokens.length > before;
	}

	further(): readonly string[] {
		return this.others.map((index) => readCell(this.row, this.separator, index).trim());
	}
}
