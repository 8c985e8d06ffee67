import {
	BaseUrlError,
	checkBaseUrl,
	DEFAULT_BASE_URL,
	readConnection,
} from '../../../../push-kit/account/connection';
import { makeAccount } from '../../../builders/serviceAccounts';

const { keyFile } = makeAccount();

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
});

describe('checkBaseUrl', () => {
	it.each([
		['https://push-api.cloud.huawei.com/', 'https://push-api.cloud.huawei.com'],
		['http://127.0.0.1:7710', 'http://127.0.0.1:7710'],
		['http://localhost:7710//', 'http://localhost:7710'],
		['http://[::1]:7710', 'http://[::1]:7710'],
	])('takes %s', (address, base) => {
		expect(checkBaseUrl(address)).toBe(base);
	});

	it.each([
		'http://push-api.cloud.huawei.com',
		'http://127.0.0.1.example.com',
		'http://localhost.example.com',
		'ftp://localhost',
		'push-api.cloud.huawei.com',
		'https://push-api.cloud.huawei.com/?x=1',
		'https://user:word@push-api.cloud.huawei.com',
		'https://push-api.cloud.huawei.com/v3/1/messages:send',
	])('refuses %s', (address) => {
		expect(() => checkBaseUrl(address)).toThrow(BaseUrlError);
	});
});
