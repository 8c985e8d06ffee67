/** Push tokens as people, spreadsheets, databases and language models write them. */

import { DEEPEST_LEVEL, isObject } from '../json';
import { finish, StepCount, type Steps } from '../steps';
import { isPlainToken } from './plainTokens';

/** Invisible characters that come along from chats and web pages; a byte order mark among them. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034F|\u115F|\u1160|\u17B4|\u17B5|\u3164/gu;

/**
 * What stands between tokens or around them, and never in one: blanks and control characters, separators,
 * quotes, brackets, bullets, and every sign beyond ASCII that is no letter or digit: numbers in circles, too.
 */
const BETWEEN = /(?:[\0-\x20\x7F,;|"'`()[\]{}<>*\\]|[^\x21-\x7E\p{L}\p{M}\p{Nd}])+/gu;

/** Tried at every token of a text, and slow at it. */
const ARROW_KEY = /(?<![\w-])[\w-]{1,64}["'\]]{0,2}\s{0,8}=>/g;

/** Notations around tokens, and what stands in their place. None runs over more than a few characters. */
const NOTATIONS: ReadonlyArray<readonly [RegExp, string]> = [
	// JSON within JSON and Markdown: a mark behind backslashes stands for itself, a letter for a control character.
	[/\\(?=[-_=+./~:#])/g, ''],
	[/\\[nrtN]/g, ' '],
	[/&(?:nbsp|quot|apos|amp|lt|gt|#\d{1,6}|#x[\da-f]{1,6});/gi, ' '],
	[
		/<\/?(?:br|p|li|[uo]l|t[dhr]|table|tbody|thead|div|span|b|i|code|pre|a)(?:\s[^<>]{0,200})?\/?>/gi,
		' ',
	],
	[/<[?!][^<>]{0,200}>/g, ' '],
	// Markdown: the language of a fence, check boxes.
	[/(?:```|~~~)[A-Za-z]{1,20}(?=\s)/g, ' '],
	[/\[[ xX]\](?=\s)/g, ' '],
	// PHP and Ruby: the key before the value.
	[ARROW_KEY, ' '],
	// PHP's serialize(): type and length before the value.
	[/(?<![\w-])[aOsibd]:\d{1,9}(?=[:;])/g, ' '],
	// Settings: the name before the value; not that of a link, whose token is no push token.
	[/(?<![\w?&=+/.-])(?:(?:push|device|registration)[_-]?)?tokens?["']?\s{0,4}=\s{0,4}/gi, ' '],
	// Python: what kind of text the quotes hold.
	[/(?<=^|[\s,;(){}[\]])[bru]{1,2}(?=["'])/gim, ' '],
	// A label, as a Chinese keyboard writes it.
	[/：/g, ': '],
];

/** Number of a line, when it is written without a blank behind it. */
const LINE_NUMBER = /^\s{0,8}\d{1,6}[.、．:：)）]\s{0,8}(?=[^\s\d])/;

/** What is surely no token: how programs and people write that there is nothing, headers, links, words between. */
const NO_TOKEN: readonly RegExp[] = [
	/^(?:null|undefined|none|nil|nan|#?n\/a|na|n\.a\.|void|empty|unknown|true|false|object|tbd|-1|0\.0)$/i,
	/^(?:\u65e0|\u6682\u65e0|\u7a7a|\u6ca1\u6709|\u672a\u77e5|\u65e0\u6570\u636e|\u65e0\u6548|\u672a\u586b\u5199|\u672a\u7ed1\u5b9a|\u672a\u6ce8\u518c|\u672a\u767b\u5f55|\u5df2\u6ce8\u9500)$/,
	// A spreadsheet's errors, in whatever language.
	/^#(?:[\p{L}\d/_]{1,20}[!?]|nv|getting_data)$/iu,
	// When somebody wrote it, in what was copied from a chat or a log.
	/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[\d:.]{4,15}Z?)?$/,
	/^\d{1,2}:\d{2}(?::\d{2})?$/,
	/^(?:(?:push|device|registration)?[_-]?tokens?|push|devices?|no\.?|nr\.?|\u4ee4\u724c|\u63a8\u9001\u4ee4\u724c)$/i,
	/^(?:array|and|or|\u548c|\u4e0e|\u53ca|\u6216)$/i,
	/^[\p{L}_]{1,20}[:：]$/u,
	/:\/\//,
	/^0$|^\d{1,6}[.:]$|^#\d{1,6}[.:]?$|^[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}$/,
];

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

const SHORT_NUMBER = /^\d{1,6}$/;

/**
 * The tokens of a value: a list, a text with one or several, or a list that is kept as text. What is no text
 * holds none, and neither does the text of an empty value.
 */
export function readTokenList(value: unknown): string[] {
	return finish(readTokensInSteps(value));
}

/** The same in steps: a list of a million, or a text of ten megabytes, is read in a second. */
export function* readTokensInSteps(value: unknown): Steps<string[]> {
	if (!Array.isArray(value)) return yield* readEntry(value);
	const tokens: string[] = [];
	yield* addEntries(value, DEEPEST_LEVEL, tokens, new StepCount());
	return tokens;
}

function* addEntries(
	list: readonly unknown[],
	levels: number,
	tokens: string[],
	count: StepCount,
): Steps<void> {
	for (const entry of list) {
		// Lists that are nested without end stay lists, and hold no token.
		if (Array.isArray(entry) && levels > 0) yield* addEntries(entry, levels - 1, tokens, count);
		else if (isOneToken(entry)) tokens.push(entry);
		else for (const token of yield* readEntry(entry)) tokens.push(token);
		if (count.isFullWithNext()) yield;
	}
}

/** Adds what `readTokenList` reads from a value; 40 times as fast where it is one token, as nearly always. */
export function addTokens(value: unknown, tokens: string[]): void {
	if (isOneToken(value)) tokens.push(value);
	else for (const token of readTokenList(value)) tokens.push(token);
}

function isOneToken(entry: unknown): entry is string {
	return typeof entry === 'string' && isPlainToken(entry);
}

function* readEntry(value: unknown): Steps<string[]> {
	// A greater number has lost digits on its way: it is no token any more.
	if (typeof value === 'number')
		return Number.isSafeInteger(value) && value !== 0 ? [String(value)] : [];
	if (typeof value !== 'string' || value.includes('[object ')) return [];
	const objects = readObjects(value);
	return objects === undefined ? yield* readText(value) : yield* readTokensInSteps(objects);
}

/** Objects that are kept as JSON text, which hold what they would hold as objects; `undefined` for any other text. */
function readObjects(text: string): unknown {
	if (!/^\s*[[{]/.test(text) || !/"\s{0,8}:/.test(text)) return undefined;
	try {
		const parsed: unknown = JSON.parse(text);
		return isObject(parsed) ? numbered(parsed) : parsed;
	} catch {
		return undefined;
	}
}

/** PHP writes a list with holes as an object. */
function numbered(value: object): unknown[] {
	return Object.entries(value).flatMap(([name, entry]) => (/^\d+$/.test(name) ? [entry] : []));
}

/** Characters of a text that is worth a stop after each look at it. */
const LONG_TEXT = 1000;

function* readText(text: string): Steps<string[]> {
	const isLong = text.length > LONG_TEXT;
	let plain = withoutElements(text.replace(INVISIBLE, ''));
	for (const [notation, by] of NOTATIONS) {
		if (isLong) yield;
		if (notation !== ARROW_KEY || plain.includes('=>')) plain = plain.replace(notation, by);
	}
	const lines = withoutLineNumbers(plain);
	if (isLong) yield;
	const count = new StepCount();
	const pieces: string[] = [];
	// Where there is anything else, a short number counts the lines.
	let isCounted = false;
	for (const piece of piecesOf(lines)) {
		if (count.isFullWithNext()) yield;
		if (!SAYS_SOMETHING.test(piece) || NO_TOKEN.some((word) => word.test(piece))) continue;
		isCounted ||= !SHORT_NUMBER.test(piece);
		pieces.push(piece);
	}
	return isCounted ? pieces.filter((piece) => !SHORT_NUMBER.test(piece)) : pieces;
}

/** One after the other: to cut a long text at once takes a second. */
function* piecesOf(text: string): Generator<string> {
	let end = 0;
	for (const { index, 0: between } of text.matchAll(BETWEEN)) {
		yield text.slice(end, index);
		end = index + between.length;
	}
	yield text.slice(end);
}

const CLOSING_TAG = /<\/([A-Za-z][\w:.-]{0,60})\s{0,8}>/g;

const TAG = /<\/?([A-Za-z][\w:.-]{0,60})(?:\s[^<>]{0,200})?>/g;

/** XML: the tags of what is closed somewhere; others are brackets around a token. */
function withoutElements(text: string): string {
	const closed = new Set([...text.matchAll(CLOSING_TAG)].map(([, name]) => name));
	if (closed.size === 0) return text;
	return text.replace(TAG, (tag, name: string) => (closed.has(name) ? ' ' : tag));
}

/** Only where every line has one: a single token may begin like this. */
function withoutLineNumbers(text: string): string {
	const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
	if (lines.length < 2 || !lines.every((line) => LINE_NUMBER.test(line))) return text;
	return lines.map((line) => line.replace(LINE_NUMBER, '')).join('\n');
}
