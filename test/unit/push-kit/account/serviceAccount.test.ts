import { generateKeyPairSync } from 'node:crypto';

import {
	createServiceAccount,
	parseServiceAccountKey,
	readPrivateKey,
} from '../../../../push-kit/account/serviceAccount';
import { makeAccount, makeKeyPair } from '../../../builders/serviceAccounts';
import { faultOf } from './faultOf';

const { keyFile } = makeAccount();
const text = JSON.stringify(keyFile, null, 2);

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

	it('says that a number lost digits where the text has none to take', () => {
		const damaged = text.replace(`"${keyFile.project_id}"`, '1.0165352386341111e17');
		for (const pasted of [damaged, { ...keyFile, project_id: Number('101653523863411111') }]) {
			const fault = faultOf(() => parseServiceAccountKey(pasted));
			expect(fault).toMatchObject({ kind: 'lostDigits', member: 'project_id' });
			expect(fault.message).toContain('"project_id" in Service Account Key (JSON) has lost digits');
		}
	});

	it('takes a short number of the file, and refuses one that is no ID', () => {
		expect(parseServiceAccountKey({ ...keyFile, sub_account: 42 }).subAccount).toBe('42');
		expect(faultOf(() => parseServiceAccountKey({ ...keyFile, key_id: 1.5 })).kind).toBe(
			'malformedMember',
		);
	});

	const capitals = {
		'Project ID': keyFile.project_id,
		keyId: keyFile.key_id,
		PRIVATE_KEY: keyFile.private_key,
		'sub-account': keyFile.sub_account,
	};
	it.each([
		['names in another spelling', capitals],
		['an item of a workflow', [{ json: keyFile }]],
		['an object around it', { data: { key: keyFile } }],
		['a text inside an object', { serviceAccountKey: text }],
		['an object beside others', { huawei: keyFile, google: { project_id: 'x' } }],
	])('finds the members in %s, parsed or not', (_what, file) => {
		const account = parseServiceAccountKey(keyFile);
		expect(parseServiceAccountKey(file)).toEqual(account);
		expect(parseServiceAccountKey(JSON.stringify(file))).toEqual(account);
	});

	it('prefers a member of the right name to one of a similar name', () => {
		const file = { 'Key ID': 'another', ...keyFile, KEY_ID: 'a third' };
		expect(parseServiceAccountKey(file).keyId).toBe(keyFile.key_id);
	});

	it('does not choose between two key files in one object', () => {
		const file = { a: keyFile, b: { ...keyFile, key_id: 'another' } };
		expect(faultOf(() => parseServiceAccountKey(file)).kind).toBe('notJson');
	});

	it('reads a key file that a terminal of any width has cut into lines', () => {
		const marked = ['sandbox', '9f8e7d6c5b4a'].join('-');
		const file = { ...keyFile, key_id: marked };
		const expected = parseServiceAccountKey(file);
		for (let width = 20; width <= 140; width += 1) {
			for (const whole of [JSON.stringify(file), JSON.stringify(file, null, 2)]) {
				const cut = whole.replace(new RegExp(`(.{${width}})`, 'g'), '$1\n');
				expect(parseServiceAccountKey(cut)).toEqual(expected);
			}
		}
	});

	it.each([
		['a cell of a CSV file', `"${text.replaceAll('"', '""')}"`],
		["Python's way to write it", `'${text}'`.replaceAll('"', "\\'")],
		['an object of JavaScript', text.replace(/"(\w+)":/g, '$1:').replace(/"\s*\}/, '",\n}')],
		['a chat that escapes underscores', text.replaceAll('_', '\\_')],
		['slashes escaped by PHP', JSON.stringify(keyFile).replaceAll('/', '\\/')],
		['signs escaped by Go', JSON.stringify(keyFile).replaceAll('=', '\\u003d')],
		['the same as text', text.replaceAll('=', '\\\\u003d').replaceAll('+', '\\\\u002b')],
	])('mends %s', (_what, pasted) => {
		expect(parseServiceAccountKey(pasted)).toEqual(parseServiceAccountKey(keyFile));
	});

	it('reads a key file written as YAML', () => {
		const yaml = [
			`project_id: ${keyFile.project_id}`,
			`key_id: '${keyFile.key_id}'`,
			`sub_account: "${keyFile.sub_account}"`,
			'private_key: |',
			keyFile.private_key.replace(/^/gm, '  '),
		].join('\n');
		expect(parseServiceAccountKey(yaml)).toEqual(parseServiceAccountKey(keyFile));
	});

	it.each(['project_id', 'key_id', 'private_key', 'sub_account'])(
		'names a missing %s',
		(member) => {
			const fault = faultOf(() =>
				parseServiceAccountKey(JSON.stringify({ ...keyFile, [member]: undefined })),
			);
			expect(fault).toMatchObject({ kind: 'missingMember', member });
			expect(fault.message).toContain(`no "${member}"`);
			expect(/Create a new key/.test(fault.message)).toBe(member === 'private_key');
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
		['PKCS#1', { type: 'pkcs1', format: 'pem' }],
		['PKCS#8', { type: 'pkcs8', format: 'pem' }],
	] as const)('opens a key of %s in one line', (_what, form) => {
		const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		const exported = privateKey.export(form).toString();
		const account = accountWith(exported.replaceAll('\n', ' '));
		expect(account.privateKey).toBe(exported);
		expect(readPrivateKey(account).equals(privateKey)).toBe(true);
	});

	it('takes 2048 bits, and nothing less', () => {
		const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2047 });
		const short = accountWith(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
		expect(faultOf(() => readPrivateKey(short)).message).toContain('2047 bits');
		expect(readPrivateKey(accountWith(keyFile.private_key)).type).toBe('private');
	});

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
	it.each([
		['projectId', 'Project ID is empty: enter the key file\'s "project_id" in the credential.'],
		['keyId', 'Key ID is empty: enter the key file\'s "key_id" in the credential.'],
		['subAccount', 'Sub-Account is empty: enter the key file\'s "sub_account" in the credential.'],
		['privateKey', 'Private Key is empty: enter the key file\'s "private_key" in the credential.'],
	])('names an empty %s as the form shows it', (name, words) => {
		const fields = { projectId: '1', keyId: 'k', subAccount: 's', privateKey: keyFile.private_key };
		for (const empty of [undefined, '', ' ', ...(name === 'privateKey' ? [7, {}] : ['""'])]) {
			expect(faultOf(() => createServiceAccount({ ...fields, [name]: empty })).message).toBe(words);
		}
	});
});
