/** Keeps n8n's SQLite database from being written, as a backup or a full disk would. */
import { join } from 'node:path';
import { spawnGroup, stopGroup } from '../../../scripts/n8n/processGroup';

/** Runs under n8n's own Node, which has SQLite built in. */
const SCRIPT = `
const { DatabaseSync } = require('node:sqlite');
const database = new DatabaseSync(process.argv[1]);
database.exec('PRAGMA busy_timeout = 20000');
database.exec('BEGIN IMMEDIATE');
console.log('locked');
process.stdin.once('data', () => { database.exec('ROLLBACK'); process.exit(0); });
`;

export interface DatabaseLock {
	release(): Promise<void>;
}

/** Returns when the lock is held. */
export async function lockDatabase(nodeBinary: string, userFolder: string): Promise<DatabaseLock> {
	const file = join(userFolder, '.n8n', 'database.sqlite');
	const child = spawnGroup(nodeBinary, ['--no-warnings', '-e', SCRIPT, file], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	await new Promise<void>((resolve, reject) => {
		child.stdout?.once('data', () => resolve());
		child.once('error', reject);
		child.once('exit', (code) => reject(new Error(`The lock was not taken: ${code}.`)));
	});
	return {
		release: async () => {
			child.stdin?.write('release\n');
			await ended;
			await stopGroup(child, 1_000);
		},
	};
}
