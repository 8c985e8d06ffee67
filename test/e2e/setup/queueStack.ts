/** n8n in queue mode: one main process, two workers, two webhook processors behind a proxy. */
import axios from 'axios';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { N8nClient } from '../../../scripts/n8n/client';
import { makeEnvironment } from '../../../scripts/n8n/environment';
import { findFreePort } from '../../../scripts/n8n/freePort';
import { installN8n, type Installation } from '../../../scripts/n8n/install';
import { installPackage, packPackage } from '../../../scripts/n8n/package';
import { REPOSITORY } from '../../../scripts/n8n/places';
import { spawnGroup, stopGroup } from '../../../scripts/n8n/processGroup';
import { readEnd } from '../../../scripts/n8n/runCommand';
import type { SavedCredential } from '../../../scripts/n8n/workflow';
import { silent } from '../../../scripts/progress';
import type { ReceiptData } from '../../../scripts/start/sandbox';
import { startDatabases } from './databaseServers';
import { createReceiptCredential, makeTestFolder, OWNER } from './ownN8n';
import { startProxy, type RoundRobinProxy } from './roundRobinProxy';
import { waitUntil } from './workflowRuns';

type Role = 'start' | 'worker' | 'webhook';

/** One process of n8n, which keeps its folder, port and log over restarts. */
export interface QueueProcess {
	url: string;
	start(): Promise<void>;
	/** As a new release does: asks it to end, and waits. */
	stop(): Promise<void>;
	/** As a crash does. */
	kill(): Promise<void>;
}

export interface QueueStack {
	client: N8nClient;
	workers: [QueueProcess, QueueProcess];
	webhooks: [QueueProcess, QueueProcess];
	/** In front of the webhook processors. */
	proxy: RoundRobinProxy;
	receiptData: ReceiptData;
	receiptCredential: SavedCredential;
	stop(): Promise<void>;
}

const READY_WITHIN_MS = 180_000;
/** n8n gives running executions 30 seconds to end. */
const STOP_WITHIN_MS = 40_000;
export const WORKER_CONCURRENCY = 5;

export async function startQueueStack(): Promise<QueueStack> {
	const stops: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (const undo of stops.splice(0).reverse()) await undo();
	};
	try {
		return { ...(await startParts(stops)), stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function startParts(stops: Array<() => Promise<void>>): Promise<Omit<QueueStack, 'stop'>> {
	const folder = makeTestFolder();
	stops.push(async () => await rm(folder, { recursive: true, force: true }));
	const installation = await installN8n({ progress: silent });
	const tarball = await packPackage({ folder: join(folder, 'package'), isBuilt: true });
	const databases = await startDatabases();
	stops.push(async () => await databases.stop());

	const webhookPorts = [await findFreePort(), await findFreePort()];
	const proxy = await startProxy(webhookPorts.map((port) => `http://127.0.0.1:${port}`));
	stops.push(async () => await proxy.stop());

	const environment: NodeJS.ProcessEnv = {
		...databases.environment,
		EXECUTIONS_MODE: 'queue',
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		// A crashed worker is noticed within seconds instead of a minute.
		QUEUE_WORKER_LOCK_DURATION: '5000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
		QUEUE_WORKER_STALLED_INTERVAL: '5000',
		WEBHOOK_URL: `${proxy.url}/`,
	};
	const make = async (name: string, role: Role, port?: number): Promise<QueueProcess> => {
		const made = await prepareProcess({
			role,
			installation,
			tarball,
			folder: join(folder, name),
			port: port ?? (await findFreePort()),
			environment,
		});
		stops.push(async () => await made.stop());
		return made;
	};
	const main = await make('main', 'start');
	// Alone, because it brings the database up to date.
	await main.start();
	const workers: [QueueProcess, QueueProcess] = [
		await make('worker-1', 'worker'),
		await make('worker-2', 'worker'),
	];
	const webhooks: [QueueProcess, QueueProcess] = [
		await make('webhook-1', 'webhook', webhookPorts[0]),
		await make('webhook-2', 'webhook', webhookPorts[1]),
	];
	await Promise.all([...workers, ...webhooks].map(async (one) => await one.start()));

	const client = new N8nClient(main.url);
	await client.setUpOwner(OWNER);
	return { client, workers, webhooks, proxy, ...(await createReceiptCredential(client)) };
}

interface ProcessOptions {
	role: Role;
	installation: Installation;
	tarball: string;
	folder: string;
	port: number;
	environment: NodeJS.ProcessEnv;
}

async function prepareProcess(options: ProcessOptions): Promise<QueueProcess> {
	const { role, installation, tarball, folder, port, environment } = options;
	mkdirSync(folder, { recursive: true });
	await installPackage(tarball, folder);
	const url = `http://127.0.0.1:${port}`;
	const logFile = join(folder, 'n8n.log');
	const watcher = pathToFileURL(join(REPOSITORY, 'scripts', 'n8n', 'stopWithParent.mjs')).href;
	let child: ReturnType<typeof spawnGroup> | undefined;

	async function end(graceMs: number): Promise<void> {
		const running = child;
		child = undefined;
		if (running) await stopGroup(running, graceMs);
	}

	return {
		url,
		async start() {
			// A worker listens only for its health check.
			const extra = role === 'worker' ? { QUEUE_HEALTH_CHECK_PORT: String(port) } : {};
			const command =
				role === 'worker' ? ['worker', `--concurrency=${WORKER_CONCURRENCY}`] : [role];
			const log = openSync(logFile, 'a');
			child = spawnGroup(
				installation.nodeBinary,
				['--import', watcher, installation.n8nScript, ...command],
				{
					cwd: folder,
					env: makeEnvironment(
						folder,
						{ port, brokerPort: await findFreePort() },
						{ ...environment, ...extra },
					),
					stdio: ['pipe', log, log],
				},
			);
			closeSync(log);
			try {
				await waitUntil(`n8n ${role} is ready`, async () => await isReady(url), READY_WITHIN_MS);
			} catch (error) {
				throw new Error(`${String(error)}\n${readEnd(logFile)}`);
			}
		},
		stop: async () => await end(STOP_WITHIN_MS),
		kill: async () => await end(0),
	};
}

async function isReady(url: string): Promise<boolean> {
	try {
		const { status } = await axios.get(`${url}/healthz/readiness`, {
			timeout: 5_000,
			validateStatus: () => true,
			proxy: false,
		});
		return status === 200;
	} catch {
		// Not listening yet.
		return false;
	}
}
