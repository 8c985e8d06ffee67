import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureDatabase } from '../../../bench/databaseSize';

test('measureDatabase counts the database and its log, and nothing else', () => {
	const folder = mkdtempSync(join(tmpdir(), 'database-'));
	mkdirSync(join(folder, '.n8n'));
	const write = (name: string, size: number) =>
		writeFileSync(join(folder, '.n8n', name), Buffer.alloc(size));
	write('database.sqlite', 1_000);
	write('database.sqlite-wal', 200);
	write('database.sqlite-shm', 30);
	write('config', 4);

	expect(measureDatabase(folder)).toBe(1_230);
	rmSync(folder, { recursive: true });
});
