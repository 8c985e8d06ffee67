/** Starts a real n8n on loopback, waits until it answers, and stops it with all its children. */
import axios from 'axios';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { makeEncryptionKey, makeEnvironment } from './environment';
import { findFreePort } from './freePort';
import type { Installation } from './install';
import { REPOSITORY } from './places';
import { spawnGroup, stopGroup } from './processGroup';
import { readEnd } from './runCommand';
import { UserError } from './userError';

export interface ServerOptions {
	installation: Installation;
	/** n8n keeps everything in `.n8n` in it. */
	userFolder: string;
	/** What n8n prints is appended here. */
	logFile: string;
	/** Used if it is free, else any free port. */
	preferredPort?: number;
	/** More environment variables; they win over ours. */
	environment?: NodeJS.ProcessEnv;
	signal?: AbortSignal;
}

export interface RunningN8n {
	/** e.g. `http://127.0.0.1:5678`, without a slash at the end. */
	url: string;
	port: number;
	pid: number;
	logFile: string;
	userFolder: string;
	stop(): Promise<void>;
	/** Settles when n8n ended, whoever ended it. */
	ended: Promise<void>;
}

const READY_WITHIN_MS = 180_000;
const STOP_WITHIN_MS = 10_000;
/** Between finding a free port and n8n listening on it, another program may take it. */
const ATTEMPTS = 3;

/** Throws UserError with the end of n8n's log if it does not come up; nothing of it runs by then. */
export async function startN8n(options: ServerOptions): Promise<RunningN8n> {
	mkdirSync(options.userFolder, { recursive: true });
	mkdirSync(dirname(options.logFile), { recursive: true });
	// One for all attempts: the first may have left data that only its key opens.
	const environment = { N8N_ENCRYPTION_KEY: makeEncryptionKey(), ...options.environment };
	for (let attempt = 1; ; attempt++) {
		const port = await findFreePort(attempt === 1 ? options.preferredPort : 0);
		const server = await launch({ ...options, environment }, port);
		try {
			await waitUntilReady(server, options.signal);
			return server;
		} catch (error) {
			await server.stop();
			options.signal?.throwIfAborted();
			const end = readEnd(options.logFile);
			if (attempt < ATTEMPTS && /EADDRINUSE|already in use/i.test(end)) continue;
			throw new UserError(
				`${error instanceof Error ? error.message : String(error)} The end of its log:\n${end}`,
				`The whole log is in ${options.logFile}.`,
			);
		}
	}
}

async function launch(options: ServerOptions, port: number): Promise<RunningN8n> {
	const { installation, userFolder, logFile } = options;
	const environment = makeEnvironment(
		userFolder,
		{ port, brokerPort: await findFreePort() },
		options.environment,
	);
	const watcher = pathToFileURL(join(REPOSITORY, 'scripts', 'n8n', 'stopWithParent.mjs')).href;
	const log = openSync(logFile, 'a');
	const child = spawnGroup(
		installation.nodeBinary,
		['--import', watcher, installation.n8nScript, 'start'],
		{ cwd: userFolder, env: environment, stdio: ['pipe', log, log] },
	);
	closeSync(log);
	const ended = waitForEnd(child);
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		pid: child.pid ?? -1,
		logFile,
		userFolder,
		ended,
		stop: async () => {
			await stopGroup(child, STOP_WITHIN_MS);
			await ended;
		},
	};
}

async function waitForEnd(child: ChildProcess): Promise<void> {
	await new Promise<void>((resolve) => {
		child.once('exit', () => resolve());
		child.once('error', () => resolve());
	});
}

async function waitUntilReady(server: RunningN8n, signal?: AbortSignal): Promise<void> {
	let alive = true;
	void server.ended.then(() => {
		alive = false;
	});
	const deadline = Date.now() + READY_WITHIN_MS;
	while (!(await isReady(server.url))) {
		signal?.throwIfAborted();
		if (!alive) throw new Error('n8n ended before it was ready.');
		if (Date.now() > deadline) {
			throw new Error(`n8n was not ready after ${READY_WITHIN_MS / 1000} s.`);
		}
		await wait(250);
	}
}

/** `/healthz` answers before the migrations have ended, the settings before the nodes are loaded. */
async function isReady(url: string): Promise<boolean> {
	const options = { timeout: 5_000, validateStatus: () => true, proxy: false } as const;
	try {
		const readiness = await axios.get(`${url}/healthz/readiness`, options);
		if (readiness.status !== 200) return false;
		const settings = await axios.get<unknown>(`${url}/rest/settings`, options);
		return settings.status === 200 && typeof settings.data === 'object';
	} catch {
		// Not listening yet.
		return false;
	}
}
