/**
 * What has to work in every version of n8n: the package loads, its credential is tested, a stored workflow keeps what
 * it says, sends, receives and revokes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import axios from 'axios';

import type { Sandbox } from '../../sandbox/server';
import type { N8nClient } from '../n8n/client';
import type { Execution } from '../n8n/execution';
import { REPOSITORY } from '../n8n/places';
import {
	connectCredentials,
	findNode,
	formatWebhookUrl,
	type SavedCredential,
	type SavedWorkflow,
	type Workflow,
} from '../n8n/workflow';
import { ACTION_NODE, TRIGGER_NODE } from '../start/demonstration';
import { SandboxClient } from '../start/sandboxClient';

/** The steps, in the order in which they are walked: the columns of docs/compatibility.md. */
export const STEPS = ['loads', 'tests', 'keeps', 'sends', 'receives', 'revokes'] as const;
export type WalkStep = (typeof STEPS)[number];

const WITHIN_MS = 60_000;
const POLL_MS = 250;
const TOKENS = ['stored-token-one', 'stored-token-two'];

/** A workflow that an earlier version of this package has left in n8n. */
export function readStored(version: string): Workflow {
	const workflow: Workflow = JSON.parse(
		readFileSync(join(REPOSITORY, 'test', 'stored', `${version}.json`), 'utf8'),
	);
	return workflow;
}

/**
 * Walks all steps in a running n8n.
 *
 * @param passed called after each step
 * @throws {Error} at the first step that does not work
 */
export async function walk(
	client: N8nClient,
	sandbox: Sandbox,
	stored: Workflow,
	passed: (step: WalkStep) => void,
): Promise<void> {
	const types = await client.listNodeTypes();
	const trigger = types.find(({ name }) => name === TRIGGER_NODE);
	demand(trigger !== undefined, `n8n has not loaded ${TRIGGER_NODE}.`);
	demand(
		types.some(({ name }) => name === ACTION_NODE),
		`n8n has not loaded ${ACTION_NODE}.`,
	);
	passed('loads');

	const credentials = await createCredentials(client, sandbox);
	passed('tests');

	const workflow = await client.createWorkflow(connectCredentials(stored, credentials));
	for (const { name, parameters } of stored.nodes) {
		const kept = workflow.nodes.find((node) => node.name === name)?.parameters;
		demand(isDeepStrictEqual(kept, parameters), `n8n keeps other parameters of "${name}".`);
	}
	passed('keeps');

	await publish(client, workflow);
	const url = formatWebhookUrl(client.url, findNode(workflow, TRIGGER_NODE), trigger);
	await until('the webhook is there', async () => (await knock(url)) !== 404);
	const control = new SandboxClient(sandbox.url);
	await control.sendReceiptsTo({ url });
	const sent = await run(client, workflow);
	const accepted = tokensOf(sent, 'Send');
	demand(
		TOKENS.every((token) => accepted.includes(token)),
		`Accepted holds ${accepted.join(', ') || 'nothing'}. ${sent.error ?? ''}`,
	);
	passed('sends');

	await until('a receipt has started the workflow', async () => {
		const executions = await client.listExecutions(workflow.id);
		const started = executions.filter(
			({ mode, status }) => mode === 'webhook' && status === 'success',
		);
		const received = await Promise.all(
			started.map(async ({ id }) => await client.getExecution(id)),
		);
		const tokens = received.flatMap((execution) => tokensOf(execution, 'Received'));
		return TOKENS.every((token) => tokens.includes(token));
	});
	passed('receives');

	const revoked = tokensOf(sent, 'Revoke');
	demand(
		TOKENS.every((token) => revoked.includes(token)),
		`Revoked is ${revoked.join(', ') || 'nothing'}.`,
	);
	passed('revokes');
}

async function createCredentials(client: N8nClient, sandbox: Sandbox): Promise<SavedCredential[]> {
	const account = {
		keyFormat: 'json',
		serviceAccountKey: JSON.stringify(sandbox.keyFile),
		clientId: sandbox.clientId,
		baseUrl: sandbox.url,
	};
	const receipts = {
		userName: sandbox.receiptUserName,
		secret: sandbox.receiptSecret,
		secretEncoding: 'auto',
	};
	const saved: SavedCredential[] = [];
	for (const [name, type, data] of [
		['Huawei Push Kit account', 'huaweiPushApi', account],
		['Huawei Push Kit Receipt account', 'huaweiPushReceiptApi', receipts],
	] as const) {
		const credential = await client.createCredential(name, type, data);
		const { status, message } = await client.testCredential(credential, data);
		demand(status === 'OK', `The test of ${type} says: ${message}`);
		saved.push(credential);
	}
	return saved;
}

/** Older versions tell nothing of how far they are: the webhook itself shows it. */
async function publish(client: N8nClient, { id, versionId }: SavedWorkflow): Promise<void> {
	await client.call('POST', `/rest/workflows/${id}/activate`, { versionId });
}

async function knock(url: string): Promise<number> {
	const { status } = await axios.post(url, {}, { proxy: false, validateStatus: () => true });
	return status;
}

async function run(client: N8nClient, workflow: SavedWorkflow): Promise<Execution> {
	const id = await client.runWorkflow(workflow, 'Start');
	let execution = await client.getExecution(id);
	await until('the workflow has ended', async () => {
		execution = await client.getExecution(id);
		return execution.hasEnded;
	});
	return execution;
}

function tokensOf(execution: Execution, node: string): string[] {
	return execution.listItems(node).map(({ json }) => String(json.pushToken));
}

async function until(what: string, check: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + WITHIN_MS;
	while (!(await check())) {
		if (Date.now() > deadline) throw new Error(`Not within ${WITHIN_MS / 1000} s: ${what}.`);
		await wait(POLL_MS);
	}
}

function demand(condition: boolean, fault: string): asserts condition {
	if (!condition) throw new Error(fault);
}
