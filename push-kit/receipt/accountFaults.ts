/**
 * What is wrong with the user name and the secret of a receipt configuration, as far as it can be
 * seen without a call of Huawei. Each fault is a sentence that names the field as the form calls it
 * and the next click; none repeats what was entered.
 *
 * Huawei publishes no rules for either field. What is called a fault here either cannot be what
 * AppGallery Connect holds, or makes a key that others could find.
 */
import { CONSOLE_PLACES } from '../catalog/consoleSteps';
import { type CallbackAccount, decodeBase64Secret, deriveKeys } from './signature';
import { holdsUnseen } from '../visibleText';

const WHERE = `It stands in ${CONSOLE_PLACES.receipts}, in the receipt.`;

const ENTER_ANOTHER = 'enter another one in AppGallery Connect and here.';

/** Bytes: what cannot be found by trying, by whoever overheard one call. */
const SHORTEST_KEY = 16;

/** Different bytes of a key; fewer are one or two characters held down. */
const FEWEST_DIFFERENT_BYTES = 4;

/** Characters; a key of 64 bytes has 88 in Base64. */
const LONGEST_SECRET = 1024;

interface Mistake {
	readonly pattern: RegExp;
	/** Behind the name of the field. */
	readonly sentence: string;
}

/** What was pasted instead, the narrower first. */
const OTHER_THINGS: readonly Mistake[] = [
	{
		pattern: /-----BEGIN/,
		sentence:
			'holds a private key, as the service account has. Copy the user name and key of the receipt instead.',
	},
	{
		pattern: /^[{[][^]*[}\]]$|^"[^"]*"\s*:/,
		sentence: 'holds JSON, perhaps a whole file. Copy the one value only.',
	},
	{
		pattern: /^[a-z][a-z0-9+.-]*:\/\//i,
		sentence:
			'holds a web address. The callback address is entered in AppGallery Connect only; copy the user name and key of the receipt.',
	},
	{
		pattern: /\btimestamp=\d|x-huawei-callback-id/i,
		sentence: 'holds the signature of a call. Copy the user name and key of the receipt instead.',
	},
	{
		pattern: /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/,
		sentence: 'holds a login token. Copy the user name and key of the receipt instead.',
	},
	{
		// Push tokens that were seen have 112 characters and begin like this.
		pattern: /^MA[\w-]{90,}$/,
		sentence: 'seems to hold a push token. Copy the user name and key of the receipt instead.',
	},
];

const CHARACTERS: readonly Mistake[] = [
	{
		pattern: /[\r\n]/,
		sentence: 'holds a line break. Copy it again, and nothing beside it.',
	},
	{
		pattern: /[\u3000\uFF01-\uFF5E]/,
		sentence:
			'holds full-width characters, which a Chinese or Japanese keyboard writes. Type it again in half width, in AppGallery Connect too if it stands so there.',
	},
	{
		pattern: /^["'`\u2018\u201C\u00AB\u300C][^]*["'`\u2019\u201D\u00BB\u300D]$/,
		sentence:
			'stands between quotation marks, which count as characters. Take them away, in AppGallery Connect too if they stand there.',
	},
];

const UNSEEN =
	'holds a character that cannot be seen, such as a tab or a zero-width blank. Type it again instead of pasting it.';

const BASE64_CHARACTERS = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** Finds the first fault, or `undefined` if there is none to be seen. */
export function findAccountFault(account: CallbackAccount): string | undefined {
	const { userName, secret, previousSecret = '' } = account;
	for (const [field, value] of [
		['User Name', userName],
		['Secret', secret],
	] as const) {
		if (value === '') {
			return `${field} is empty. Without user name and secret Huawei does not sign. ${WHERE}`;
		}
		const mistake = findMistake(value);
		if (mistake !== undefined) return `${field} ${mistake} ${WHERE}`;
	}
	if (secret === userName) {
		return `Secret is the same as User Name, which is no secret. If it was pasted into both fields, copy the key again; else ${ENTER_ANOTHER} ${WHERE}`;
	}
	const keyFault = findEncodingFault(secret, account) ?? findWeakness(secret, account);
	if (keyFault !== undefined) return `Secret ${keyFault} ${WHERE}`;
	if (previousSecret === '') return undefined;

	// A weak one is on its way out.
	const previousFault = findMistake(previousSecret) ?? findEncodingFault(previousSecret, account);
	return previousFault && `Previous Secret ${previousFault} ${WHERE}`;
}

function findMistake(value: string): string | undefined {
	const mistake = [...OTHER_THINGS, ...CHARACTERS].find(({ pattern }) => pattern.test(value));
	if (mistake !== undefined) return mistake.sentence;
	if (holdsUnseen(value)) return UNSEEN;
	if (value.length > LONGEST_SECRET) {
		return `has ${value.length} characters, more than a user name or key has. Copy the one value only.`;
	}
	return undefined;
}

function findEncodingFault(
	secret: string,
	{ secretEncoding }: CallbackAccount,
): string | undefined {
	if (secretEncoding === 'base64' && !BASE64_CHARACTERS.test(secret)) {
		return 'holds characters that do not occur in Base64. Set Secret Encoding to Automatic or Text, or copy the secret again.';
	}
	const decoded = decodeBase64Secret(secret);
	if (secretEncoding === 'base64' && decoded === undefined) {
		return 'cannot be Base64 of this length: a part of it seems to be missing. Copy it again, or set Secret Encoding to Automatic or Text.';
	}
	if (secretEncoding !== 'text' && decoded?.every((byte) => byte === 0)) {
		return `is no key: decoded from Base64 it holds nothing but zero bytes, with which anybody could sign. Copy it again, or ${ENTER_ANOTHER}`;
	}
	return undefined;
}

function findWeakness(secret: string, { secretEncoding }: CallbackAccount): string | undefined {
	const keys = deriveKeys(secret, secretEncoding);
	// With Automatic the text is one of the keys, and the longest.
	const bytes = Math.max(...keys.map((key) => key.length));
	if (bytes < SHORTEST_KEY) {
		return `makes a key of only ${bytes} bytes, which whoever overhears a call can find by trying. Enter one of at least ${SHORTEST_KEY} bytes in AppGallery Connect and here.`;
	}
	if (keys.some((key) => new Set(key).size < FEWEST_DIFFERENT_BYTES)) {
		return `repeats the same one to three characters, or shows dots in place of the key. Copy it again, or ${ENTER_ANOTHER}`;
	}
	return undefined;
}
