/**
 * An n8n for one test file alone, for tests that break it, fill it or set it up differently. It runs
 * the package as the global set-up has built it.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nClient } from '../../../scripts/n8n/client';
import { installN8n, type Installation } from '../../../scripts/n8n/install';
import { installPackage, packPackage } from '../../../scripts/n8n/package';
import { startN8n, type RunningN8n } from '../../../scripts/n8n/server';
import type { Login, SavedCredential } from '../../../scripts/n8n/workflow';
import { silent } from '../../../scripts/progress';
import type { ReceiptData } from '../../../scripts/start/sandbox';

export interface OwnN8n {
	installation: Installation;
	n8n: RunningN8n;
	/** Signed in as the owner. */
	client: N8nClient;
	receiptData: ReceiptData;
	receiptCredential: SavedCredential;
	/** As a crash does: nothing is put in order; then it is started again, with what it had stored. */
	crashAndRestart(): Promise<N8nClient>;
	stop(): Promise<void>;
}

export const OWNER: Login = {
	email: 'owner@example.com',
	firstName: 'Own',
	lastName: 'Tester',
	password: `Push-${randomBytes(6).toString('hex')}-1`,
};

export function makeTestFolder(): string {
	return mkdtempSync(join(tmpdir(), 'n8n-nodes-huawei-push-own-'));
}

function makeReceiptData(): ReceiptData {
	return {
		userName: 'own-test',
		secret: randomBytes(32).toString('base64'),
		secretEncoding: 'base64',
	};
}

/** A credential for receipts in an n8n that has an owner. */
export async function createReceiptCredential(
	client: N8nClient,
): Promise<Pick<OwnN8n, 'receiptData' | 'receiptCredential'>> {
	const receiptData = makeReceiptData();
	const receiptCredential = await client.createCredential(
		'Receipts',
		'huaweiPushReceiptApi',
		receiptData,
	);
	return { receiptData, receiptCredential };
}

/** Starts it with an owner and a credential for receipts. `environment` wins over the usual one. */
export async function startOwnN8n(environment: NodeJS.ProcessEnv = {}): Promise<OwnN8n> {
	const folder = makeTestFolder();
	const removeFolder = async () => await rm(folder, { recursive: true, force: true });
	let n8n: RunningN8n | undefined;
	try {
		const installation = await installN8n({ progress: silent });
		const userFolder = join(folder, 'n8n');
		await installPackage(await packPackage({ folder: join(folder, 'package'), isBuilt: true }), userFolder);
		const options = {
			installation,
			userFolder,
			logFile: join(folder, 'n8n.log'),
			// The same after a crash: what it has stored is encrypted with it.
			environment: { N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'), ...environment },
		};
		n8n = await startN8n(options);
		const client = new N8nClient(n8n.url);
		await client.setUpOwner(OWNER);
		const receipts = await createReceiptCredential(client);
		let running = n8n;
		const crashAndRestart = async () => {
			process.kill(-running.pid, 'SIGKILL');
			await running.ended;
			running = await startN8n(options);
			const again = new N8nClient(running.url);
			await again.signIn(OWNER);
			return again;
		};
		const stop = async () => {
			await running.stop();
			await removeFolder();
		};
		return { installation, n8n, client, ...receipts, crashAndRestart, stop };
	} catch (error) {
		await n8n?.stop();
		await removeFolder();
		throw error;
	}
}
