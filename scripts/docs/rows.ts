/** What must hold of a table before it is drawn: a page with a gap in it would be read as "nothing to do". */

/** A row that an operator reads: its name, and texts none of which may be empty. */
export interface Told {
	readonly name: string;
	readonly texts: Readonly<Record<string, string>>;
}

/**
 * Passes the rows on.
 *
 * @param table its name, for the error
 * @throws {RangeError} if a row lacks one of its texts, or if two have the same name
 */
export function complete<Row>(
	table: string,
	rows: readonly Row[],
	tell: (row: Row) => Told,
): readonly Row[] {
	const seen = new Set<string>();
	for (const row of rows) {
		const { name, texts } = tell(row);
		if (seen.has(name)) throw new RangeError(`${table} ${name} stands in the catalog twice`);
		seen.add(name);
		const missing = Object.keys(texts).filter((key) => (texts[key] ?? '').trim() === '');
		if (missing.length > 0) {
			throw new RangeError(`${table} ${name} has no ${missing.join(' and no ')}`);
		}
	}
	return rows;
}
