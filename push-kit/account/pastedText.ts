/** Characters that come along when a value is copied from a console, an editor, a chat or a terminal. */

/** Longest value that is read at all, in UTF-16 units: a key file has about 3,000. */
export const MAXIMUM_PASTED_LENGTH = 32_768;

/** What nobody sees: control characters, marks of direction and width, what a font does not draw. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Byte order marks of UTF-8 and UTF-16 after somebody has taken them for text. */
const MISREAD_BYTE_ORDER_MARK = /^(?:\uFFFD{1,2}|ï»¿|ÿþ|þÿ)/;

const DOUBLE_QUOTES = /[“”„‟«»❝❞〝〞〟「」『』\u2033\u2036]/g;
const SINGLE_QUOTES = /[‘’‚‛‹›❛❜\u00B4\u02B9\u02BC\u2032\u2035]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

/** One escape of JSON, read as JSON reads it: from the left, a doubled backslash first. */
const ESCAPE = /\\(u[0-9a-f]{4}|[^u]|u)?/gi;

/** An escape that the edge of a terminal has cut in two. */
const CUT_ESCAPE = /\\[\r\n]+(?=[nrtu"\\/])/g;

/** The signs that stand for others behind a backslash; every other sign stands for itself. */
const ESCAPED_SIGNS: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ', b: '', f: '' };

/** A sign as the source of a web page has it. */
const ENTITY = /&(?:amp;)?(quot|apos|nbsp|#\d{1,3}|#x[\da-f]{1,2});/gi;

const NAMED_ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", nbsp: ' ' };

/** How often a text may have been escaped. What is escaped more often stays so. */
const DEEPEST_ESCAPE = 10;

/** Whether a value is too long to be what the form asks for, so that nothing may be searched in it. */
export function isTooLong(text: string): boolean {
	return text.length > MAXIMUM_PASTED_LENGTH;
}

/**
 * The text without what nobody sees: byte order marks, zero-width and control characters, the NULs that
 * UTF-16 leaves between letters. Line breaks and tabs stay.
 */
export function visibleText(text: string): string {
	return text.replace(MISREAD_BYTE_ORDER_MARK, '').replace(INVISIBLE, '').trim();
}

/** Visible text in plain letters: no full-width forms, no typographic quotes or dashes, ordinary blanks. */
export function plainText(text: string): string {
	const visible = visibleText(text).replace(DOUBLE_QUOTES, '"').replace(SINGLE_QUOTES, "'");
	const plain = visible.normalize('NFKC');
	// Single letters of some scripts become a whole sentence: no text may grow beyond what is read.
	return (isTooLong(plain) ? visible : plain).replace(DASHES, '-');
}

/**
 * Plain text with its escapes undone, however often it was escaped: `\"` is a quote, `\n` a line break,
 * `\u003d` an equals sign, `&quot;` a quote. Nothing in a key file holds a backslash or an `&` of its own.
 */
export function unescapedText(text: string): string {
	let here = plainText(text.replace(ENTITY, (_, name: string) => signOfEntity(name.toLowerCase())));
	// Where no line break is written as \n, a backslash at the end of a line is what is left of one.
	if (here.includes('\\n')) here = here.replace(CUT_ESCAPE, '\\');
	for (let level = 0; level < DEEPEST_ESCAPE && here.includes('\\'); level += 1) {
		here = plainText(here.replace(ESCAPE, (_, sign: string | undefined) => unescapeSign(sign)));
	}
	return here;
}

function signOfEntity(name: string): string {
	const number = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
	return NAMED_ENTITIES[name] ?? String.fromCharCode(number);
}

function unescapeSign(sign = ''): string {
	if (sign.length > 1) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
	return sign in ESCAPED_SIGNS ? (ESCAPED_SIGNS[sign] ?? '') : sign;
}

/** The text of a file in UTF-8 or UTF-16, with or without a byte order mark. */
export function decodeText(bytes: Buffer): string {
	const [first, second] = bytes;
	const isLittle = (first === 0xff && second === 0xfe) || hasNulsAt(bytes, 1);
	const isBig = (first === 0xfe && second === 0xff) || hasNulsAt(bytes, 0);
	if (isLittle) return bytes.toString('utf16le');
	// Node.js knows the little end only; a last odd byte belongs to no character.
	if (isBig)
		return Buffer.from(bytes.subarray(0, bytes.length & ~1))
			.swap16()
			.toString('utf16le');
	return bytes.toString('utf8');
}

/** Whether every second byte is 0, as in plain letters of UTF-16. */
function hasNulsAt(bytes: Buffer, start: 0 | 1): boolean {
	return bytes.length > 1 && bytes.every((byte, index) => index % 2 !== start || byte === 0);
}

/** The text without any of `signs` at its two ends, and at its beginning without `leading` as well. */
export function trimSigns(text: string, signs: ReadonlySet<string>, leading = signs): string {
	let start = 0;
	let end = text.length;
	while (start < end && leading.has(text.charAt(start))) start += 1;
	while (end > start && signs.has(text.charAt(end - 1))) end -= 1;
	return text.slice(start, end);
}
