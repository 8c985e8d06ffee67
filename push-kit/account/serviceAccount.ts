/** The service account of Huawei's API Console, read from the key file an operator pastes. */

import { createPrivateKey, type KeyObject } from 'node:crypto';

/** What is needed of a key file (`push-jwt-token`); its other members are not used. */
export interface ServiceAccount {
	/** AppGallery Connect project ID: part of the send URL. */
	projectId: string;
	/** `kid` of the JWT. */
	keyId: string;
	/** `iss` of the JWT. */
	subAccount: string;
	/** PKCS#8 or PKCS#1 PEM with real line breaks. */
	privateKey: string;
}

export type ServiceAccountErrorKind =
	| 'empty'
	| 'notJson'
	| 'missingMember'
	| 'notPem'
	| 'unreadableKey'
	| 'notRsa'
	| 'keyTooShort';

/** A key file or key that cannot be used. The message names the member and the next step, never its value. */
export class ServiceAccountError extends Error {
	constructor(
		readonly kind: ServiceAccountErrorKind,
		message: string,
		/** The key file's member at fault, in Huawei's spelling. */
		readonly member?: string,
	) {
		super(message);
		this.name = 'ServiceAccountError';
	}
}

/** Shortest RSA modulus, in bits, that PS256 allows (RFC 7518 section 3.5). */
const MINIMUM_KEY_BITS = 2048;

const NEW_KEY =
	'Create a new service account key in HUAWEI Developers > API Console > Credentials (服务账号密钥) and paste the whole downloaded file.';

const BARE_ID = /("(?:project_id|key_id|sub_account)"\s*:\s*)(\d+)/g;

const MEMBERS = {
	projectId: 'project_id',
	keyId: 'key_id',
	subAccount: 'sub_account',
	privateKey: 'private_key',
} as const satisfies Record<keyof ServiceAccount, string>;

/** How the credential's form calls each member when the fields are entered one by one. */
const FIELD_LABELS: Record<keyof ServiceAccount, string> = {
	projectId: 'Project ID',
	keyId: 'Key ID',
	subAccount: 'Sub-Account',
	privateKey: 'Private Key',
};

/**
 * Reads a pasted key file. Mends what pasting breaks: a byte order mark, quotes around the whole,
 * line breaks inside the key, literal `\n`, blanks for line breaks. Unknown members are ignored.
 *
 * @param text the content of the key file
 * @throws {ServiceAccountError} naming the member that is missing or malformed
 */
export function parseServiceAccountKey(text: string): ServiceAccount {
	const trimmed = text.replace(/^\uFEFF/, '').trim();
	if (trimmed === '') {
		throw new ServiceAccountError('empty', `Service Account Key (JSON) is empty. ${NEW_KEY}`);
	}
	// Some tools take the quotes off IDs; as numbers they would lose their last digits.
	const file = parseLeniently(trimmed.replace(BARE_ID, '$1"$2"'));
	if (typeof file !== 'object' || file === null || Array.isArray(file)) {
		throw new ServiceAccountError(
			'notJson',
			`Service Account Key (JSON) is not the JSON of a key file: it must begin with { and end with }. Paste the whole file, not only the private key. ${NEW_KEY}`,
		);
	}
	const members = new Map<string, unknown>(Object.entries(file));
	const read = (member: string) => memberText(members.get(member));
	const account = {
		projectId: read(MEMBERS.projectId),
		keyId: read(MEMBERS.keyId),
		subAccount: read(MEMBERS.subAccount),
		privateKey: read(MEMBERS.privateKey),
	};
	return completeAccount(account, (name) => `The key file has no "${MEMBERS[name]}". ${NEW_KEY}`);
}

/**
 * The same from fields entered one by one, as external secret stores hand them out.
 *
 * @throws {ServiceAccountError} naming the field that is empty or malformed
 */
export function createServiceAccount(fields: Partial<ServiceAccount>): ServiceAccount {
	const account = {
		projectId: memberText(fields.projectId),
		keyId: memberText(fields.keyId),
		subAccount: memberText(fields.subAccount),
		privateKey: memberText(fields.privateKey),
	};
	return completeAccount(
		account,
		(name) =>
			`${FIELD_LABELS[name]} is empty: enter the key file's "${MEMBERS[name]}" in the credential.`,
	);
}

/**
 * Reads the account's private key.
 *
 * @throws {ServiceAccountError} if the key is unreadable, not RSA, or shorter than 2048 bits
 */
export function readPrivateKey(account: ServiceAccount): KeyObject {
	const key = openKey(account.privateKey);
	if (key === undefined) {
		throw new ServiceAccountError(
			'unreadableKey',
			`"private_key" is damaged: it has the lines BEGIN PRIVATE KEY and END PRIVATE KEY, but what stands between them is no complete key. Copy the whole file once more. ${NEW_KEY}`,
			MEMBERS.privateKey,
		);
	}
	if (key.asymmetricKeyType !== 'rsa') {
		throw new ServiceAccountError(
			'notRsa',
			`"private_key" holds a key of type ${key.asymmetricKeyType ?? 'unknown'}, but Push Kit signs with RSA. ${NEW_KEY}`,
			MEMBERS.privateKey,
		);
	}
	const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
	if (bits < MINIMUM_KEY_BITS) {
		throw new ServiceAccountError(
			'keyTooShort',
			`"private_key" is an RSA key of ${bits} bits; at least ${MINIMUM_KEY_BITS} are needed. ${NEW_KEY}`,
			MEMBERS.privateKey,
		);
	}
	return key;
}

function openKey(pem: string): KeyObject | undefined {
	try {
		return createPrivateKey(pem);
	} catch {
		// OpenSSL's own words would not help an operator and may quote the key.
		return undefined;
	}
}

function completeAccount(
	account: ServiceAccount,
	missing: (name: keyof ServiceAccount) => string,
): ServiceAccount {
	for (const name of ['projectId', 'keyId', 'subAccount', 'privateKey'] as const) {
		if (account[name] === '') {
			throw new ServiceAccountError('missingMember', missing(name), MEMBERS[name]);
		}
	}
	return { ...account, privateKey: repairPem(account.privateKey) };
}

function memberText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** JSON as it is; else with raw line breaks inside strings escaped; a JSON string is opened once more. */
function parseLeniently(text: string): unknown {
	const value = parseJson(text) ?? parseJson(escapeLineBreaks(text)) ?? parseJson(unquote(text));
	return typeof value === 'string' ? parseJson(value) : value;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function unquote(text: string): string {
	return /^(['"`])[^]*\1$/.test(text) ? text.slice(1, -1) : text;
}

function escapeLineBreaks(text: string): string {
	return text.replace(/"(?:[^"\\]|\\[^])*"/g, (literal) =>
		literal.replace(/\r?\n|\r/g, '\\n').replace(/\t/g, ' '),
	);
}

/**
 * A PEM with proper lines from whatever pasting left of it: literal `\n`, blanks, quotes, one long line.
 *
 * @throws {ServiceAccountError} if the BEGIN and END lines are missing or differ
 */
function repairPem(text: string): string {
	const flat = text.replace(/\\+r/g, ' ').replace(/\\+n/g, ' ').replace(/["'`]/g, '').trim();
	const parts = /-----\s*BEGIN ([A-Z ]+?)\s*-----([^-]*)-----\s*END ([A-Z ]+?)\s*-----/.exec(flat);
	const [, begin, body, end] = parts ?? [];
	if (
		begin === undefined ||
		body === undefined ||
		begin !== end ||
		!begin.endsWith('PRIVATE KEY')
	) {
		throw new ServiceAccountError(
			'notPem',
			`"private_key" is not a complete private key: it must begin with -----BEGIN PRIVATE KEY----- and end with -----END PRIVATE KEY-----. ${NEW_KEY}`,
			MEMBERS.privateKey,
		);
	}
	const lines = body.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${begin}-----`, ...lines, `-----END ${begin}-----`, ''].join('\n');
}
