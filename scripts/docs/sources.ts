/** The pages of Huawei that a page of docs rests on. */
import { codes } from './markdown';

/** The slugs of some rows, each once, in alphabetical order. */
export function sources(rows: ReadonlyArray<{ readonly source: string }>): string {
	return codes([...new Set(rows.map(({ source }) => source))].sort());
}
