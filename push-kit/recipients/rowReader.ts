/** What each format of a file does with its rows. */

/** Reads the tokens of rows. One reader reads one file, from its first row on. */
export interface RowReader {
	/** What separates cells whose quotes may hold line breaks; `undefined` where a row is a line. */
	readonly separator: string | undefined;

	/** Whether a row that is plainly one token is one. */
	readonly takesPlainRows?: boolean;

	/**
	 * Adds the push tokens of a row to those that there are.
	 *
	 * @param row one that `saysSomething`
	 * @param number of the row in the file, from 1
	 * @returns whether the row counts: a header does not
	 * @throws {TokenFileFault} if the row breaks the format
	 */
	read(row: string, number: number, tokens: string[]): boolean;

	/**
	 * What the row that was read last has in further columns, parallel to them; blank where nothing. Only where some
	 * were asked for.
	 */
	further?(): readonly string[];

	/** @throws {TokenFileFault} if the file as a whole lacks what was asked for */
	end?(): void;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a row is more than blanks, separators and brackets. */
export function saysSomething(row: string): boolean {
	return LETTER_OR_DIGIT.test(row);
}
