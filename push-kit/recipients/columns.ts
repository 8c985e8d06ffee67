/** Which column of a file is meant. */

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

/** Where a file has the cells that are asked for. */
export interface Column {
	/** From 0. */
	readonly index: number;
	/** Whether the first row holds names, not a token. */
	readonly hasHeader: boolean;
}

/**
 * The column of that name; or of that number, counted from 1, where no column has it for a name: such a file has no
 * header line.
 *
 * @param column as the operator entered it, not blank
 * @param header the cells of the first row
 * @throws {TokenFileFault} if there is no such column, or two; names what there is
 */
export function findColumn(column: string, header: readonly string[]): Column {
	const asked = column.trim();
	const names = header.map((name) => name.trim());
	const index = names.indexOf(asked);
	if (index >= 0 && names.lastIndexOf(asked) === index) return { index, hasHeader: true };
	if (index >= 0) {
		throw new TokenFileFault(
			`There are several columns "${shorten(asked)}". Rename all but one of them in the file.`,
		);
	}
	if (/^[1-9]\d{0,5}$/.test(asked) && Number(asked) <= names.length) {
		return { index: Number(asked) - 1, hasHeader: false };
	}
	throw new TokenFileFault(noColumn(asked, names));
}

function noColumn(asked: string, names: readonly string[]): string {
	const missing = `There is no column "${asked.slice(0, 100)}"`;
	const meant = findMeant(asked, names);
	if (meant !== undefined) {
		return `${missing}, but "${shorten(meant)}". Enter it in Column exactly like this.`;
	}
	const named = names.filter((name) => name !== '');
	if (named.length < 2) {
		return `${missing}: the first line holds ${listNames(named)} only. Where the file has one push token on each line, leave Column empty.`;
	}
	const encoding = names.some((name) => name.includes('\uFFFD'))
		? ' Signs are broken since the file is not UTF-8: save it as "CSV UTF-8".'
		: '';
	return `${missing}. The first line of the file has: ${listNames(named)}. Choose one of them in Column; in a file without a header line enter the column's number, such as 1.${encoding}`;
}
