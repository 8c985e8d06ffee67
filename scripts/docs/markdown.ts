/** The little Markdown that the drawn pages are made of. */
import { CONSOLE_PAGE } from '../../push-kit/catalog/consoleSteps';

/** What a cell must not hold as it is: the border, a tag, stars and line breaks. */
const IN_CELLS: ReadonlyArray<readonly [RegExp, string]> = [
	[/\\/g, '\\\\'],
	[/\|/g, '\\|'],
	[/</g, '&lt;'],
	[/\*/g, '\\*'],
	[/\s*\n\s*/g, '<br>'],
];

/** A text as it reads in a cell or a sentence. Code spans are not told apart: `code` makes them. */
export function plain(text: string): string {
	return IN_CELLS.reduce((escaped, [sign, instead]) => escaped.replace(sign, instead), text);
}

/**
 * Words to be typed or compared, as a code span. Nothing is escaped in one but the border of a table.
 *
 * @throws {RangeError} if it holds a backtick, which would end it
 */
export function code(text: string | number): string {
	const word = String(text);
	if (word.includes('`')) throw new RangeError(`No code span can hold ${word}`);
	return `\`${word.replace(/\|/g, '\\|')}\``;
}

/** A list of words in code spans. */
export function codes(words: ReadonlyArray<string | number>): string {
	return words.map(code).join(', ');
}

/**
 * A table of cells that are Markdown already.
 *
 * @throws {RangeError} if a row has more or fewer cells than the head
 */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const odd = rows.find((row) => row.length !== head.length);
	if (odd !== undefined) throw new RangeError(`Not ${head.length} cells: ${odd.join(' | ')}`);
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A list, an entry a line. */
export function bullets(entries: readonly string[]): string {
	return entries.map((entry) => `- ${entry}`).join('\n');
}

/** What stands on a page, one below the other, and the only line break at its end. */
export function page(parts: readonly string[]): string {
	return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Where a step of the catalog ends with the way to the labels: a page of docs names it once for all. */
const TO_LABELS = ` See the labels in Chinese (${CONSOLE_PAGE}).`;

/** A remedy of the catalog as it reads in a cell. */
export function remedy(text: string): string {
	return plain(text.replaceAll(TO_LABELS, ''));
}

/** Said at the top of each drawn page. */
export function drawnFrom(command: string): string {
	return `<!-- Drawn by ${command} from push-kit/ and nodes/: change those, not this page. -->`;
}
