/** The private key: a PEM with proper lines from whatever pasting left of it, and its opening. */

import { createPrivateKey, type KeyObject } from 'node:crypto';

import { N8N_STEPS } from '../catalog/consoleSteps';
import { isTooLong, unescapedText } from './pastedText';
import {
	PASTE_AGAIN,
	ServiceAccountError,
	tooLong,
	USE_SERVICE_ACCOUNT_KEY,
} from './serviceAccountError';

/** The member of the key file. */
export const PRIVATE_KEY_MEMBER = 'private_key';

const KEY_NAME = 'The private key ("private_key")';

/** Shortest RSA modulus, in bits, that PS256 allows (RFC 7518 section 3.5). */
const MINIMUM_KEY_BITS = 2048;

/** In a flat text; the dashes around it may be lost. */
const KIND_OF_KEY = '([A-Z0-9]{0,10}?)PRIVATEKEY';
const BEGIN = new RegExp(`BEGIN${KIND_OF_KEY}`, 'g');
const END = new RegExp(`END${KIND_OF_KEY}`, 'g');

/** How OpenSSL marks a key of the old format that a password protects. */
const PASSWORD_HEADER = /ProcType:4,ENCRYPTED|DEKInfo:/i;

interface PemBlock {
	/** Such as `RSA`; empty for PKCS#8. */
	kind: string;
	body: string;
}

/**
 * The one private key in a text, as a PEM of proper lines: literal `\n`, lost or doubled line breaks,
 * quotes, blanks, invisible characters and all that stands around it are mended.
 *
 * @param text whatever holds the key, such as a member of the key file
 * @param name how to call it in an error
 * @param recognise what else the text is, in words that follow the name; asked only if it holds no key
 * @throws {ServiceAccountError} if there is none, more than one, or one that a password protects
 */
export function repairPem(text: string, name: string, recognise: () => string | undefined): string {
	if (isTooLong(text)) throw tooLong(name, text.length, PRIVATE_KEY_MEMBER);
	const flat = flatten(unescapedText(text));
	const blocks = findBlocks(flat);
	const [block] = blocks;
	if (block === undefined) throw fault('notPem', `${name} ${recognise() ?? describePart(flat)}`);
	if (blocks.some(({ body }) => body !== block.body)) {
		throw fault('severalKeys', `${name} holds more than one private key. Paste one key only.`);
	}
	if (block.kind === 'ENCRYPTED' || PASSWORD_HEADER.test(block.body)) {
		throw fault(
			'encryptedKey',
			`${name} is protected by a password, and n8n cannot ask for it. Huawei's key files have none: paste the file as it was downloaded. If it is lost: ${N8N_STEPS.newKey}`,
		);
	}
	if (block.kind === 'OPENSSH') {
		throw fault(
			'notRsa',
			`${name} is a key for SSH log-ins, not the key of a service account. ${USE_SERVICE_ACCOUNT_KEY}`,
		);
	}
	const label = block.kind === '' ? 'PRIVATE KEY' : `${block.kind} PRIVATE KEY`;
	const lines = block.body.replace(/[^A-Za-z0-9+/=]/g, '').match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** Whether a text has the first or the last line of a private key. */
export function hasKeyLine(text: string): boolean {
	const flat = flatten(text);
	return flat.search(BEGIN) !== -1 || flat.search(END) !== -1;
}

/** Without quotes and blanks: a terminal breaks the first and the last line of a key as well. */
function flatten(text: string): string {
	return text.replace(/["'`\s]+/g, '');
}

/**
 * Opens a PEM made by `repairPem`.
 *
 * @throws {ServiceAccountError} if the key is unreadable, not RSA, or shorter than 2048 bits
 */
export function openPrivateKey(pem: string): KeyObject {
	const key = tryOpen(pem);
	if (key === undefined) {
		throw fault(
			'unreadableKey',
			`${KEY_NAME} is damaged: its first and last line are there, but what stands between them is no complete key. ${PASTE_AGAIN} If the file itself is damaged: ${N8N_STEPS.newKey}`,
		);
	}
	if (key.asymmetricKeyType !== 'rsa') {
		throw fault(
			'notRsa',
			`${KEY_NAME} is a key of type ${key.asymmetricKeyType ?? 'unknown'}, but Push Kit signs with RSA: this is not the key of a service account. ${USE_SERVICE_ACCOUNT_KEY}`,
		);
	}
	const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
	if (bits < MINIMUM_KEY_BITS) {
		throw fault(
			'keyTooShort',
			`${KEY_NAME} is an RSA key of ${bits} bits; at least ${MINIMUM_KEY_BITS} are needed. ${N8N_STEPS.newKey}`,
		);
	}
	return key;
}

function tryOpen(pem: string): KeyObject | undefined {
	try {
		return createPrivateKey(pem);
	} catch {
		// OpenSSL's own words would not help an operator and may quote the key.
		return undefined;
	}
}

/** Each last line with the nearest first line before it that fits. */
function findBlocks(flat: string): PemBlock[] {
	const begins = [...flat.matchAll(BEGIN)];
	let next = 0;
	return [...flat.matchAll(END)].flatMap(({ 1: endKind = '', index: end }) => {
		let begin: RegExpMatchArray | undefined;
		for (; next < begins.length && (begins[next]?.index ?? end) < end; next += 1) {
			begin = begins[next];
		}
		const [line, kind = ''] = begin ?? [];
		if (line === undefined || kind !== endKind) return [];
		const body = flat.slice((begin?.index ?? 0) + line.length, end);
		return [{ kind, body: body.replace(/-+/g, '') }];
	});
}

function describePart(flat: string): string {
	const hasBegin = flat.search(BEGIN) !== -1;
	const hasEnd = flat.search(END) !== -1;
	if (hasBegin && hasEnd) {
		return `has a first and a last line that do not belong together. ${PASTE_AGAIN}`;
	}
	if (hasBegin) return `breaks off: its last line (END ...) is missing. ${PASTE_AGAIN}`;
	if (hasEnd) return `lacks its beginning: the first line (BEGIN ...) is missing. ${PASTE_AGAIN}`;
	return `is not a private key: it has no first line (BEGIN ...) and no last line (END ...). ${PASTE_AGAIN}`;
}

function fault(kind: ServiceAccountError['kind'], message: string): ServiceAccountError {
	return new ServiceAccountError(kind, message, PRIVATE_KEY_MEMBER);
}
