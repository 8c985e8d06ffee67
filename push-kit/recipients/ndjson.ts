/** One JSON object a line (NDJSON), also where the lines are those of a list: `[` before, `,` and `]` behind. */

import { isObject, membersOf } from '../json';
import { readPath } from '../path';
import { findMeant } from './columns';
import { addTokens } from './tokenList';
import type { RowReader } from './rowReader';
import { listNames, shorten, TokenFileFault } from './tokenFileFault';

const ONE_A_LINE = 'Write one JSON object on each line (NDJSON).';

/** Names that are kept to tell what there is. */
const MOST_NAMES = 100;

/** Reads the tokens at a path of each line's object. */
export class NdjsonReader implements RowReader {
	readonly separator = undefined;
	private readonly path: string;
	private readonly names = new Set<string>();
	private hasFound = false;

	/**
	 * @param column the path, as the operator entered it
	 * @param head the beginning of the file, for the names in its first line
	 * @throws {TokenFileFault} if the path is blank
	 */
	constructor(column: string, head: string) {
		this.path = column.trim();
		if (this.path !== '') return;
		const [line = ''] = /\{[^\r\n]*/.exec(head) ?? [];
		const names = listNames(Object.keys(membersOf(parse(withoutList(line)))));
		throw new TokenFileFault(
			`This is a file of JSON objects. Enter in Column which member holds the push token${names === '' ? `. ${ONE_A_LINE}` : `: ${names}.`}`,
		);
	}

	/** @throws {TokenFileFault} if the line is no object */
	read(line: string, number: number, tokens: string[]): boolean {
		const json = parse(withoutList(line));
		if (!isObject(json)) {
			throw new TokenFileFault(
				`Line ${number} is no JSON object: it begins with ${shorten(line)} ${ONE_A_LINE}`,
			);
		}
		const value = readPath(json, this.path);
		if (value !== undefined) {
			this.hasFound = true;
			addTokens(value, tokens);
		} else if (!this.hasFound && this.names.size < MOST_NAMES) {
			Object.keys(json).forEach((name) => this.names.add(name));
		}
		return true;
	}

	/** @throws {TokenFileFault} if no line had anything at the path */
	end(): void {
		if (this.hasFound || this.names.size === 0) return;
		const missing = `No line has "${this.path.slice(0, 100)}"`;
		const names = [...this.names];
		const meant = findMeant(this.path, names);
		throw new TokenFileFault(
			meant === undefined
				? `${missing}. The objects of the file have: ${listNames(names)}. Choose one of them in Column.`
				: `${missing}, but "${shorten(meant)}". Enter it in Column exactly like this.`,
		);
	}
}

/** A line without what makes it one of a list. */
function withoutList(line: string): string {
	const text = line.trim();
	const begin = text.startsWith('[') ? 1 : 0;
	return text.slice(begin, text.lastIndexOf('}') + 1);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
