import { generateKeyPair, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';

/** The fixed audience of a Push Kit JWT (`push-jwt-token`). */
export const AUDIENCE = 'https://oauth-login.cloud.huawei.com/oauth2/v3/token';

/** The service account key file as Huawei's API Console hands it out (`push-jwt-token`). */
export interface ServiceAccountKeyFile {
	project_id: string;
	key_id: string;
	private_key: string;
	sub_account: string;
	auth_uri: string;
	token_uri: string;
	auth_provider_cert_uri: string;
	client_cert_uri: string;
}

/** What a sandbox is known by: made once, kept in the data folder, or living in memory only. */
export interface SandboxAccount {
	keyFile: ServiceAccountKeyFile;
	clientId: string;
	receiptUserName: string;
	/** Base64 of 32 random bytes; the HMAC key is the decoded bytes, as in Huawei's newer configurations. */
	receiptSecret: string;
}

/**
 * Every `key_id` made here begins with it, so that a client can tell a key of the sandbox from one
 * of Huawei's. A key that was kept from before the mark stays as it is: n8n may hold it.
 */
const KEY_ID_MARK = 'sandbox-';

const makeKeyPair = promisify(generateKeyPair);

function makeDigits(count: number): string {
	const rest = Array.from({ length: count - 1 }, () => String(randomInt(10))).join('');
	return `${randomInt(1, 10)}${rest}`;
}

/** Huawei writes the base64 of the key as one long line between BEGIN and END. */
function foldIntoOneLine(pem: string): string {
	const lines = pem.trim().split('\n');
	return `${lines[0] ?? ''}\n${lines.slice(1, -1).join('')}\n${lines[lines.length - 1] ?? ''}\n`;
}

/** Makes a service account key with an RSA key pair of its own. */
export async function makeKeyFile(): Promise<ServiceAccountKeyFile> {
	const { privateKey } = await makeKeyPair('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	return {
		project_id: makeDigits(18),
		key_id: `${KEY_ID_MARK}${randomUUID().replace(/-/g, '')}`,
		private_key: foldIntoOneLine(privateKey),
		sub_account: makeDigits(9),
		auth_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/authorize',
		token_uri: AUDIENCE,
		auth_provider_cert_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/certs',
		client_cert_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/x509?client_id=',
	};
}

export function makeReceiptSecret(): string {
	return randomBytes(32).toString('base64');
}

export function makeIdentity(): Pick<SandboxAccount, 'clientId' | 'receiptUserName'> {
	return { clientId: makeDigits(9), receiptUserName: 'sandbox-receipts' };
}

/** Makes an account that lives in memory only. */
export async function makeAccount(): Promise<SandboxAccount> {
	return {
		keyFile: await makeKeyFile(),
		receiptSecret: makeReceiptSecret(),
		...makeIdentity(),
	};
}
