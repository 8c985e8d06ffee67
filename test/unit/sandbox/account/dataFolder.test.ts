import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openDataFolder } from '../../../../sandbox/account/dataFolder';
import { describeOnPosix } from '../../../builders/posix';

let folder: string;
let told: string[] = [];
const tell = (line: string) => told.push(line);
const readMode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

beforeEach(async () => {
	told = [];
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

	it('marks its key, so that a client can tell it from one of Huawei', async () => {
		const { account } = await openDataFolder(folder);
		expect(account.keyFile.key_id).toMatch(/^sandbox-[0-9a-f]{32}$/);
	});

	it('keeps a key from before the mark: n8n may hold it', async () => {
		const { keyFilePath, account } = await openDataFolder(folder);
		const old = { ...account.keyFile, key_id: 'e7f0c0ffee' };
		await writeFile(keyFilePath, JSON.stringify(old));
		expect((await openDataFolder(folder, tell)).account.keyFile).toEqual(old);
	});

	describeOnPosix('takes from others', () => {
		it('a folder and the files in it, and says so once', async () => {
			const { keyFilePath, secretFilePath } = await openDataFolder(folder);
			await chmod(folder, 0o755);
			await chmod(keyFilePath, 0o644);
			await chmod(secretFilePath, 0o640);
			const { account } = await openDataFolder(folder, tell);
			expect(await readMode(folder)).toBe('700');
			for (const name of await readdir(folder)) {
				expect(await readMode(join(folder, name))).toBe('600');
			}
			expect(told).toHaveLength(3);
			expect(told.join('\n')).toContain(`${keyFilePath} (mode 644)`);
			expect(told.join('\n')).toContain(`${folder} (mode 755)`);
			expect(told.join('\n')).not.toContain(account.receiptSecret);
			await openDataFolder(folder, tell);
			expect(told).toHaveLength(3);
		});

		it('what arrived, too', async () => {
			const { stateFilePath } = await openDataFolder(folder);
			await writeFile(stateFilePath, '{}', { mode: 0o666 });
			await openDataFolder(folder, tell);
			expect(await readMode(stateFilePath)).toBe('600');
		});

		it('but no folder in which others have files, such as the folder of temporary files', async () => {
			await mkdir(folder, { mode: 0o755 });
			await writeFile(join(folder, 'of-somebody-else'), '', { mode: 0o644 });
			const { keyFilePath } = await openDataFolder(folder, tell);
			await chmod(keyFilePath, 0o644);
			await openDataFolder(folder, tell);
			expect(await readMode(folder)).toBe('755');
			expect(await readMode(join(folder, 'of-somebody-else'))).toBe('644');
			expect(await readMode(keyFilePath)).toBe('600');
		});

		it('nothing where the owner gave himself less', async () => {
			const { keyFilePath } = await openDataFolder(folder);
			await chmod(keyFilePath, 0o400);
			await openDataFolder(folder, tell);
			expect([await readMode(keyFilePath), told]).toEqual(['400', []]);
		});
	});
});
