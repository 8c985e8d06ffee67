import { readConnection, type ConnectionSettings } from '../../../../push-kit/account/connection';
import { DEFAULT_BASE_URL } from '../../../../push-kit/catalog/pushApi';
import { makeKeyFile } from '../../../builders/serviceAccounts';

const keyFile = makeKeyFile();

const pasted = JSON.stringify(keyFile);

describe('readConnection', () => {
	it('reads a pasted key file and takes Huawei’s address by default', () => {
		const connection = readConnection({
			keyFormat: 'json',
			serviceAccountKey: JSON.stringify(keyFile),
			clientId: ' 1100 ',
		});
		expect(connection).toMatchObject({ clientId: '1100', baseUrl: DEFAULT_BASE_URL });
		expect(connection.account.projectId).toBe(keyFile.project_id);
	});

	it('reads a key file that an expression hands over parsed', () => {
		expect(readConnection({ serviceAccountKey: keyFile }).account.keyId).toBe(keyFile.key_id);
	});

	it('reads separate fields, and leaves a key file pasted before alone', () => {
		const { account } = readConnection({
			keyFormat: 'fields',
			serviceAccountKey: 'left over',
			projectId: 42,
			keyId: 'k',
			subAccount: 's',
			privateKey: keyFile.private_key.replaceAll('\n', '\\n'),
		});
		expect(account).toEqual({
			projectId: '42',
			keyId: 'k',
			subAccount: 's',
			privateKey: keyFile.private_key,
		});
	});

	it.each<[string, ConnectionSettings, object]>([
		['quotes and a comma', { clientId: '"110000000",' }, { clientId: '110000000' }],
		['full-width digits', { clientId: '１１０００００００' }, { clientId: '110000000' }],
		['a number', { clientId: 110_000_000 }, { clientId: '110000000' }],
		['nothing', { clientId: undefined }, { clientId: '' }],
		['an API path', { baseUrl: `${DEFAULT_BASE_URL}/v3` }, { baseUrl: DEFAULT_BASE_URL }],
		['a blank', { baseUrl: `${DEFAULT_BASE_URL}/ ` }, { baseUrl: DEFAULT_BASE_URL }],
		['an address that is none of text', { baseUrl: null }, { baseUrl: DEFAULT_BASE_URL }],
		['test tokens', { testTokens: ' a,\nb \n' }, { testTokens: 'a,\nb' }],
		['a list of test tokens', { testTokens: ['a', 'b'] }, { testTokens: 'a\nb' }],
		['a test token that is a number', { testTokens: 42 }, { testTokens: '42' }],
		['no test tokens', { testTokens: undefined }, { testTokens: '' }],
	])('mends a field with %s', (_what, settings, connection) => {
		expect(readConnection({ serviceAccountKey: pasted, ...settings })).toMatchObject(connection);
	});

	it('lets a key of the sandbox, and no other, go over http to the host of its container', () => {
		const baseUrl = 'http://host.docker.internal:7710/v3';
		const sandboxKey = { ...keyFile, key_id: 'sandbox-9f8e' };
		expect(readConnection({ serviceAccountKey: sandboxKey, baseUrl }).baseUrl).toBe(
			'http://host.docker.internal:7710',
		);
		expect(() => readConnection({ serviceAccountKey: keyFile, baseUrl })).toThrow('https://');
	});

	it.each<[string, ConnectionSettings, string]>([
		['a Client ID that lost digits', { clientId: 2 ** 60 }, 'Client ID has lost digits'],
		['a Client ID that is none', { clientId: 'com.example.app' }, 'Client ID is not an ID'],
		['too many test tokens', { testTokens: 'a,'.repeat(20_000) }, 'Test Tokens is far too long'],
		[
			'a list of too many',
			{ testTokens: new Array(20_000).fill('a') },
			'Test Tokens is far too long',
		],
		['an object for a Client ID', { clientId: {} }, 'Client ID is not text'],
	])('refuses %s by the name of the field', (_what, settings, words) => {
		expect(() => readConnection({ serviceAccountKey: pasted, ...settings })).toThrow(words);
	});

	it.each([null, undefined, '', ' ', '\uFEFF', 0, {}, []])(
		'asks for the key where it finds %j',
		(key) => {
			expect(() => readConnection({ serviceAccountKey: key })).toThrow(
				'Service Account Key (JSON)',
			);
		},
	);

	it('does not take a number for a key file', () => {
		expect(() => readConnection({ serviceAccountKey: 42 })).toThrow('a single word or number');
	});

	it('never changes the account that it has read', () => {
		const { account } = readConnection({ serviceAccountKey: pasted });
		expect(Object.isFrozen(account)).toBe(true);
		expect(
			Object.isFrozen(readConnection({ keyFormat: 'fields', ...fieldsOf(account) }).account),
		).toBe(true);
	});
});

function fieldsOf(account: object): ConnectionSettings {
	return { ...account };
}
