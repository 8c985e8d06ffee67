/** How large the database of an n8n is. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** With SQLite's log of what is not yet in the database itself. */
const FILES = /^database\.sqlite(-\w+)?$/;

/** Bytes. Throws if there is no folder of n8n's. */
export function measureDatabase(userFolder: string): number {
	const folder = join(userFolder, '.n8n');
	return readdirSync(folder)
		.filter((name) => FILES.test(name))
		.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
