/**
 * What a server says, made fit to be shown and kept: bounded, and without the logins and push tokens that it
 * may repeat. In linear time, whatever it says.
 */

/** Most characters of a text that are looked at; what follows is never shown. */
const LOOKED_AT = 4000;

/** Most characters of a text that are shown. */
const SHOWN = 300;

/** Most characters of a code, a reason or a request ID. */
const WORD = 64;

/** Of a push token in any text. */
const VISIBLE = 6;

const MASK = '…';

/**
 * Zero-width characters and such as turn the direction of a text: nobody sees them, and within a token they
 * would hide it.
 */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

const BREAKS = /[\t\n\r\u2028\u2029]+/g;

// eslint-disable-next-line no-control-regex -- just these are to go
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** What bears a login, unless it is masked already. */
const BEARER = /\b(bearer)[\s:=]+(?!eyJ…)[^\s"']+/gi;

/** Everything that a JWT, a key in base64 or a push token may consist of. */
const RUN = /[\w+/=%~.-]+/g;

/** Parts of a run that no word, name of a field or address is as long as. */
const LONG_PART = /[\w+/=%~-]{40,}/g;

/** A long ID or checksum, which gives nothing away. */
const NUMBER = /^[\da-f-]{1,64}$/i;

/** What a push token looks like, which is written the same everywhere. */
const PLAIN = /^[\w.-]*$/;

/** Anything but the printable characters of ASCII. */
const UNUSUAL = /[^ -~]/;

/** A character that is no part of a code, a reason or a request ID. */
const NO_WORD = /[^\w.:…-]/g;

const PEM_MARK = '-----';
const PEM_BEGIN = `${PEM_MARK}BEGIN`;
const PEM_END = `${PEM_MARK}END`;

/**
 * A text of the server's as it may be shown: at most 300 characters in one line.
 *
 * @param tokens push tokens of the request, which the server may repeat in whatever case or escaping
 */
export function sayable(text: string, tokens: readonly string[]): string {
	return cut(mask(clean(cutBehindWord(text)), tokens, clean).trim(), SHOWN);
}

/**
 * A code, a reason or a request ID as it may be shown and kept: at most 64 characters, letters, digits and
 * `_ . : -` only. Never empty, unless `word` is.
 *
 * @param tokens as with `sayable`
 */
export function sayableWord(word: string, tokens: readonly string[]): string {
	const seen = word.slice(0, LOOKED_AT);
	const plain = plainWord(seen);
	// The usual case, which every request meets: a short ID, and a thousand tokens too long to be in it.
	const possible = plain === seen ? tokens.filter(({ length }) => length <= plain.length) : tokens;
	const masked = mask(plain, possible, plainWord);
	return word !== '' && masked === '' ? MASK : cut(masked, WORD);
}

function clean(text: string): string {
	return text.replace(BREAKS, ' ').replace(CONTROL, '').replace(INVISIBLE, '');
}

/** What is left out may stand within a token as well as around it: so it goes before a token is looked for. */
function plainWord(text: string): string {
	return text.replace(NO_WORD, '');
}

/** A token at the border of what is looked at would not be known for one: so the word there is left out. */
function cutBehindWord(text: string): string {
	if (text.length <= LOOKED_AT) return text;
	let end = LOOKED_AT;
	while (end > 0 && !/\s/.test(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end) + MASK;
}

function cut(text: string, length: number): string {
	if (text.length <= length) return text;
	// Half a character would not survive its way through JSON.
	return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}${MASK}`;
}

/** @param likeText brings a token into the form that `text` has been brought into */
function mask(
	text: string,
	tokens: readonly string[],
	likeText: (token: string) => string,
): string {
	return maskTokens(maskKeys(text), tokens, likeText)
		.replace(RUN, (run) => maskRun(maskJwt(run)))
		.replace(BEARER, `$1 ${MASK}`);
}

/** A key in PEM form, up to its last line or to the end of the text. */
function maskKeys(text: string): string {
	const begin = text.indexOf(PEM_BEGIN);
	if (begin < 0) return text;
	const end = text.lastIndexOf(PEM_END);
	const behind = end < begin ? -1 : text.indexOf(PEM_MARK, end + PEM_END.length);
	return text.slice(0, begin) + MASK + (behind < 0 ? '' : text.slice(behind + PEM_MARK.length));
}

/** A JWT's header is JSON, so each begins with `{"` in base64. */
function maskJwt(run: string): string {
	const begin = run.indexOf('eyJ');
	return begin < 0 || !run.includes('.', begin) ? run : `${run.slice(0, begin)}eyJ${MASK}`;
}

/** Whatever looks like a secret: a push token of somebody else, a part of one, a line of a key. */
function maskRun(run: string): string {
	return run.replace(LONG_PART, (part) =>
		!/\d/.test(part) || NUMBER.test(part) ? part : part.slice(0, VISIBLE) + MASK,
	);
}

/** The request's own tokens, however short they are; the longest first, as one may begin with another. */
function maskTokens(
	text: string,
	tokens: readonly string[],
	likeText: (token: string) => string,
): string {
	if (text.length <= VISIBLE) return text;
	const lowered = lower(text);
	const found = tokens
		.filter((token) => token.length > VISIBLE)
		.flatMap((token) => (PLAIN.test(token) ? [lower(token)] : formsOf(likeText(token))))
		.filter((form) => form.length > VISIBLE && lowered.includes(form));
	return found
		.sort((a, b) => b.length - a.length)
		.reduce((masked, form) => replaceAll(masked, form), text);
}

/** How a token may stand in a text: as it is, in JSON, or in an address; in small letters. */
function formsOf(token: string): string[] {
	const whole = lower(token);
	const inJson = JSON.stringify(whole).slice(1, -1);
	const forms = [whole, inJson, inJson.replaceAll('/', '\\/')];
	// Half a character has no place in an address.
	return /[\ud800-\udfff]/.test(whole) ? forms : [...forms, lower(encodeURIComponent(whole))];
}

function replaceAll(text: string, form: string): string {
	const lowered = lower(text);
	const parts: string[] = [];
	let from = 0;
	for (let at = lowered.indexOf(form); at >= 0; at = lowered.indexOf(form, from)) {
		parts.push(text.slice(from, at + VISIBLE), MASK);
		from = at + form.length;
	}
	return parts.join('') + text.slice(from);
}

/** Latin letters only: others may change their number, or depend on what stands beside them. */
function lower(text: string): string {
	return UNUSUAL.test(text)
		? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
		: text.toLowerCase();
}
