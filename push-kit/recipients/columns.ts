/** Which column of a file is meant. */

import { isPlainToken } from './plainTokens';
import { listNames, shorten, TokenFileFault } from './tokenFileFault';

/** A name without what people and programs spell differently: case, width, blanks, `_`, `-`, invisible characters. */
export function bareName(name: string): string {
	return name
		.normalize('NFKC')
		.replace(/[\s_\-\p{Cf}]/gu, '')
		.toLowerCase();
}

/** The other name that is the same but for its spelling. */
export function findMeant(name: string, others: readonly string[]): string | undefined {
	const bare = bareName(name);
	return others.find((other) => bareName(other) === bare);
}

/** What is asked for beside the push tokens: cells of a CSV, members in NDJSON. */
export interface FurtherColumn {
	/** Name or number, or the path of a member, as the operator entered it; not blank. */
	readonly column: string;
	/** The form's field that it was entered in. */
	readonly label: string;
}

/** Where a file has the cells that are asked for. */
export interface Column {
	/** From 0. */
	readonly index: number;
	/** Whether the first row holds names, not a token. */
	readonly hasHeader: boolean;
}

/**
 * The column of that name; or of that number, counted from 1, where no column has it for a name: such a file has no
 * header line. A number that could be either is refused: nobody shall get what was meant for another column.
 *
 * @param column as the operator entered it, not blank
 * @param header the cells of the first row
 * @param label the form's field that it was entered in
 * @throws {TokenFileFault} if there is no such column, or two; names what there is
 */
export function findColumn(column: string, header: readonly string[], label = 'Column'): Column {
	const asked = column.trim();
	const names = header.map((name) => name.trim());
	const place = placeOf(asked, names.length);
	// A row with a push token names nothing, even where a number in it is the one that is asked for.
	if (place !== undefined && names.some(isPlainToken)) return { index: place, hasHeader: false };
	const index = names.indexOf(asked);
	if (index >= 0 && place !== undefined && place !== index) {
		throw new TokenFileFault(
			`Column ${asked} may be the one with the name ${asked} or the one in place ${asked}, and these are two. Give the column that is meant a name of letters in the first line of the file, and enter that.`,
		);
	}
	if (index >= 0 && names.lastIndexOf(asked) === index) return { index, hasHeader: true };
	if (index >= 0) {
		throw new TokenFileFault(
			`There are several columns "${shorten(asked)}". Rename all but one of them in the file.`,
		);
	}
	if (place !== undefined) return { index: place, hasHeader: false };
	throw new TokenFileFault(noColumn(asked, names, label));
}

/** What a column's number, counted from 1, means; `undefined` for what is none. */
function placeOf(asked: string, columns: number): number | undefined {
	return /^[1-9]\d{0,5}$/.test(asked) && Number(asked) <= columns ? Number(asked) - 1 : undefined;
}

function noColumn(asked: string, names: readonly string[], label: string): string {
	const missing = `There is no column "${asked.slice(0, 100)}"`;
	const meant = findMeant(asked, names);
	if (meant !== undefined) {
		return `${missing}, but "${shorten(meant)}". Enter it in ${label} exactly like this.`;
	}
	const named = names.filter((name) => name !== '');
	if (named.length < 2) {
		return `${missing}: the first line holds ${listNames(named)} only. Where the file has one push token on each line, leave Column empty.`;
	}
	const encoding = names.some((name) => name.includes('\uFFFD'))
		? ' Signs are broken since the file is not UTF-8: save it as "CSV UTF-8".'
		: '';
	return `${missing}. The first line of the file has: ${listNames(named)}. Choose one of them in ${label}; in a file without a header line enter the column's number, such as 1.${encoding}`;
}
