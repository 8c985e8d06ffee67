/** One token on each line, in any writing: quoted, with commas behind, numbered, as the elements of a list. */

import { readCsvStart, type CsvStart } from './csv';
import { isPlainToken } from './plainTokens';
import { saysSomething, type RowReader } from './rowReader';
import { listNames, TokenFileFault } from './tokenFileFault';
import { addTokens, readTokenList } from './tokenList';

/** Lines that may stand above a table: its title, the day of the export. */
const LINES_ABOVE = 5;

/** Reads the tokens of each line. */
export class LineReader implements RowReader {
	readonly separator = undefined;
	readonly takesPlainRows = true;
	private isFirst = true;

	/** @throws {TokenFileFault} if the first line has columns: nobody has said which one holds the tokens */
	constructor({ cells }: CsvStart) {
		const columns = columnsOf(cells);
		if (columns === undefined) return;
		throw new TokenFileFault(
			`The first line of the file has several columns: ${listNames(columns)}. Choose in Column the one that holds the push tokens; in a file without a header line enter its number, such as 1.`,
		);
	}

	/** @throws {TokenFileFault} if columns begin below the first line */
	read(line: string, number: number, tokens: string[]): boolean {
		const isFirst = this.isFirst;
		if (!isFirst && number <= LINES_ABOVE && !isPlainToken(line)) refuseTable(line, number);
		this.isFirst = false;
		const before = tokens.length;
		addTokens(line, tokens);
		// A first line without a token is a header, such as "pushToken".
		return !isFirst || tokens.length > before;
	}
}

function refuseTable(line: string, number: number): void {
	const columns = columnsOf(readCsvStart(line, '').cells);
	if (columns === undefined) return;
	throw new TokenFileFault(
		`Line ${number} of the file has several columns: ${listNames(columns)}. Take the lines above it out of the file, and choose in Column the one that holds the push tokens.`,
	);
}

/** What a line has that is no list of tokens; `undefined` for what may be one. */
function columnsOf(cells: readonly string[]): readonly string[] | undefined {
	const filled = cells.filter(saysSomething);
	return filled.length < 2 || isListOfTokens(filled) ? undefined : filled;
}

/** Whether cells are tokens as long as Huawei's, or count them; the names of columns are neither. */
function isListOfTokens(cells: readonly string[]): boolean {
	const pieces = cells.map(readTokenList);
	return (
		pieces.flat().every(isPlainToken) &&
		pieces.some((tokens) => tokens.length > 0) &&
		pieces.every((tokens, index) => tokens.length > 0 || /^\W*\d+\W*$/.test(cells[index] ?? ''))
	);
}
