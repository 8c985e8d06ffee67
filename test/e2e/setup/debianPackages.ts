/** PostgreSQL and Redis for queue mode: Debian's packages, installed if that is possible. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cleanNpmEnvironment, runCommand } from '../../../scripts/n8n/runCommand';
import { UserError } from '../../../scripts/n8n/userError';

const POSTGRESQL = '/usr/lib/postgresql';
const REDIS_PLACES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'];

export interface Databases {
	/** The folder with `initdb` and `postgres`. */
	postgresBin: string;
	redisServer: string;
}

/** Installs what is missing as root; throws UserError if it is missing otherwise. */
export async function provideDatabases(folder: string): Promise<Databases> {
	const found = findDatabases();
	if (found) return found;
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		throw new UserError(
			'The tests in queue mode need PostgreSQL and Redis.',
			'Install both (Debian: `sudo apt-get install -y postgresql redis-server`).',
		);
	}
	const options = {
		cwd: folder,
		// Run level 1: Debian starts no service of its own beside those of the test.
		env: { ...cleanNpmEnvironment(), DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
		logFile: join(folder, 'apt-get.log'),
	};
	await runCommand('apt-get', ['update', '-qq'], options);
	const packages = ['postgresql', 'redis-server'];
	await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
	const installed = findDatabases();
	if (!installed) throw new Error('apt-get installed the databases, but not at a known place.');
	return installed;
}

function findDatabases(): Databases | undefined {
	const redisServer = REDIS_PLACES.find((place) => existsSync(place));
	const postgresBin = existsSync(POSTGRESQL)
		? readdirSync(POSTGRESQL)
				.map((version) => join(POSTGRESQL, version, 'bin'))
				.filter((bin) => existsSync(join(bin, 'initdb')))
				.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))[0]
		: undefined;
	return redisServer && postgresBin ? { redisServer, postgresBin } : undefined;
}
