/** What else gets pasted where the key belongs: each is named, and told whether a new key helps. */
import { generateKeyPairSync } from 'node:crypto';

import {
	createServiceAccount,
	parseServiceAccountKey,
	readPrivateKey,
} from '../../../../push-kit/account/serviceAccount';
import { makeKeyFile, makeKeyPair } from '../../../builders/serviceAccounts';
import { faultOf } from './faultOf';

const keyFile = makeKeyFile();
const { publicKey } = makeKeyPair('shortRsa');
const pem = keyFile.private_key;
const text = JSON.stringify(keyFile, null, 2);

const AGCONNECT = {
	agcgw: { url: 'connect-drcn.hispace.hicloud.com' },
	client: {
		cp_id: '890',
		client_id: '2',
		client_secret: 's3cr3t',
		project_id: '101653523863411111',
		app_id: '5',
		package_name: 'com.example',
	},
	oauth_client: { client_id: '5', client_type: 1 },
	configuration_version: '3.0',
};
const GOOGLE = {
	type: 'service_account',
	project_id: 'my-app-b4255',
	private_key_id: 'k',
	private_key: pem,
	client_email: 'firebase-adminsdk@my-app-b4255.iam.gserviceaccount.com',
	client_id: '1',
};
const API_CLIENT = {
	type: 'project_client_id',
	developer_id: '2850086000000000000',
	project_id: '101653523863411111',
	client_id: '110000000',
	client_secret: 's3cr3t',
	configuration_version: '3.0',
};

const encrypted = generateKeyPairSync('rsa', {
	modulusLength: 1024,
	publicKeyEncoding: { type: 'spki', format: 'pem' },
	privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'word' },
}).privateKey;
const encryptedOld = generateKeyPairSync('rsa', {
	modulusLength: 1024,
	publicKeyEncoding: { type: 'spki', format: 'pem' },
	privateKeyEncoding: { type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'word' },
}).privateKey;

const PUSH_TOKEN = `MAMzLgIkEAC${'aB3_-'.repeat(24)}`;

describe('the field for the key file', () => {
	it.each([
		['agconnect-services.json', AGCONNECT, 'agconnect-services.json'],
		[
			'an old agconnect-services.json',
			{ agcgw: {}, client: { app_id: '5' } },
			'agconnect-services',
		],
		["Google's key", GOOGLE, 'Google (Firebase)'],
		[
			"Google's key without its e-mail",
			{ ...GOOGLE, client_email: undefined },
			'Google (Firebase)',
		],
		[
			'google-services.json',
			{ project_info: { project_id: 'x' }, client: [{ client_info: { mobilesdk_app_id: '1' } }] },
			"Google's Firebase that is built into an app",
		],
		['an API client', API_CLIENT, 'API client or OAuth client'],
		['an OAuth client', { client_id: '1', client_secret: 's3cr3t' }, 'API client or OAuth client'],
		['the secret of HMS', { appId: '5', appSecret: 's3cr3t' }, 'old HMS Push API'],
		['the secret of HMS in other words', { app_id: '5', app_secret: 's3cr3t' }, 'old HMS Push API'],
	])('names %s, as text, parsed, and torn out of its JSON', (_what, file, words) => {
		const json = JSON.stringify(file, null, 2);
		for (const pasted of [json, file, `${json},`, json.replace(/"/g, '”'), json.slice(1)]) {
			const fault = faultOf(() => parseServiceAccountKey(pasted));
			expect(fault.kind).toBe('otherFile');
			expect(fault.message).toContain(words);
			expect(fault.message).toContain('Paste the service account key file of your project');
			expect(fault.message).not.toMatch(/s3cr3t|Create a new key/);
		}
	});

	it.each([
		['only the private key', pem, 'only the private key'],
		['the private key as one line', pem.replaceAll('\n', '\\n'), 'only the private key'],
		['Base64 of the private key', Buffer.from(pem).toString('base64'), 'only the private key'],
		['the first half', text.slice(0, 200), 'the end of the key file is missing'],
		['all but the last lines', text.slice(0, text.indexOf('sub_account')), 'end of the key file'],
		['the second half', text.slice(200), 'begins in the middle of the key file'],
		['all but the first line', text.slice(text.indexOf('key_id')), 'begins in the middle'],
		['a file name', 'service-account-key.json', 'the name of a file'],
		['a Windows path', 'C:\\Users\\me\\Downloads\\key.json', 'the name of a file'],
		['a path', '/home/me/key.json', 'the name of a file'],
		['a path from home', '~/Downloads/key file.json', 'the name of a file'],
		['a file address', 'file:///home/me/key.json', 'the name of a file'],
		['a push token', PUSH_TOKEN, 'a push token'],
		['a JWT', `eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiIxIn0.${'c2ln'.repeat(80)}`, 'a login token (JWT)'],
		['a web page', '<!DOCTYPE html>\n<html><body>Log in</body></html>', 'a web page'],
		['XML', '<?xml version="1.0"?><Error/>', 'a web page'],
		['an address', 'https://developer.huawei.com/consumer/key', 'a web address'],
		['one ID', '101653523863411111', 'a single word or number'],
		['the inside of a key', pem.split('\n').slice(1, -2).join('\n'), 'the inside of a private key'],
		['a list', '[]', 'does not hold a key file'],
		['an empty object', '{}', 'does not hold a key file'],
		['a number', '42', 'a single word'],
		['prose', 'I do not have the key yet.', 'does not hold a key file'],
	])('names %s, and sends for the file, not for a new key', (_what, pasted, words) => {
		const fault = faultOf(() => parseServiceAccountKey(pasted));
		expect(fault.kind).toBe('notJson');
		expect(fault.message).toMatch(/^Service Account Key \(JSON\) /);
		expect(fault.message).toContain(words);
		expect(fault.message).toContain('Open the downloaded key file');
		expect(fault.message).not.toMatch(/new key/);
		expect(fault.message).not.toContain(PUSH_TOKEN.slice(0, 12));
		expect(fault.message).not.toMatch(/MII|me\\|home/);
	});

	it.each([
		['a public key', publicKey, 'a public key'],
		['a certificate', pem.replaceAll('PRIVATE KEY', 'CERTIFICATE'), 'a certificate'],
		['a request for one', pem.replaceAll('PRIVATE KEY', 'CERTIFICATE REQUEST'), 'a certificate'],
		['a key for SSH', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7 me@host', 'SSH or PGP'],
		['a key of PGP', pem.replaceAll('PRIVATE KEY', 'PGP PRIVATE KEY BLOCK'), 'SSH or PGP'],
	])('names %s', (_what, pasted, words) => {
		const fault = faultOf(() => parseServiceAccountKey(pasted));
		expect(fault.kind).toBe('otherFile');
		expect(fault.message).toContain(words);
		expect(fault.message).not.toMatch(/MII|AAAAB3/);
	});

	it('asks for a new key where the file has no private key, since Huawei keeps none', () => {
		const fault = faultOf(() =>
			parseServiceAccountKey(JSON.stringify({ ...keyFile, private_key: '' })),
		);
		expect(fault).toMatchObject({ kind: 'missingMember', member: 'private_key' });
		expect(fault.message).toContain('Create a new key');
	});

	it('refuses two key files at once', () => {
		const other = makeKeyFile({ key_id: 'another' });
		const twice = `${text}\n${JSON.stringify(other)}`;
		expect(faultOf(() => parseServiceAccountKey(twice)).kind).toBe('severalKeys');
		const sameIds = `${text}\n${JSON.stringify({ ...keyFile, private_key: other.private_key })}`;
		expect(faultOf(() => parseServiceAccountKey(sameIds)).kind).toBe('severalKeys');
	});

	it('takes the same key file twice', () => {
		expect(parseServiceAccountKey(`${text}\n${text}`).keyId).toBe(keyFile.key_id);
	});
});

describe('the private key, in the file or in its own field', () => {
	const inFile = (key: string) => () =>
		parseServiceAccountKey(JSON.stringify({ ...keyFile, private_key: key }));
	const inField = (key: string) => () =>
		createServiceAccount({ projectId: '1', keyId: 'k', subAccount: 's', privateKey: key });

	it.each([
		['protected by a password', encrypted, 'encryptedKey', 'protected by a password'],
		['protected in the old way', encryptedOld, 'encryptedKey', 'protected by a password'],
		['of SSH', pem.replaceAll('PRIVATE', 'OPENSSH PRIVATE'), 'notRsa', 'SSH log-ins'],
		['that is public', publicKey, 'notPem', 'a public key'],
		[
			'that is a certificate',
			pem.replaceAll('PRIVATE KEY', 'CERTIFICATE'),
			'notPem',
			'certificate',
		],
		['without its last line', pem.replace(/-----END.*/, ''), 'notPem', 'its last line'],
		['without its first line', pem.replace(/.*BEGIN.*/, ''), 'notPem', 'the first line'],
		[
			'of two kinds',
			pem.replace('END PRIVATE', 'END RSA PRIVATE'),
			'notPem',
			'do not belong together',
		],
		['that is a word', 'password', 'notPem', 'single word'],
		['that is prose', 'see the other file', 'notPem', 'is not a private key'],
		['that is a file name', 'key.pem', 'notPem', 'the name of a file'],
		['that is a push token', PUSH_TOKEN, 'notPem', 'a push token'],
		['that is a web page', '<html></html>', 'notPem', 'a web page'],
		[
			'and a second one',
			pem + makeKeyPair('shortRsa').privateKey,
			'severalKeys',
			'more than one private key',
		],
	])('%s is refused by name', (_what, key, kind, words) => {
		for (const [action, name] of [
			[inFile(key), '"private_key"'],
			[inField(key), 'Private Key'],
		] as const) {
			const fault = faultOf(action);
			expect(fault).toMatchObject({ kind, member: 'private_key' });
			expect(fault.message).toContain(words);
			expect(fault.message.startsWith(`${name} `)).toBe(true);
			expect(fault.message).not.toMatch(/MII|PRIVATE KEY/);
		}
	});

	it('finds nothing between a first and a last line with nothing between them', () => {
		const nothing = inField(pem.replace(/\n[^-]+\n/, '\n'))();
		expect(nothing.privateKey.trim().split('\n')).toHaveLength(2);
		expect(faultOf(() => readPrivateKey(nothing)).kind).toBe('unreadableKey');
	});

	it('finds the key between other blocks, and once though it stands there twice', () => {
		for (const key of [publicKey + pem, pem + publicKey, pem + pem]) {
			expect(inField(key)().privateKey).toBe(pem);
		}
	});

	it.each(['agconnect-services.json', 'Google'])('names the file of %s in its field', (name) => {
		const file = name === 'Google' ? { ...GOOGLE, private_key: '' } : AGCONNECT;
		expect(faultOf(inField(JSON.stringify(file))).message).toContain(name);
	});
});
