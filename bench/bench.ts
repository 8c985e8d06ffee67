/** What all lines stand on: the packed package, the sandbox, and as many fresh n8n as they ask for. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { N8nClient } from '../scripts/n8n/client';
import { installN8n, type Installation } from '../scripts/n8n/install';
import { installPackage, packPackage } from '../scripts/n8n/package';
import { startN8n, type RunningN8n } from '../scripts/n8n/server';
import type { SavedCredential } from '../scripts/n8n/workflow';
import { runStep, type Progress, type Step } from '../scripts/progress';
import { startSandboxProcess, type SandboxHandle } from './sandboxHandle';

export interface BenchN8n {
	server: RunningN8n;
	/** Signed in as the owner. */
	client: N8nClient;
	credentials: { account: SavedCredential; receipts: SavedCredential; jwt: SavedCredential };
}

export interface Bench {
	installation: Installation;
	sandbox: SandboxHandle;
	rounds: number;
	progress: Progress;
	signal: AbortSignal;
	/** Only what matters most, in a few minutes. */
	quick: boolean;
	/** Where lines may put files of their own. */
	folder: string;
	/**
	 * Starts an n8n that knows nothing yet, hands it to `work` and stops it again. `title` is the step
	 * shown meanwhile.
	 */
	withN8n<T>(
		title: string,
		work: (n8n: BenchN8n, step: Step) => Promise<T>,
		environment?: NodeJS.ProcessEnv,
	): Promise<T>;
}

export interface BenchOptions {
	/** For n8n's data, logs and the tarball. The caller removes it. */
	folder: string;
	rounds: number;
	quick: boolean;
	progress: Progress;
	signal: AbortSignal;
}

/** Prepares everything, runs `work`, and stops what was started. */
export async function withBench<T>(
	options: BenchOptions,
	work: (bench: Bench) => Promise<T>,
): Promise<T> {
	const { folder, progress, signal } = options;
	const installation = await installN8n({ progress, signal });
	try {
		const tarball = await runStep(
			progress,
			'Building and packing this package',
			async () => await packPackage({ folder: join(folder, 'package'), signal }),
			() => 'packed',
		);
		const sandbox = await startSandboxProcess();
		try {
			return await work(makeBench(options, installation, tarball, sandbox));
		} finally {
			await sandbox.stop();
		}
	} finally {
		await installation.dispose();
	}
}

function makeBench(
	{ folder, rounds, quick, progress, signal }: BenchOptions,
	installation: Installation,
	tarball: string,
	sandbox: SandboxHandle,
): Bench {
	let started = 0;
	return {
		installation,
		sandbox,
		rounds,
		quick,
		folder,
		progress,
		signal,
		withN8n: async (title, work, environment) =>
			await runStep(progress, title, async (step) => {
				const name = `n8n-${++started}`;
				const userFolder = join(folder, name);
				const logFile = join(folder, `${name}.log`);
				step.update('starting n8n');
				await installPackage(tarball, userFolder);
				const server = await startN8n({ installation, userFolder, logFile, environment, signal });
				try {
					return await work(await prepare(server, sandbox), step);
				} finally {
					await server.stop();
				}
			}),
	};
}

/** A credential of the sandbox's account, which is to be reached at `baseUrl`. */
export async function createAccount(
	client: N8nClient,
	{ keyFile, clientId }: SandboxHandle['greeting'],
	baseUrl: string,
): Promise<SavedCredential> {
	return await client.createCredential('Account', 'huaweiPushApi', {
		keyFormat: 'json',
		serviceAccountKey: JSON.stringify(keyFile),
		clientId,
		baseUrl,
	});
}

async function prepare(server: RunningN8n, { greeting }: SandboxHandle): Promise<BenchN8n> {
	const client = new N8nClient(server.url);
	await client.setUpOwner({
		email: 'bench@example.com',
		firstName: 'Bench',
		lastName: 'Owner',
		password: `Bench-${randomBytes(6).toString('hex')}-1`,
	});
	const { keyFile, url, receiptUserName, receiptSecret } = greeting;
	return {
		server,
		client,
		credentials: {
			account: await createAccount(client, greeting, url),
			receipts: await client.createCredential('Receipts', 'huaweiPushReceiptApi', {
				userName: receiptUserName,
				secret: receiptSecret,
				secretEncoding: 'base64',
			}),
			jwt: await client.createCredential('Signing key', 'jwtAuth', {
				keyType: 'pemKey',
				privateKey: keyFile.private_key,
				algorithm: 'PS256',
			}),
		},
	};
}
