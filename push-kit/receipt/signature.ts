/**
 * The signature of a receipt call: header `X-HUAWEI-CALLBACK-ID`, with the value
 * `timestamp=<ms>;nonce=<UUID>;value=<base64>`, where `value` is
 * Base64(HMAC-SHA256(key, timestamp + nonce + userName)).
 *
 * It covers the time, the nonce and the user name, but not the body.
 * Source page: `push-msg-receipt`.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

import { toMilliseconds } from './timestamps';

/** Name of the header, in the lower case in which Node.js reports it. */
export const SIGNATURE_HEADER = 'x-huawei-callback-id';

/**
 * How the secret becomes the key: newer configurations decode it from Base64, old ones use its
 * UTF-8 bytes, and nothing in a call tells the two apart. `auto` accepts either.
 */
export type SecretEncoding = 'auto' | 'base64' | 'text';

/** What both sides know: user name and key of the receipt configuration in AppGallery Connect. */
export interface CallbackAccount {
	readonly userName: string;
	readonly secret: string;
	/** The secret in use before the last change, accepted beside `secret` during a rotation. */
	readonly previousSecret?: string;
	readonly secretEncoding: SecretEncoding;
}

export interface SignatureParts {
	/** As received: the digits are part of what is signed. */
	readonly timestamp: string;
	readonly nonce: string;
	/** Base64 of the HMAC. */
	readonly value: string;
}

export type SignatureFault = 'missing' | 'malformed' | 'stale' | 'future' | 'mismatch';

export type SignatureResult =
	/** `signedAt` in milliseconds, whichever unit was received; `mac` as computed, 32 bytes. */
	| { readonly ok: true; readonly signedAt: number; readonly mac: Buffer }
	| { readonly ok: false; readonly reason: SignatureFault };

/** The header's value, or its values where a proxy or the caller repeated it. */
export type SignatureHeader = string | readonly string[] | undefined;

const HMAC_BYTES = 32;

/** Seconds: what was signed a day ago is never taken, whatever tolerance is asked for. */
export const LARGEST_TOLERANCE_SECONDS = 86_400;

/**
 * Characters. Huawei's header has some 110; more is borne for a repetition, without doing the work
 * that a caller without a key might ask for.
 */
const LONGEST_HEADER = 4096;

/** A UUID has 36 characters, and Huawei's own sample has a mere colon. */
const LONGEST_NONCE = 128;

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

const PARTS = ['timestamp', 'nonce', 'value'] as const;

export type ParsedSignature =
	| { readonly ok: true; readonly parts: SignatureParts }
	| { readonly ok: false; readonly reason: 'missing' | 'malformed' };

/**
 * Takes the header apart. Blanks around the parts, another order, unknown parts, missing or
 * additional Base64 padding and a repetition of the same header are borne; two headers that
 * differ are `malformed`, because nothing says which of them counts.
 */
export function parseSignatureHeader(header: SignatureHeader): ParsedSignature {
	// Node.js joins repeated headers with a comma, which occurs in none of the parts.
	const joined = typeof header === 'string' ? header : (header ?? []).join(',');
	if (joined.length > LONGEST_HEADER) return { ok: false, reason: 'malformed' };
	const values = joined
		.split(',')
		.map((value) => value.trim())
		.filter((value) => value !== '');
	const [first, ...repetitions] = values.map(parseSingleHeader);

	if (first === undefined) return { ok: false, reason: 'missing' };
	if (first === null) return { ok: false, reason: 'malformed' };
	const alike = repetitions.every(
		(other) =>
			other?.timestamp === first.timestamp &&
			other.nonce === first.nonce &&
			other.value === first.value,
	);
	return alike ? { ok: true, parts: first } : { ok: false, reason: 'malformed' };
}

function parseSingleHeader(header: string): SignatureParts | null {
	const parts = new Map<string, string>();
	for (const part of header.split(';')) {
		// At the first "=" only: the Base64 value ends in others.
		const equalsSign = part.indexOf('=');
		if (equalsSign < 0) {
			if (part.trim() === '') continue;
			return null;
		}
		const name = part.slice(0, equalsSign).trim().toLowerCase();
		if (parts.has(name)) return null;
		parts.set(name, part.slice(equalsSign + 1).trim());
	}

	const [timestamp = '', nonce = '', value = ''] = PARTS.map((name) => parts.get(name));
	if (!/^\d{9,16}$/.test(timestamp)) return null;
	if (nonce === '' || nonce.length > LONGEST_NONCE) return null;
	if (!BASE64.test(value)) return null;
	return { timestamp, nonce, value };
}

/** Signs as Huawei does. `key` is the key itself, already decoded from the secret. */
export function signReceiptCall(
	key: Buffer,
	parts: { readonly timestamp: string; readonly nonce: string; readonly userName: string },
): string {
	return computeMac(key, parts.timestamp + parts.nonce + parts.userName).toString('base64');
}

function computeMac(key: Buffer, text: string): Buffer {
	return createHmac('sha256', key).update(text, 'utf8').digest();
}

/**
 * Decodes a Base64 secret, in the common or the URL alphabet, padded or not.
 * Gives `undefined` for what is no Base64, instead of decoding half of it.
 */
export function decodeBase64Secret(secret: string): Buffer | undefined {
	if (!BASE64.test(secret)) return undefined;
	if (secret.replace(/=+$/, '').length % 4 === 1) return undefined;
	return Buffer.from(secret, 'base64');
}

/**
 * The keys that a secret may stand for, with the chosen encoding. An empty key is none, and neither
 * is one of zero bytes only: HMAC fills keys with such, so that anybody could sign with it.
 */
export function deriveKeys(secret: string, encoding: SecretEncoding): readonly Buffer[] {
	const keys: Array<Buffer | undefined> = [];
	if (encoding !== 'text') keys.push(decodeBase64Secret(secret));
	if (encoding !== 'base64') keys.push(Buffer.from(secret, 'utf8'));
	return keys.filter((key): key is Buffer => key?.some((byte) => byte !== 0) === true);
}

/**
 * Verifies a call. `tolerance` is in seconds and holds in both directions, up to
 * `LARGEST_TOLERANCE_SECONDS`; `now` in milliseconds.
 *
 * The time is judged after the HMAC, so that only a caller who knows the secret learns that its
 * clock is wrong. Huawei documents no window; 300 seconds are this package's default.
 */
export function verifySignature(
	parsed: ParsedSignature,
	account: CallbackAccount,
	window: { readonly tolerance: number; readonly now: number },
): SignatureResult {
	if (!parsed.ok) return parsed;

	const { timestamp, nonce, value } = parsed.parts;
	const mac = findMatchingMac(value, timestamp + nonce + account.userName, account);
	if (mac === undefined) return { ok: false, reason: 'mismatch' };

	const signedAt = toMilliseconds(Number(timestamp));
	const age = window.now - signedAt;
	const tolerance = Math.min(window.tolerance, LARGEST_TOLERANCE_SECONDS) * 1000;
	// Asked so that what is no number is refused.
	if (!(age <= tolerance)) return { ok: false, reason: 'stale' };
	if (!(-age <= tolerance)) return { ok: false, reason: 'future' };
	return { ok: true, signedAt, mac };
}

function findMatchingMac(
	value: string,
	text: string,
	account: CallbackAccount,
): Buffer | undefined {
	if (account.userName === '') return undefined;
	const received = Buffer.from(value, 'base64');
	if (received.length !== HMAC_BYTES) return undefined;

	const keys = [account.secret, account.previousSecret ?? ''].flatMap((secret) =>
		deriveKeys(secret, account.secretEncoding),
	);
	// Every key is tried, so that the time taken does not tell which one matched.
	return keys
		.map((key) => computeMac(key, text))
		.filter((mac) => timingSafeEqual(mac, received))
		.at(0);
}
