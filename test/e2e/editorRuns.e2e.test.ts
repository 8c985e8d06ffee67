/**
 * Who a run reaches depends on where its root was started. Each road from a click in the editor to the node,
 * and its twin in production, goes through the real n8n; the sandbox is the witness.
 */
import axios from 'axios';
import { generateKeyPairSync } from 'node:crypto';

import type { SavedCredential, SavedWorkflow, WorkflowNode } from '../../scripts/n8n/workflow';
import { DataTables } from '../../scripts/n8n/dataTables';
import {
	callNode,
	createChain,
	createLoop,
	createRooted,
	CUSTOMER_BY_CUSTOMER,
	CUSTOMERS,
	METRICS,
	pushNode,
	START,
} from './setup/rootedRuns';
import { readSharedStack, ownerClient } from './setup/sharedStack';
import { runToEnd, waitForExecutions, waitUntil } from './setup/workflowRuns';

interface Arrived {
	body: { pushOptions?: { testMessage?: boolean }; target: { token: string[] } };
	answer: { body: { code: string } };
}

const stack = readSharedStack();
const client = ownerClient(stack);
let credential: SavedCredential;
/** Sends, is called by `middle`, which is called by the roots of the tests. */
let child: SavedWorkflow;
let middle: SavedWorkflow;

beforeAll(async () => {
	credential = await client.createCredential('Rooted', 'huaweiPushApi', { ...stack.accountData });
	child = await createRooted(client, 'Rooted child', START.subWorkflow, pushNode(credential));
	await client.activateWorkflow(child);
	middle = await createRooted(client, 'Rooted middle', START.subWorkflow, callNode(child));
	await client.activateWorkflow(middle);
}, 60_000);

beforeEach(async () => await axios.delete(`${stack.sandboxUrl}/sandbox`));

/** Tokens that Huawei was asked to send to, and whether by test messages; refused requests left out. */
async function reached(): Promise<{ tokens: string[]; test: boolean[] }> {
	const url = `${stack.sandboxUrl}/sandbox/messages?limit=100`;
	const { data } = await axios.get<{ messages: Arrived[] }>(url);
	const taken = data.messages.filter(({ answer }) => answer.body.code === '80000000');
	return {
		tokens: taken.flatMap(({ body }) => body.target.token).sort(),
		test: [...new Set(taken.map(({ body }) => body.pushOptions?.testMessage === true))],
	};
}

const SAFE = { tokens: CUSTOMERS.slice(0, 10), test: [true] };
const ALL = { tokens: CUSTOMERS, test: [false] };

async function callWebhook(path: string, kind: 'webhook' | 'webhook-test' = 'webhook') {
	return await axios.post(`${stack.n8nUrl}/${kind}/${path}`, {}, { validateStatus: () => true });
}

/** Replaces the key by one that Huawei does not know, and back. */
async function refuseKey(refused: boolean): Promise<void> {
	const { privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		publicKeyEncoding: { type: 'spki', format: 'pem' },
	});
	const { serviceAccountKey, ...rest } = { ...stack.accountData };
	const file = JSON.parse(String(serviceAccountKey)) as Record<string, unknown>;
	const key = refused ? { ...file, private_key: privateKey } : file;
	await client.call('PATCH', `/rest/credentials/${credential.id}`, {
		name: credential.name,
		type: credential.type,
		data: { ...rest, serviceAccountKey: JSON.stringify(key) },
	});
}

async function retry(workflow: SavedWorkflow): Promise<void> {
	const [failed] = await waitForExecutions(client, workflow.id);
	expect(failed?.status).toBe('error');
	await client.call('POST', `/rest/executions/${failed?.id}/retry`, { loadWorkflow: false });
	const [retried] = await waitForExecutions(client, workflow.id, { atLeast: 2 });
	expect([retried?.mode, retried?.status]).toEqual(['retry', 'success']);
}

describe('from the editor', () => {
	test('Execute', async () => {
		const workflow = await createRooted(client, 'Rooted', START.manual, pushNode(credential));
		await runToEnd(client, workflow, 'Start');
		expect(await reached()).toEqual(SAFE);
	});

	test.each([
		['a sub-workflow', () => child],
		['a sub-workflow of a sub-workflow', () => middle],
	])('%s', async (_, called) => {
		const workflow = await createRooted(client, 'Rooted', START.manual, callNode(called()));
		const execution = await runToEnd(client, workflow, 'Start');
		expect(execution.status).toBe('success');
		expect(await reached()).toEqual(SAFE);
	});

	test('a loop', async () => {
		const workflow = await createLoop(client, START.manual, pushNode(credential));
		const execution = await runToEnd(client, workflow, 'Start');
		expect(execution.listItems('Push', 1)).toHaveLength(15);
		expect(await reached()).toEqual(SAFE);
	});

	test('a sub-workflow of a sub-workflow, customer by customer', async () => {
		const one = await createChain(client, 'Rooted one', START.subWorkflow, pushNode(credential));
		await client.activateWorkflow(one);
		const call = await createChain(client, 'Rooted call', START.subWorkflow, callNode(one));
		const workflow = await createRooted(
			client,
			'Rooted',
			START.manual,
			CUSTOMER_BY_CUSTOMER,
			callNode(call, 'each'),
		);
		const execution = await runToEnd(client, workflow, 'Start');
		expect(execution.status).toBe('success');
		expect(await reached()).toEqual(SAFE);
	});

	test.each<[string, () => WorkflowNode, WorkflowNode?]>([
		['a retry', () => pushNode(credential)],
		['a retry with a sub-workflow', () => callNode(child)],
		['a retry with a sub-workflow of a sub-workflow', () => callNode(middle)],
		['a retry of a schedule run by hand, with a sub-workflow', () => callNode(child), START.schedule],
	])('%s', async (_, last, trigger = START.manual) => {
		const workflow = await createRooted(client, 'Rooted', trigger, last());
		await refuseKey(true);
		const execution = await runToEnd(client, workflow, 'Start');
		await refuseKey(false);
		expect(execution.status).toBe('error');
		await retry(workflow);
		expect(await reached()).toEqual(SAFE);
	});

	test('a call to the test URL of a webhook', async () => {
		const path = `rooted-test-${Date.now()}`;
		const workflow = await createRooted(client, 'Rooted', START.webhook(path), callNode(child));
		await client.call('POST', `/rest/workflows/${workflow.id}/run`, {
			workflowData: workflow,
			triggerToStartFrom: { name: 'Start' },
		});
		expect((await callWebhook(path, 'webhook-test')).status).toBe(200);
		await waitForExecutions(client, workflow.id);
		await waitUntil('something was sent', async () => (await reached()).tokens.length > 0);
		expect(await reached()).toEqual(SAFE);
	});

	test('an evaluation', async () => {
		const tables = await DataTables.open(client);
		const id = await tables.create(`rooted ${Date.now()}`, ['name']);
		await tables.insertRows(id.name, [{ name: 'first case' }]);
		const workflow = await createRooted(
			client,
			'Rooted',
			START.evaluation(id.id),
			pushNode(credential),
			METRICS,
		);
		await client.call('POST', `/rest/workflows/${workflow.id}/test-runs/new`, {});
		await waitUntil('something was sent', async () => (await reached()).tokens.length > 0);
		expect(await reached()).toEqual(SAFE);
	});
});

describe('in production', () => {
	async function publish(last: Parameters<typeof createRooted>[3]) {
		const path = `rooted-${Date.now()}`;
		const workflow = await createRooted(client, 'Rooted', START.webhook(path), last);
		await client.activateWorkflow(workflow);
		return { path, workflow };
	}

	test.each([
		['a webhook', () => pushNode(credential)],
		['a sub-workflow', () => callNode(child)],
		['a sub-workflow of a sub-workflow', () => callNode(middle)],
	])('%s', async (_, last) => {
		const { path, workflow } = await publish(last());
		await callWebhook(path);
		await waitUntil('something was sent', async () => (await reached()).tokens.length > 0);
		await waitForExecutions(client, workflow.id);
		expect(await reached()).toEqual(ALL);
	});

	test.each([
		['a retry', () => pushNode(credential)],
		['a retry with a sub-workflow', () => callNode(child)],
		['a retry with a sub-workflow of a sub-workflow', () => callNode(middle)],
	])('%s', async (_, last) => {
		const { path, workflow } = await publish(last());
		await refuseKey(true);
		await callWebhook(path);
		await waitForExecutions(client, workflow.id);
		await refuseKey(false);
		await retry(workflow);
		expect(await reached()).toEqual(ALL);
	});
});
