import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readEntries, ROOT } from '../../../../scripts/build/entries';
import { quickBuild } from '../../../../scripts/build/quickBuild';

/** Everything that n8n reads, but the schemas of what comes out, which the engine does without. */
function listFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
		.filter((file) => !file.includes('__schema__') && !file.endsWith('.txt'))
		.sort();
}

describe('the quick build', () => {
	const folder = mkdtempSync(join(tmpdir(), 'quick build über-'));
	beforeAll(async () => await quickBuild(folder));
	afterAll(() => rmSync(folder, { recursive: true }));

	test.each(readEntries())('makes of %s what npm run build makes', (entry) => {
		const quick = readFileSync(join(folder, entry), 'utf8');
		expect(quick.length).toBeGreaterThan(1_000);
		expect(quick).toBe(readFileSync(join(ROOT, entry), 'utf8'));
	});

	test('holds the same files', () => {
		expect(listFiles(join(folder, 'dist'))).toEqual(listFiles(join(ROOT, 'dist')));
	});
});
