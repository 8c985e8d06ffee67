/** One JSON object a line (NDJSON), also where the lines are those of a list: `[` before, `,` and `]` behind. */

import { isObject, membersOf, textOf } from '../json';
import { readPath } from '../path';
import { findMeant, type FurtherColumn } from './columns';
import { addTokens } from './tokenList';
import type { RowReader } from './rowReader';
import { listNames, shorten, TokenFileFault } from './tokenFileFault';

const ONE_A_LINE = 'Write one JSON object on each line (NDJSON).';

/** Names that are kept to tell what there is. */
const MOST_NAMES = 100;

/** Reads the tokens at a path of each line's object. */
export class NdjsonReader implements RowReader {
	readonly separator = undefined;
	private readonly paths: readonly MemberPath[];
	private readonly names = new Set<string>();
	private json: unknown;

	/**
	 * @param column the path, as the operator entered it
	 * @param head the beginning of the file, for the names in its first line
	 * @throws {TokenFileFault} if the path is blank
	 */
	constructor(column: string, head: string, further: readonly FurtherColumn[] = []) {
		this.paths = [{ column, label: 'Column' }, ...further].map((asked) => ({
			path: asked.column.trim(),
			label: asked.label,
			isFound: false,
		}));
		if (column.trim() !== '') return;
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
		this.json = json;
		const [ofTokens] = this.paths;
		if (ofTokens !== undefined) addTokens(this.valueAt(ofTokens), tokens);
		return true;
	}

	further(): readonly string[] {
		return this.paths.slice(1).map((path) => {
			const value = this.valueAt(path);
			return isObject(value) ? '' : textOf(value ?? '').trim();
		});
	}

	/** @throws {TokenFileFault} if no line had anything at a path */
	end(): void {
		const names = [...this.names];
		const missed = this.paths.find(({ isFound }) => !isFound);
		if (missed === undefined || names.length === 0) return;
		const { path, label } = missed;
		const missing = `No line has "${path.slice(0, 100)}"`;
		const meant = findMeant(path, names);
		throw new TokenFileFault(
			meant === undefined
				? `${missing}. The objects of the file have: ${listNames(names)}. Choose one of them in ${label}.`
				: `${missing}, but "${shorten(meant)}". Enter it in ${label} exactly like this.`,
		);
	}

	private valueAt(path: MemberPath): unknown {
		const value = readPath(this.json, path.path);
		if (value !== undefined) path.isFound = true;
		else if (!path.isFound && this.names.size < MOST_NAMES) {
			Object.keys(membersOf(this.json)).forEach((name) => this.names.add(name));
		}
		return value;
	}
}

/** What is asked for in each line. */
interface MemberPath {
	readonly path: string;
	readonly label: string;
	/** Whether some line has it. */
	isFound: boolean;
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
