/** A PostgreSQL and a Redis of one test's own, on free ports, that keep nothing. */
import { execFileSync } from 'node:child_process';
import { chownSync, closeSync, mkdtempSync, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../../scripts/n8n/freePort';
import { spawnGroup, stopGroup } from '../../../scripts/n8n/processGroup';
import { cleanNpmEnvironment, readEnd } from '../../../scripts/n8n/runCommand';
import { provideDatabases } from './debianPackages';
import { waitUntil } from './workflowRuns';

export interface DatabaseServers {
	/** Environment variables with which n8n finds both. */
	environment: NodeJS.ProcessEnv;
	stop(): Promise<void>;
}

interface Owner {
	uid?: number;
	gid?: number;
}

const DATABASE_USER = 'n8n';
const START_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 10_000;

export async function startDatabases(): Promise<DatabaseServers> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-huawei-push-db-'));
	const stops: Array<() => Promise<void>> = [
		async () => await rm(folder, { recursive: true, force: true }),
	];
	const stop = async () => {
		for (const undo of stops.splice(0).reverse()) await undo();
	};
	try {
		const { postgresBin, redisServer } = await provideDatabases(folder);
		const owner = findPostgresUser();
		if (owner.uid !== undefined && owner.gid !== undefined) {
			chownSync(folder, owner.uid, owner.gid);
		}
		const data = join(folder, 'postgres');
		execFileSync(
			join(postgresBin, 'initdb'),
			['-D', data, '-A', 'trust', '-U', DATABASE_USER, '--no-sync', '-E', 'UTF8'],
			{ ...owner, cwd: folder, stdio: 'ignore', env: cleanNpmEnvironment() },
		);
		const postgresPort = await findFreePort();
		stops.push(
			await launch(join(postgresBin, 'postgres'), {
				args: [
					...['-D', data, '-p', String(postgresPort), '-k', folder],
					...['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
				],
				folder,
				port: postgresPort,
				owner,
			}),
		);
		const redisPort = await findFreePort();
		stops.push(
			await launch(redisServer, {
				args: [
					...['--port', String(redisPort), '--bind', '127.0.0.1', '--dir', folder],
					...['--save', '', '--appendonly', 'no'],
				],
				folder,
				port: redisPort,
				owner,
			}),
		);
		return {
			environment: {
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: '127.0.0.1',
				DB_POSTGRESDB_PORT: String(postgresPort),
				DB_POSTGRESDB_DATABASE: 'postgres',
				DB_POSTGRESDB_USER: DATABASE_USER,
				QUEUE_BULL_REDIS_HOST: '127.0.0.1',
				QUEUE_BULL_REDIS_PORT: String(redisPort),
			},
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** PostgreSQL refuses to run as root. */
function findPostgresUser(): Owner {
	if (process.getuid?.() !== 0) return {};
	const read = (flag: string) =>
		Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
	return { uid: read('-u'), gid: read('-g') };
}

async function launch(
	command: string,
	{ args, folder, port, owner }: { args: string[]; folder: string; port: number; owner: Owner },
): Promise<() => Promise<void>> {
	const logFile = join(folder, `${port}.log`);
	const log = openSync(logFile, 'a');
	const child = spawnGroup(command, args, {
		...owner,
		cwd: folder,
		env: cleanNpmEnvironment(),
		stdio: ['ignore', log, log],
	});
	closeSync(log);
	try {
		await waitUntil(`${command} listens`, async () => await accepts(port), START_WITHIN_MS);
	} catch (error) {
		await stopGroup(child, STOP_WITHIN_MS);
		throw new Error(`${String(error)}\n${readEnd(logFile)}`);
	}
	return async () => await stopGroup(child, STOP_WITHIN_MS);
}

async function accepts(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
