/** The service account of Huawei's API Console, read from the key file an operator pastes. */

import type { KeyObject } from 'node:crypto';

import { IDENTIFIERS, mendIdentifier, type Identifier } from './identifiers';
import { MEMBERS, readKeyFile, readKeyObject, type KeyFile } from './keyFile';
import { describePart, NO_PRIVATE_KEY, recogniseOther } from './otherFiles';
import { isTooLong } from './pastedText';
import { openPrivateKey, PRIVATE_KEY_MEMBER, repairPem } from './privateKeyPem';
import { PASTE_AGAIN, ServiceAccountError, tooLong } from './serviceAccountError';

export { ServiceAccountError } from './serviceAccountError';

/** What is needed of a key file (`push-jwt-token`); its other members are not used. Never changed. */
export interface ServiceAccount {
	/** AppGallery Connect project ID: part of the send URL. */
	readonly projectId: string;
	/** `kid` of the JWT. */
	readonly keyId: string;
	/** `iss` of the JWT. */
	readonly subAccount: string;
	/** PKCS#8 or PKCS#1 PEM with real line breaks. */
	readonly privateKey: string;
}

/** As the form calls the field for the whole file. */
const KEY_FILE_LABEL = 'Service Account Key (JSON)';

const PRIVATE_KEY_LABEL = 'Private Key';

/**
 * Reads a pasted key file, or one that an expression hands over parsed. Mends what pasting breaks, see
 * `readKeyFile`, `mendIdentifier` and `repairPem`. Unknown members are ignored.
 *
 * @param pasted the content of the key file
 * @throws {ServiceAccountError} naming the member that is missing or malformed, or what else was pasted
 */
export function parseServiceAccountKey(pasted: string | object): ServiceAccount {
	if (typeof pasted === 'string' && isTooLong(pasted)) throw tooLong(KEY_FILE_LABEL, pasted.length);
	const file = typeof pasted === 'string' ? readKeyFile(pasted) : readKeyObject(pasted);
	const account = readMembers(file);
	return Object.freeze({
		...account,
		privateKey: readPem(account.privateKey, `"${PRIVATE_KEY_MEMBER}"`),
	});
}

/**
 * The same from fields entered one by one, as external secret stores hand them out.
 *
 * @throws {ServiceAccountError} naming the field that is empty or malformed
 */
export function createServiceAccount(
	fields: Readonly<Partial<Record<keyof ServiceAccount, unknown>>>,
): ServiceAccount {
	const account = {
		projectId: mendIdentifier(fields.projectId, IDENTIFIERS.projectId),
		keyId: mendIdentifier(fields.keyId, IDENTIFIERS.keyId),
		subAccount: mendIdentifier(fields.subAccount, IDENTIFIERS.subAccount),
		privateKey: textOf(fields.privateKey),
	};
	const missing = findMissing(account);
	if (missing !== undefined) {
		const { member, label } = describe(missing);
		throw new ServiceAccountError(
			'missingMember',
			`${label} is empty: enter the key file's "${member}" in the credential.`,
			member,
		);
	}
	return Object.freeze({ ...account, privateKey: readKeyField(account.privateKey) });
}

/**
 * Reads the account's private key.
 *
 * @throws {ServiceAccountError} if the key is unreadable, not RSA, or shorter than 2048 bits
 */
export function readPrivateKey({ privateKey }: ServiceAccount): KeyObject {
	return openPrivateKey(privateKey);
}

/** The field of the key alone takes the whole file too: the key is found in it. */
function readKeyField(pasted: string): string {
	if (isTooLong(pasted)) throw tooLong(PRIVATE_KEY_LABEL, pasted.length, PRIVATE_KEY_MEMBER);
	return readPem(readKeyFile(pasted).text(), PRIVATE_KEY_LABEL);
}

function readPem(text: string, name: string): string {
	return repairPem(text, name, () => recogniseOther(text)?.words);
}

function readMembers(file: KeyFile): ServiceAccount {
	if (MEMBERS.some((member) => file.values(member).length === 0)) refuseOther(file.text());
	const account = {
		projectId: identifierOf(file, IDENTIFIERS.projectId),
		keyId: identifierOf(file, IDENTIFIERS.keyId),
		subAccount: identifierOf(file, IDENTIFIERS.subAccount),
		privateKey: textOf(file.values(PRIVATE_KEY_MEMBER)[0]),
	};
	const missing = findMissing(account);
	if (missing === undefined) return account;
	throw incomplete(file, missing);
}

/** Of a file for another purpose it does not help to hear which of our members it lacks or spoils. */
function refuseOther(text: string): void {
	if (text === '') {
		throw new ServiceAccountError('empty', `${KEY_FILE_LABEL} is empty. ${PASTE_AGAIN}`);
	}
	const other = recogniseOther(text);
	if (other === undefined) return;
	throw new ServiceAccountError(other.kind, `${KEY_FILE_LABEL} ${other.words}`);
}

function identifierOf(file: KeyFile, identifier: Identifier): string {
	const name = `"${identifier.member}" in ${KEY_FILE_LABEL}`;
	const found = file
		.values(identifier.member)
		.map((value) => mendIdentifier(value, identifier, name))
		.filter((id) => id !== '');
	const [id = '', ...others] = new Set(found);
	if (others.length === 0) return id;
	throw new ServiceAccountError(
		'severalKeys',
		`${KEY_FILE_LABEL} holds more than one key file. Paste one only.`,
		identifier.member,
	);
}

function findMissing(account: ServiceAccount): keyof ServiceAccount | undefined {
	const names = ['projectId', 'keyId', 'subAccount', 'privateKey'] as const;
	return names.find((name) => account[name] === '');
}

function incomplete(file: KeyFile, missing: keyof ServiceAccount): ServiceAccountError {
	const { member } = describe(missing);
	if (!file.isJson || MEMBERS.every((name) => file.values(name).length === 0)) {
		const { kind, words } = describePart(file.text(), file.isJson);
		return new ServiceAccountError(kind, `${KEY_FILE_LABEL} ${words}`, member);
	}
	const words =
		missing === 'privateKey' ? NO_PRIVATE_KEY : `The key file has no "${member}". ${PASTE_AGAIN}`;
	return new ServiceAccountError('missingMember', words, member);
}

function describe(name: keyof ServiceAccount): Pick<Identifier, 'member' | 'label'> {
	return name === 'privateKey'
		? { member: PRIVATE_KEY_MEMBER, label: PRIVATE_KEY_LABEL }
		: IDENTIFIERS[name];
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
