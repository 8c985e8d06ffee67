/**
 * What of a text can be seen. Blanks of other kinds and characters without width stick to what is
 * copied from web pages, tables and chats; nobody sees them, and a comparison fails on them.
 */

/**
 * Blanks and line ends of all kinds, controls, marks of format (zero-width blanks, byte order mark,
 * directions, soft hyphen), and the letters that look like a blank: Hangul fillers, empty Braille.
 */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** The same but for the blank of the space bar, which may be meant. */
const UNMEANT = /[^\S ]|[\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** Takes what cannot be seen off both ends. Characters between others are left as they are. */
export function trimInvisible(text: string): string {
	let start = 0;
	let end = text.length;
	// Beyond its ends a text has the character '', which is none of these.
	while (INVISIBLE.test(text.charAt(start))) start += 1;
	while (INVISIBLE.test(text.charAt(end - 1))) end -= 1;
	return text.slice(start, end);
}

/** Whether a text holds something that nobody sees, other than blanks of the space bar. */
export function holdsUnseen(text: string): boolean {
	return UNMEANT.test(text);
}

/** Takes out the marks of format (zero-width blanks, directions, soft hyphen), wherever they stand. */
export function withoutFormat(text: string): string {
	return text.replace(/\p{Cf}/gu, '');
}
