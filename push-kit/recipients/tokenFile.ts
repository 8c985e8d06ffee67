/** Push tokens from a file: CSV, NDJSON or one a line, read as a stream of bytes in bounded memory. */

import type { FurtherColumn } from './columns';
import { hasFirstRow, openFile, type OpenedFile } from './fileFormats';
import { decodeFile } from './fileText';
import { hasPlainLines, isPlainLine } from './plainTokens';
import { saysSomething, type RowReader } from './rowReader';
import { RowCutter } from './rows';

/** How a file is read. */
export interface TokenFileOptions {
	/** The name or number of a CSV's column, or the path of a member in NDJSON; blank for one token a line. */
	readonly column: string;
	/** What is asked for beside the tokens; nothing where a file has one token a line. */
	readonly further?: readonly FurtherColumn[];
}

/** Some rows of a file, those of at most about 64 KB. */
export interface TokenPortion {
	/**
	 * In order, doubles included. They are views of the file's text: who keeps some of them for long keeps 64 KB for
	 * each, and copies them first (`Buffer.from(token).toString()`, or a digest). Keeping all costs nothing more.
	 */
	readonly tokens: readonly string[];
	/** Rows read; header, blank rows and those without a letter or digit do not count. */
	readonly rows: number;
	/** Rows of these without a token. */
	readonly withoutToken: number;
	/** What each token's row has in the further columns, parallel to `tokens`; blank where nothing. */
	readonly further?: ReadonlyArray<readonly string[]>;
}

/** Rows of a portion that take their time: what reads them pauses between two portions, for others. */
const SLOW_ROWS = 2000;

/** Characters that show a file's format; more only where the first row is longer. */
const HEAD_CHARACTERS = 16 * 1024;

/** Characters of a first row that is not waited for any more: the rows are cut, and refused, as they are. */
const LONGEST_HEAD = 1_000_000;

/**
 * Reads the push tokens of a file. Its format is found by its content; a cell or line holds what `readTokenList` reads
 * in it. A file without rows gives no portion.
 *
 * @param bytes the file, also gzipped; closed when the reader stops
 * @throws {TokenFileFault} while iterating, where the file cannot be read or the column is not there
 */
export async function* readTokenFile(
	bytes: AsyncIterable<Uint8Array>,
	{ column, further = [] }: TokenFileOptions,
): AsyncGenerator<TokenPortion> {
	let head = '';
	let portions: Portions | undefined;
	const open = () => new Portions(openFile(head, column, further), further.length > 0);
	for await (const text of decodeFile(bytes)) {
		if (portions !== undefined) {
			yield* portions.read(text);
			continue;
		}
		head += text;
		if (!isEnough(head)) continue;
		portions = open();
		yield* portions.read(head);
		head = '';
	}
	if (portions === undefined) {
		if (!saysSomething(head)) return;
		portions = open();
		yield* portions.read(head);
	}
	yield* portions.end();
}

function isEnough(head: string): boolean {
	return head.length > LONGEST_HEAD || (head.length > HEAD_CHARACTERS && hasFirstRow(head));
}

/** Reads a file's text on from its beginning. */
class Portions {
	private readonly reader: RowReader;
	private readonly cutter: RowCutter;
	private toSkip: number;
	/** Whether the reader has seen the first row. */
	private hasBegun = false;

	/** @param hasFurther whether more than tokens is asked for */
	constructor(
		{ reader, skipped }: OpenedFile,
		private readonly hasFurther: boolean,
	) {
		this.reader = reader;
		this.toSkip = skipped;
		this.cutter = new RowCutter(reader.separator, skipped > 0 ? 1 : 0);
	}

	/** The portions of a piece of text; none where it has no rows. */
	*read(text: string): Generator<TokenPortion> {
		const begin = this.toSkip;
		this.toSkip = 0;
		const first = this.cutter.count + 1;
		const piece = text.slice(begin);
		const arePlain = this.reader.takesPlainRows === true && hasPlainLines(piece);
		yield* this.portions(this.cutter.push(piece), first, arePlain);
	}

	/** What the end of the file completes. */
	*end(): Generator<TokenPortion> {
		const first = this.cutter.count + 1;
		yield* this.portions(this.cutter.end(), first);
		this.reader.end?.();
	}

	/** @param arePlain whether the signs of all rows but the first, which may have begun before, are those of tokens */
	private *portions(
		texts: readonly string[],
		first: number,
		arePlain = false,
	): Generator<TokenPortion> {
		let tokens: string[] = [];
		let further: Array<readonly string[]> = [];
		let [rows, withoutToken, slow] = [0, 0, 0];
		const cut = (): TokenPortion => ({
			tokens,
			rows,
			withoutToken,
			...(this.hasFurther && { further }),
		});
		for (const [index, row] of texts.entries()) {
			if (arePlain && index > 0 && this.hasBegun && isPlainLine(row)) {
				tokens.push(row);
				rows += 1;
				continue;
			}
			if (!saysSomething(row)) continue;
			if (slow >= SLOW_ROWS) {
				yield cut();
				[tokens, further, rows, withoutToken, slow] = [[], [], 0, 0, 0];
			}
			slow += 1;
			this.hasBegun = true;
			const before = tokens.length;
			if (!this.reader.read(row, first + index, tokens)) continue;
			rows += 1;
			if (tokens.length === before) withoutToken += 1;
			else if (this.hasFurther) {
				const ofRow = this.reader.further?.() ?? [];
				while (further.length < tokens.length) further.push(ofRow);
			}
		}
		if (rows > 0) yield cut();
	}
}
