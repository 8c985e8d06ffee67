/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, not part of the published package */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openDataFolder } from '../../../../sandbox/account/dataFolder';

jest.setTimeout(60_000);

let folder: string;

beforeEach(async () => {
	folder = join(await mkdtemp(join(tmpdir(), 'sandbox-')), 'data');
});
afterEach(async () => await rm(join(folder, '..'), { recursive: true, force: true }));

describe('openDataFolder', () => {
	it('makes key, secret and IDs that only the owner can read', async () => {
		const { account, keyFilePath, secretFilePath } = await openDataFolder(folder);
		expect(JSON.parse(await readFile(keyFilePath, 'utf8'))).toEqual(account.keyFile);
		expect((await readFile(secretFilePath, 'utf8')).trim()).toBe(account.receiptSecret);
		expect(Buffer.from(account.receiptSecret, 'base64')).toHaveLength(32);
		for (const name of await readdir(folder)) {
			expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
		}
	});

	it('writes the private key as Huawei does: one long line between BEGIN and END', async () => {
		const { account } = await openDataFolder(folder);
		const lines = account.keyFile.private_key.split('\n');
		expect(lines).toHaveLength(4);
		expect(lines[0]).toBe('-----BEGIN PRIVATE KEY-----');
		expect(lines[2]).toBe('-----END PRIVATE KEY-----');
	});

	it('keeps them at the next start', async () => {
		const first = await openDataFolder(folder);
		const second = await openDataFolder(folder);
		expect(second).toEqual(first);
	});

	it('makes anew only what is missing', async () => {
		const first = await openDataFolder(folder);
		await rm(first.secretFilePath);
		const second = await openDataFolder(folder);
		expect(second.account.keyFile).toEqual(first.account.keyFile);
		expect(second.account.receiptSecret).not.toBe(first.account.receiptSecret);
	});

	it.each([
		['is not JSON', 'nonsense', 'is not JSON'],
		['lacks a member', '{"project_id":"1"}', 'has no "key_id"'],
	])('says so when the key file %s, and leaves it alone', async (_name, text, words) => {
		const { keyFilePath } = await openDataFolder(folder);
		await writeFile(keyFilePath, text);
		await expect(openDataFolder(folder)).rejects.toThrow(words);
		expect(await readFile(keyFilePath, 'utf8')).toBe(text);
	});
});
