/** The tokens of cells and lines, nearly all of which hold one, and nothing else. */

/** Characters of a plain token. */
const SHORTEST = 32;

/** What `readTokenList` gives back as it is: longer than any word it leaves out, without any sign it looks at. */
const PLAIN_TOKEN = /^[A-Za-z0-9][A-Za-z0-9_.=+/-]{31,}$/;

/** A sign that stands in no plain token, nor between lines of them. */
const OTHER_SIGN = /[^A-Za-z0-9_.=+/\r\n-]/;

/** Whether every line of a text that is long enough, and begins with a letter or digit, is a plain token. */
export function hasPlainLines(text: string): boolean {
	return !OTHER_SIGN.test(text);
}

/** Whether a line of such a text is a plain token. */
export function isPlainLine(line: string): boolean {
	if (line.length < SHORTEST) return false;
	const first = line.charCodeAt(0);
	return (
		(first >= 48 && first <= 57) || (first >= 65 && first <= 90) || (first >= 97 && first <= 122)
	);
}

/** Whether a text is one token as it stands, and surely no other thing. */
export function isPlainToken(text: string): boolean {
	return PLAIN_TOKEN.test(text);
}
