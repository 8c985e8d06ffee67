/** The tokens of cells and lines, nearly all of which hold one, and nothing else. */

/** What `readTokenList` gives back as it is: longer than any word it leaves out, without any sign it looks at. */
const PLAIN_TOKEN = /^[A-Za-z0-9][A-Za-z0-9_.=+/-]{31,}$/;

/** Whether a text is one token as it stands, and surely no other thing. */
export function isPlainToken(text: string): boolean {
	return PLAIN_TOKEN.test(text);
}
