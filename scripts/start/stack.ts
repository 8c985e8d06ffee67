/**
 * Sandbox and real n8n side by side, with the package as an operator would have it, an account and
 * both credentials. `npm start` and the end-to-end tests stand on it.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { buildPageIfStale } from '../../sandbox/process/buildPage';
import { N8nClient } from '../n8n/client';
import { installN8n, type Installation } from '../n8n/install';
import { installPackage, packPackage } from '../n8n/package';
import { startN8n, type RunningN8n } from '../n8n/server';
import type { Login, SavedCredential } from '../n8n/workflow';
import { runStep, type Progress } from '../progress';
import { startDemoSandbox, type DemoSandbox } from './sandbox';

export interface StackOptions {
	/** A folder for n8n's data, logs and the tarball. The caller removes it. */
	folder: string;
	progress: Progress;
	signal?: AbortSignal;
	/** Port of n8n that is used if it is free. */
	preferredPort?: number;
	/** One that runs already and is the caller's to stop; without it one is started. */
	sandbox?: DemoSandbox;
	/** Whether `dist` holds the package as it is. */
	isBuilt?: boolean;
	/** More environment variables for n8n. */
	environment?: NodeJS.ProcessEnv;
}

export interface Stack {
	installation: Installation;
	n8n: RunningN8n;
	/** Signed in as the owner. */
	client: N8nClient;
	login: Login;
	sandbox: DemoSandbox;
	credentials: { account: SavedCredential; receipts: SavedCredential };
	stop(): Promise<void>;
}

/** Whatever was started is stopped again if something on the way fails. */
export async function startStack(options: StackOptions): Promise<Stack> {
	const stops: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (const undo of stops.splice(0).reverse()) await undo();
	};
	try {
		const parts = await startParts(options, stops);
		return { ...parts, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function startParts(
	options: StackOptions,
	stops: Array<() => Promise<void>>,
): Promise<Omit<Stack, 'stop'>> {
	const { folder, progress, signal, preferredPort, sandbox: given, isBuilt } = options;
	const installation = await installN8n({ progress, signal });
	stops.push(async () => await installation.dispose());

	const userFolder = join(folder, 'n8n');
	await runStep(progress, 'Building, packing and installing this package', async () => {
		const tarball = await packPackage({ folder: join(folder, 'package'), signal, isBuilt });
		await installPackage(tarball, userFolder);
	});

	const sandbox = given ?? (await startOwnSandbox(progress, stops));

	const n8n = await runStep(
		progress,
		`Starting n8n ${installation.version}`,
		async () =>
			await startN8n({
				installation,
				userFolder,
				logFile: join(folder, 'n8n.log'),
				preferredPort,
				environment: options.environment,
				signal,
			}),
		({ url }) => url,
	);
	stops.push(async () => await n8n.stop());

	const client = new N8nClient(n8n.url);
	const login = makeLogin();
	const credentials = await runStep(progress, 'Making an account and two credentials', async () => {
		await client.setUpOwner(login);
		return await createCredentials(client, sandbox);
	});
	return { installation, n8n, client, login, sandbox, credentials };
}

async function startOwnSandbox(
	progress: Progress,
	stops: Array<() => Promise<void>>,
): Promise<DemoSandbox> {
	const start = async () => {
		await buildPageIfStale((line) => progress.note(`    ${line}`));
		return await startDemoSandbox();
	};
	const sandbox = await runStep(progress, 'Starting the sandbox', start, ({ url }) => url);
	stops.push(async () => await sandbox.stop());
	return sandbox;
}

/** The password is new at each start: whoever signs in to n8n can run code as its user. */
function makeLogin(): Login {
	return {
		email: 'demo@example.com',
		firstName: 'Demo',
		lastName: 'Operator',
		password: `Push-${randomBytes(6).toString('hex')}-1`,
	};
}

async function createCredentials(
	client: N8nClient,
	sandbox: DemoSandbox,
): Promise<Stack['credentials']> {
	return {
		account: await client.createCredential(
			'Huawei Push Kit account',
			'huaweiPushApi',
			sandbox.accountData,
		),
		receipts: await client.createCredential(
			'Huawei Push Kit Receipt account',
			'huaweiPushReceiptApi',
			sandbox.receiptData,
		),
	};
}
