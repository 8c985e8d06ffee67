/**
 * The first part of `npm start`: the campaign and its receipts in n8n's own engine, in this process. Nothing is
 * downloaded, so it stands within seconds of `npm ci`, on every system.
 */
import { join } from 'node:path';
import type { INode, INodeTypes, IRun } from 'n8n-workflow';
import type { StoredWorkflow, Surroundings } from '../engine/surroundings';
import type { WebhookServer } from '../engine/webhookServer';
import { withoutForeignSettings } from '../n8n/environment';
import { Execution, type ExecutionData } from '../n8n/execution';
import { connectCredentials, findNode } from '../n8n/workflow';
import { runStep, type Progress } from '../progress';
import {
	ACTION_NODE,
	DEMONSTRATED,
	MANUAL_TRIGGER,
	readExample,
	scriptCustomers,
	TRIGGER_NODE,
} from './demonstration';
import { observe, type Observation } from './observation';
import type { DemoSandbox } from './sandbox';
import { SandboxClient } from './sandboxClient';

export interface EngineStageOptions {
	/** For the built package and what the engine writes. The caller removes it. */
	folder: string;
	sandbox: DemoSandbox;
	progress: Progress;
	signal: AbortSignal;
}

export interface EngineStage {
	observation: Observation;
	/** Ends the webhook that takes the receipts; until then it goes on taking them. */
	stop(): Promise<void>;
}

/** Throws what stopped the campaign; by then nothing of this part runs any more. */
export async function runEngineStage(options: EngineStageOptions): Promise<EngineStage> {
	const { folder, sandbox, progress, signal } = options;
	return await withoutForeignSettings(join(folder, 'engine'), async () => {
		const built = join(folder, 'engine', 'package');
		await runStep(progress, 'Bundling the nodes', async () => {
			const { quickBuild } = await import('../build/quickBuild');
			await quickBuild(built);
		});
		signal.throwIfAborted();
		const engine = await runStep(
			progress,
			"Loading n8n's engine",
			async () => await loadEngine(built, sandbox),
			({ version }) => `n8n-core ${version}`,
		);
		signal.throwIfAborted();
		const receipts = await engine.listenForReceipts();
		try {
			const observation = await runStep(
				progress,
				'Running the campaign, taking its receipts',
				async () => await sendCampaign(engine, receipts, options),
			);
			return { observation, stop: async () => await receipts.stop() };
		} catch (error) {
			await receipts.stop();
			throw error;
		}
	});
}

interface Engine {
	version: string;
	listenForReceipts(): Promise<WebhookServer>;
	runCampaign(signal: AbortSignal): Promise<Execution>;
}

/** Imported here and not above: the engine takes seconds to load, and reads the environment as it does. */
async function loadEngine(built: string, sandbox: DemoSandbox): Promise<Engine> {
	const { version } = (await import('n8n-core/package.json')) as { version: string };
	const { listNodeTypes, loadTypes } = await import('../engine/loadTypes');
	const { STAND_INS } = await import('../engine/standIns');
	const { runWorkflow } = await import('../engine/runWorkflow');
	const { startWebhookServer } = await import('../engine/webhookServer');

	const loaded = await loadTypes(built);
	const surroundings: Surroundings & { nodeTypes: INodeTypes } = {
		nodeTypes: listNodeTypes(new Map([...STAND_INS, ...loaded.nodes])),
		credentialTypes: loaded.credentials,
		credentials: {
			huaweiPushApi: sandbox.accountData,
			huaweiPushReceiptApi: sandbox.receiptData,
		},
	};
	const [campaign, receipts] = DEMONSTRATED;
	return {
		version,
		listenForReceipts: async () => {
			const workflow = storeExample(receipts);
			const trigger = findNode(readExample(receipts), TRIGGER_NODE).name;
			return await startWebhookServer({ ...surroundings, workflow, trigger });
		},
		runCampaign: async (signal) =>
			describeRun(
				await runWorkflow({
					...surroundings,
					workflow: storeExample(campaign),
					mode: 'manual',
					startNode: findNode(readExample(campaign), MANUAL_TRIGGER).name,
					items: [{ json: {} }],
					signal,
				}),
			),
	};
}

async function sendCampaign(
	engine: Engine,
	webhook: WebhookServer,
	{ sandbox, signal }: EngineStageOptions,
): Promise<Observation> {
	const client = new SandboxClient(sandbox.url);
	await scriptCustomers(client);
	await client.sendReceiptsTo({ url: webhook.url });
	const execution = await engine.runCampaign(signal);
	signal.throwIfAborted();
	if (execution.status !== 'success') {
		throw new Error(`The campaign ended with "${execution.status}": ${execution.error ?? ''}`);
	}
	await sandbox.receiptsSettled();
	const { name } = findNode(readExample(DEMONSTRATED[0]), ACTION_NODE);
	const trigger = findNode(readExample(DEMONSTRATED[1]), TRIGGER_NODE);
	const messages = await client.listMessages();
	return observe({
		accepted: execution.listItems(name, 0),
		problem: execution.listItems(name, 1),
		receipts: webhook.runs.flatMap((run) => describeRun(run).listItems(trigger.name)),
		requests: messages.length,
	});
}

/** A workflow of `examples/`, as n8n would keep it. */
/** The engine reads its credentials by their type alone. */
const IN_PROCESS = ['huaweiPushApi', 'huaweiPushReceiptApi'].map((type) => ({
	id: type,
	name: type,
	type,
}));

function storeExample(name: string): StoredWorkflow {
	const example = connectCredentials(readExample(name), IN_PROCESS);
	// n8n exports its workflows in the shape in which it opens them.
	return { ...example, id: name, nodes: example.nodes as INode[] } as StoredWorkflow;
}

function describeRun({ status, data }: IRun): Execution {
	return new Execution('', status, data as ExecutionData);
}
