/** One token on each line, in any writing: quoted, with commas behind, numbered, as the elements of a list. */

import type { CsvStart } from './csv';
import { isPlainToken } from './plainTokens';
import { saysSomething, type RowReader } from './rowReader';
import { listNames, TokenFileFault } from './tokenFileFault';
import { addTokens, readTokenList } from './tokenList';

/** Reads the tokens of each line. */
export class LineReader implements RowReader {
	readonly separator = undefined;
	readonly takesPlainRows = true;
	private isFirst = true;

	/** @throws {TokenFileFault} if the first line has columns: nobody has said which one holds the tokens */
	constructor({ cells }: CsvStart) {
		const filled = cells.filter(saysSomething);
		if (filled.length < 2 || isListOfTokens(filled)) return;
		throw new TokenFileFault(
			`The first line of the file has several columns: ${listNames(filled)}. Choose in Column the one that holds the push tokens; in a file without a header line enter its number, such as 1.`,
		);
	}

	read(line: string, _: number, tokens: string[]): boolean {
		const isFirst = this.isFirst;
		this.isFirst = false;
		const before = tokens.length;
		addTokens(line, tokens);
		// A first line without a token is a header, such as "pushToken".
		return !isFirst || tokens.length > before;
	}
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
