import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countGone, GONE, makeToken, TOKEN_LENGTH, writeTokenFile } from '../../../bench/tokenFile';

describe('writeTokenFile', () => {
	const folder = mkdtempSync(join(tmpdir(), 'tokens-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	test.each([0, 1, 10_000, 20_101])('%d different tokens, one a line', async (count) => {
		const file = join(folder, 'tokens.txt');
		await writeTokenFile(file, count);

		const lines = readFileSync(file, 'utf8').split('\n');
		expect(lines.pop()).toBe('');
		expect(new Set(lines).size).toBe(count);
		expect(lines.every((line) => line.length === TOKEN_LENGTH)).toBe(true);
		expect(lines.filter((line) => line.startsWith(GONE))).toHaveLength(countGone(count));
	});

	test('tokens of any place are as long', () => {
		expect([1, 4_999_999, 100].map((index) => makeToken(index).length)).toEqual([107, 107, 107]);
	});
});
