/** What is wrong with a file of push tokens, and the words that several faults share. */

/** A file that cannot be read. The message says where, and the next step; it never shows a whole push token. */
export class TokenFileFault extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'TokenFileFault';
	}
}

/** Far fewer than a push token has. */
const SHOWN_CHARACTERS = 20;

/** The beginning of a file's text, short enough to give no push token away, with its invisible signs blank. */
export function shorten(text: string): string {
	const visible = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
	const shown = [...visible.slice(0, SHOWN_CHARACTERS * 2)].slice(0, SHOWN_CHARACTERS).join('');
	return shown === visible ? shown : `${shown}…`;
}

const LISTED_NAMES = 20;

/** Names as they stand in a sentence: `"id", "pushToken" and 3 more`. */
export function listNames(names: readonly string[]): string {
	const listed = names.slice(0, LISTED_NAMES).map((name) => `"${shorten(name)}"`);
	const more = names.length - listed.length;
	return listed.join(', ') + (more > 0 ? ` and ${more.toLocaleString('en-US')} more` : '');
}
