/* eslint-disable @n8n/community-nodes/require-node-api-error -- a test, not part of the published package */
import {
	createServiceAccount,
	parseServiceAccountKey,
	readPrivateKey,
	ServiceAccountError,
} from '../../../../push-kit/account/serviceAccount';
import { makeAccount, makeKeyPair } from '../../../builders/serviceAccounts';

const { keyFile } = makeAccount();
const text = JSON.stringify(keyFile, null, 2);

function faultOf(action: () => unknown): ServiceAccountError {
	try {
		action();
	} catch (error) {
		if (error instanceof ServiceAccountError) return error;
		throw error;
	}
	throw new Error('Nothing was thrown');
}

describe('parseServiceAccountKey', () => {
	it('takes the members it needs and ignores those it does not know', () => {
		const account = parseServiceAccountKey(JSON.stringify({ ...keyFile, surprise: { deep: [1] } }));
		expect(account).toEqual({
			projectId: keyFile.project_id,
			keyId: keyFile.key_id,
			subAccount: keyFile.sub_account,
			privateKey: keyFile.private_key,
		});
	});

	const pem = keyFile.private_key;
	const body = pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
	it.each([
		['a byte order mark', `\uFEFF${text}`],
		['quotes around the whole', `'${JSON.stringify(keyFile)}'`],
		['JSON inside a JSON string', JSON.stringify(text)],
		['raw line breaks inside the key', text.replaceAll('\\n', '\n')],
		['raw Windows line breaks inside the key', text.replaceAll('\\n', '\r\n')],
		['doubled backslashes', text.replaceAll('\\n', '\\\\n')],
		['blanks in place of line breaks', text.replaceAll('\\n', ' ')],
		['line breaks lost altogether', text.replaceAll('\\n', '')],
		[
			'one long line, as Huawei writes it',
			JSON.stringify({
				...keyFile,
				private_key: `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`,
			}),
		],
		['quotes around the key', JSON.stringify({ ...keyFile, private_key: `"${pem}"` })],
	])('mends %s', (_damage, pasted) => {
		const account = parseServiceAccountKey(pasted);
		expect(account.privateKey).toBe(pem);
		expect(readPrivateKey(account).asymmetricKeyType).toBe('rsa');
	});

	it('keeps every digit of an ID that lost its quotes', () => {
		const pasted = text.replace(`"${keyFile.project_id}"`, '101653523863785276');
		expect(parseServiceAccountKey(pasted).projectId).toBe('101653523863785276');
	});

	it.each(['project_id', 'key_id', 'private_key', 'sub_account'])(
		'names a missing %s',
		(member) => {
			const fault = faultOf(() =>
				parseServiceAccountKey(JSON.stringify({ ...keyFile, [member]: undefined })),
			);
			expect(fault).toMatchObject({ kind: 'missingMember', member });
			expect(fault.message).toContain(`no "${member}"`);
		},
	);

	it.each([
		['nothing', ' ', 'empty'],
		['only the private key', pem, 'notJson'],
		['a list', '[]', 'notJson'],
		['half of the file', text.slice(0, 200), 'notJson'],
	])('refuses %s', (_what, pasted, kind) => {
		expect(faultOf(() => parseServiceAccountKey(pasted)).kind).toBe(kind);
	});

	it.each([
		['without its END line', pem.replace('-----END PRIVATE KEY-----', ''), 'notPem'],
		['of another kind of file', pem.replaceAll('PRIVATE KEY', 'CERTIFICATE'), 'notPem'],
	])('refuses a key %s', (_what, broken, kind) => {
		const pasted = JSON.stringify({ ...keyFile, private_key: broken });
		expect(faultOf(() => parseServiceAccountKey(pasted))).toMatchObject({
			kind,
			member: 'private_key',
		});
	});
});

describe('readPrivateKey', () => {
	const accountWith = (privateKey: string) =>
		createServiceAccount({ projectId: '1', keyId: 'k', subAccount: 's', privateKey });
	const half = keyFile.private_key.split('\n');

	it.each([
		['an EC key', makeKeyPair('ec').privateKey, 'notRsa', 'key of type ec'],
		['a short RSA key', makeKeyPair('shortRsa').privateKey, 'keyTooShort', '1024 bits'],
		[
			'a key that lost a line',
			[...half.slice(0, 5), ...half.slice(6)].join('\n'),
			'unreadableKey',
			'damaged',
		],
	])('refuses %s', (_what, privateKey, kind, words) => {
		const fault = faultOf(() => readPrivateKey(accountWith(privateKey)));
		expect(fault).toMatchObject({ kind, member: 'private_key' });
		expect(fault.message).toContain(words);
	});

	it('never repeats any part of the key', () => {
		const broken = [...half.slice(0, 5), ...half.slice(6)].join('\n');
		const { message } = faultOf(() => readPrivateKey(accountWith(broken)));
		for (const line of half.slice(1, -2)) expect(message).not.toContain(line.slice(0, 12));
	});
});

describe('createServiceAccount', () => {
	it('names an empty field as the form shows it', () => {
		const fault = faultOf(() =>
			createServiceAccount({ projectId: '1', keyId: 'k', privateKey: keyFile.private_key }),
		);
		expect(fault.message).toBe(
			'Sub-Account is empty: enter the key file\'s "sub_account" in the credential.',
		);
	});
});
