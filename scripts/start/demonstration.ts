/** The campaign and its receipts: from the two example workflows to what became of each customer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { N8nClient } from '../n8n/client';
import type { Execution, Item } from '../n8n/execution';
import { PACKAGE_NAME, REPOSITORY } from '../n8n/places';
import {
	connectCredentials,
	findNode,
	formatWebhookUrl,
	type SavedWorkflow,
	type Workflow,
} from '../n8n/workflow';
import { runStep, type Progress } from '../progress';
import { CUSTOMERS, EXPECTED_RECEIPTS } from './customers';
import { observe, type Observation } from './observation';
import { SandboxClient } from './sandboxClient';
import type { Stack } from './stack';

export const ACTION_NODE = `${PACKAGE_NAME}.huaweiPush`;
export const TRIGGER_NODE = `${PACKAGE_NAME}.huaweiPushTrigger`;
export const MANUAL_TRIGGER = 'n8n-nodes-base.manualTrigger';

/** What the demonstration runs, of `examples/`. */
export const DEMONSTRATED: readonly [campaign: string, receipts: string] = [
	'campaign',
	'delivery-receipts',
];

const EXECUTION_WITHIN_MS = 60_000;
const RECEIPTS_WITHIN_MS = 30_000;
/** How long to go on looking after the last expected receipt, for one too many. */
const RECEIPTS_GRACE_MS = 1_000;
const POLL_MS = 250;

export interface DemoWorkflows {
	campaign: SavedWorkflow;
	receipts: SavedWorkflow;
}

/** Imports both example workflows and publishes the one for receipts. */
export async function importWorkflows({
	client,
	credentials,
}: Pick<Stack, 'client' | 'credentials'>): Promise<DemoWorkflows> {
	const saved = Object.values(credentials);
	const load = async (name: string) =>
		await client.createWorkflow(connectCredentials(readExample(name), saved));
	const [campaign, receipts] = DEMONSTRATED;
	const workflows = { campaign: await load(campaign), receipts: await load(receipts) };
	await client.activateWorkflow(workflows.receipts);
	return workflows;
}

/** A workflow of `examples/`. */
export function readExample(name: string): Workflow {
	const file = join(REPOSITORY, 'examples', `${name}.json`);
	return JSON.parse(readFileSync(file, 'utf8')) as Workflow;
}

/** Scripts the sandbox and points its receipts at the published workflow. */
export async function prepareSandbox(
	client: N8nClient,
	sandboxUrl: string,
	{ receipts }: DemoWorkflows,
): Promise<void> {
	const sandbox = new SandboxClient(sandboxUrl);
	await scriptCustomers(sandbox);
	const type = (await client.listNodeTypes()).find(({ name }) => name === TRIGGER_NODE);
	if (!type) throw new Error(`n8n has not loaded the node ${TRIGGER_NODE}.`);
	const url = formatWebhookUrl(client.url, findNode(receipts, TRIGGER_NODE), type);
	await sandbox.sendReceiptsTo({ url });
}

/** Says what shall become of each customer. */
export async function scriptCustomers(sandbox: SandboxClient): Promise<void> {
	for (const { pushToken, script } of CUSTOMERS) {
		if (script) await sandbox.scriptToken(pushToken, script);
	}
}

/** Runs the campaign, waits for the receipts, and returns what was seen. */
export async function runDemonstration(
	stack: Stack,
	workflows: DemoWorkflows,
	progress: Progress,
	signal?: AbortSignal,
): Promise<Observation> {
	const { client } = stack;
	const { campaign } = workflows;
	const sandbox = new SandboxClient(stack.sandbox.url);
	const before = await sandbox.listMessages();
	const execution = await runStep(progress, 'Running the campaign', async () => {
		const trigger = findNode(campaign, MANUAL_TRIGGER).name;
		const id = await client.runWorkflow(campaign, trigger);
		return await waitForExecution(client, id, signal);
	});
	if (execution.status !== 'success') {
		throw new Error(`The campaign ended with "${execution.status}": ${execution.error ?? ''}`);
	}
	const receipts = await runStep(
		progress,
		'Waiting for the receipts',
		async (step) =>
			await waitForReceipts(client, workflows.receipts, (text) => step.update(text), signal),
	);
	const { name } = findNode(campaign, ACTION_NODE);
	const messages = await sandbox.listMessages();
	return observe({
		accepted: execution.listItems(name, 0),
		problem: execution.listItems(name, 1),
		receipts,
		requests: messages.length - before.length,
	});
}

/** The execution when it has ended, or what it is like after a minute. */
export async function waitForExecution(
	client: N8nClient,
	id: string,
	signal?: AbortSignal,
): Promise<Execution> {
	const deadline = Date.now() + EXECUTION_WITHIN_MS;
	for (;;) {
		const execution = await client.getExecution(id);
		if (execution.hasEnded || Date.now() > deadline) return execution;
		await wait(POLL_MS, undefined, { signal });
	}
}

/** Returns what came by the end of the time, be it too little or too much: judging is not done here. */
async function waitForReceipts(
	client: N8nClient,
	workflow: SavedWorkflow,
	update: (text: string) => void,
	signal?: AbortSignal,
): Promise<Item[]> {
	const { name } = findNode(workflow, TRIGGER_NODE);
	let deadline = Date.now() + RECEIPTS_WITHIN_MS;
	let complete = false;
	for (;;) {
		const executions = await listEnded(client, workflow.id);
		const items = executions.flatMap((execution) => execution.listItems(name));
		update(`${items.length} of ${EXPECTED_RECEIPTS} in ${executions.length} executions`);
		if (items.length >= EXPECTED_RECEIPTS && !complete) {
			complete = true;
			deadline = Date.now() + RECEIPTS_GRACE_MS;
		}
		if (Date.now() > deadline) return items;
		await wait(POLL_MS, undefined, { signal });
	}
}

async function listEnded(client: N8nClient, workflowId: string): Promise<Execution[]> {
	const summaries = await client.listExecutions(workflowId);
	const executions = await Promise.all(
		summaries.map(async ({ id }) => await client.getExecution(id)),
	);
	return executions.filter(({ hasEnded }) => hasEnded);
}
