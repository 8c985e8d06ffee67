import { generateKeyPairSync } from 'node:crypto';

/** A key file as HUAWEI Developers' API Console hands it out; the key is made anew for each test run. */
export interface KeyFile {
	project_id: string;
	key_id: string;
	private_key: string;
	sub_account: string;
	auth_uri: string;
	token_uri: string;
	auth_provider_cert_uri: string;
	client_cert_uri: string;
}

export interface TestAccount {
	keyFile: KeyFile;
	/** PEM (SPKI). */
	publicKey: string;
}

/** An RSA key pair, or one of another kind where a test needs a bad one. */
export function makeKeyPair(kind: 'rsa' | 'shortRsa' | 'ec' = 'rsa'): {
	privateKey: string;
	publicKey: string;
} {
	const pair =
		kind === 'ec'
			? generateKeyPairSync('ec', { namedCurve: 'P-256' })
			: generateKeyPairSync('rsa', { modulusLength: kind === 'rsa' ? 2048 : 1024 });
	return {
		privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
	};
}

/**
 * A key file for tests that read it and do not sign: its key is too short for that, and quickly made.
 */
export function makeKeyFile(overrides: Partial<KeyFile> = {}): KeyFile {
	return fillKeyFile(makeKeyPair('shortRsa').privateKey, overrides);
}

export function makeAccount(overrides: Partial<KeyFile> = {}): TestAccount {
	const { privateKey, publicKey } = makeKeyPair();
	return { keyFile: fillKeyFile(privateKey, overrides), publicKey };
}

function fillKeyFile(privateKey: string, overrides: Partial<KeyFile>): KeyFile {
	return {
		project_id: '101653523863411111',
		key_id: '9f8e7d6c5b4a',
		private_key: privateKey,
		sub_account: '104837171',
		auth_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/authorize',
		token_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
		auth_provider_cert_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/certs',
		client_cert_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/x509',
		...overrides,
	};
}
