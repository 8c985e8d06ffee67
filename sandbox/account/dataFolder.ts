import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { tellTerminal, type Tell } from '../process/log';
import { isSystemError } from '../process/systemError';
import {
	makeIdentity,
	makeKeyFile,
	makeReceiptSecret,
	type SandboxAccount,
	type ServiceAccountKeyFile,
} from './serviceAccount';

const KEY_FILE_NAME = 'service-account-key.json';
const SECRET_FILE_NAME = 'receipt-secret.txt';
const IDENTITY_FILE_NAME = 'sandbox.json';
const STATE_FILE_NAME = 'state.json';

/** Only the owner may read the key, the secret, and what arrived. */
const PRIVATE_MODE = 0o600;
const PRIVATE_FOLDER_MODE = 0o700;
const OWN_FILES = [KEY_FILE_NAME, SECRET_FILE_NAME, IDENTITY_FILE_NAME, STATE_FILE_NAME];

/** Where the files of a kept sandbox lie, as absolute paths. */
export interface DataFolder {
	account: SandboxAccount;
	keyFilePath: string;
	secretFilePath: string;
	/** What arrived, and the settings; not there before the first start has ended. */
	stateFilePath: string;
}

async function writePrivate(path: string, text: string): Promise<void> {
	await writeFile(path, text, { mode: PRIVATE_MODE });
	// The mode above holds for a new file only.
	await chmod(path, PRIVATE_MODE);
}

/** Takes a path from everybody but its owner, and says so; what it cannot change it only tells. */
async function makePrivate(path: string, mode: number, tell: Tell): Promise<void> {
	const readMode = async () => (await stat(path)).mode & 0o777;
	try {
		const before = await readMode();
		if ((before & ~mode) === 0) return;
		await chmod(path, mode);
		// Where modes mean nothing, as on Windows, nothing has changed.
		if ((await readMode()) === before) return;
		tell(`Others could open ${path} (mode ${before.toString(8)}). It is now yours alone.`);
	} catch (error) {
		if (isSystemError(error, 'ENOENT')) return;
		tell(`Others may be able to open ${path}: ${String(error)}`);
	}
}

/** A folder that holds other files is left as it is: others may have to get at those. */
async function closeToOthers(root: string, tell: Tell): Promise<void> {
	const names = await readdir(root);
	if (names.every((name) => OWN_FILES.some((own) => name === own || name.startsWith(`${own}.`)))) {
		await makePrivate(root, PRIVATE_FOLDER_MODE, tell);
	}
	for (const name of OWN_FILES) await makePrivate(join(root, name), PRIVATE_MODE, tell);
}

async function readIfThere(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		if (isSystemError(error, 'ENOENT')) return undefined;
		throw error;
	}
}

function parseMembers(text: string, path: string, names: readonly string[]): Map<string, string> {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		throw new Error(`${path} is not JSON. Delete the folder to have a new key made.`);
	}
	const members = new Map<string, string>(
		typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [],
	);
	for (const name of names) {
		if (typeof members.get(name) !== 'string') {
			throw new Error(`${path} has no "${name}". Delete the folder to have a new key made.`);
		}
	}
	return members;
}

const KEY_MEMBERS = [
	'project_id',
	'key_id',
	'private_key',
	'sub_account',
	'auth_uri',
	'token_uri',
	'auth_provider_cert_uri',
	'client_cert_uri',
] as const;

function readKeyFile(text: string, path: string): ServiceAccountKeyFile {
	const members = parseMembers(text, path, KEY_MEMBERS);
	const read = (name: (typeof KEY_MEMBERS)[number]) => members.get(name) ?? '';
	return {
		project_id: read('project_id'),
		key_id: read('key_id'),
		private_key: read('private_key'),
		sub_account: read('sub_account'),
		auth_uri: read('auth_uri'),
		token_uri: read('token_uri'),
		auth_provider_cert_uri: read('auth_provider_cert_uri'),
		client_cert_uri: read('client_cert_uri'),
	};
}

async function openKeyFile(path: string): Promise<ServiceAccountKeyFile> {
	const text = await readIfThere(path);
	if (text !== undefined) return readKeyFile(text, path);
	const keyFile = await makeKeyFile();
	await writePrivate(path, `${JSON.stringify(keyFile, null, 2)}\n`);
	return keyFile;
}

async function openSecret(path: string): Promise<string> {
	const text = await readIfThere(path);
	if (text !== undefined) return text.trim();
	const secret = makeReceiptSecret();
	await writePrivate(path, `${secret}\n`);
	return secret;
}

async function openIdentity(path: string): Promise<ReturnType<typeof makeIdentity>> {
	const text = await readIfThere(path);
	if (text !== undefined) {
		const members = parseMembers(text, path, ['clientId', 'receiptUserName']);
		return {
			clientId: members.get('clientId') ?? '',
			receiptUserName: members.get('receiptUserName') ?? '',
		};
	}
	const identity = makeIdentity();
	await writePrivate(path, `${JSON.stringify(identity, null, 2)}\n`);
	return identity;
}

/**
 * Opens the folder that keeps the sandbox's identity, and makes whatever is missing in it: the
 * service account key file, the receipt secret (both readable by the owner only), and the IDs.
 * What others could open is taken from them, with a line in the log.
 *
 * @throws Error when a file is there but cannot be read or understood; nothing is overwritten then.
 */
export async function openDataFolder(
	folder: string,
	tell: Tell = tellTerminal,
): Promise<DataFolder> {
	const root = resolve(folder);
	await mkdir(root, { recursive: true, mode: PRIVATE_FOLDER_MODE });
	await closeToOthers(root, tell);
	const keyFilePath = join(root, KEY_FILE_NAME);
	const secretFilePath = join(root, SECRET_FILE_NAME);
	const account: SandboxAccount = {
		keyFile: await openKeyFile(keyFilePath),
		receiptSecret: await openSecret(secretFilePath),
		...(await openIdentity(join(root, IDENTITY_FILE_NAME))),
	};
	return { account, keyFilePath, secretFilePath, stateFilePath: join(root, STATE_FILE_NAME) };
}
