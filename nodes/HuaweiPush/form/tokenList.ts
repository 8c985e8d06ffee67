/** Push tokens as people, spreadsheets, databases and language models write them. */

/** Invisible characters that come along from chats and web pages; a byte order mark among them. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

/** What stands between tokens or around them, and never in one: blanks, separators, quotes, brackets. */
const BETWEEN = /[\s,;|，；、｜"'`´“”„‟‘’‚‛«»‹›「」『』[\](){}<>（）【】《》]+/;

/** Bullets and numbers in front of the lines of a list. */
const LIST_MARK = /^(?:[-*+•·‣◦▪–—]+|\d{1,6}[.)）、])$/;

/** How programs write that there is nothing. */
const NOTHING = /^(?:null|undefined|none|nil|nan|n\/a|#n\/a|na|void|empty|true|false|object)$/i;

/**
 * The tokens of a value: a list, a text with one or several, or a list that is kept as text. What is no text
 * holds none, and neither does the text of an empty value.
 */
export function readTokenList(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(readTokenList);
	// A greater number has lost digits on its way: it is no token any more.
	if (typeof value === 'number') return Number.isSafeInteger(value) ? [String(value)] : [];
	if (typeof value !== 'string' || value.includes('[object ')) return [];
	return unescapeText(value)
		.replace(INVISIBLE, '')
		.split(BETWEEN)
		.map((piece) => piece.replace(LIST_MARK, '').replace(/\\+$/, ''))
		.filter((piece) => piece !== '' && !NOTHING.test(piece));
}

/** JSON within JSON: escaped quotes and line breaks stand for what they name. */
function unescapeText(text: string): string {
	return text.includes('\\')
		? text.replace(/\\["'/]/g, (pair) => pair.slice(1)).replace(/\\[nrt]/g, ' ')
		: text;
}
