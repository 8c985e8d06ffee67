/** A campaign over a crash in its middle, with the sandbox's phones as witness. */
import axios from 'axios';
import { randomUUID } from 'node:crypto';

import { membersOf } from '../../push-kit/json';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import type { N8nClient } from '../../scripts/n8n/client';
import {
	connectCredentials,
	type SavedWorkflow,
	type Workflow,
	type WorkflowNode,
} from '../../scripts/n8n/workflow';
import { ACTION_NODE } from '../../scripts/start/demonstration';
import { startOwnN8n, type OwnN8n } from './setup/ownN8n';
import { changeNode, waitForExecutions, waitUntil } from './setup/workflowRuns';

const CUSTOMERS = 60;
const SEND = 'Send';
const WITHDRAW = 'Withdraw';

let own: OwnN8n;
let sandbox: Sandbox;

beforeAll(async () => {
	[own, sandbox] = await Promise.all([startOwnN8n(), startSandbox()]);
}, 300_000);

afterAll(async () => {
	await own?.stop();
	await sandbox?.close();
});

function makeNode(name: string, type: string, typeVersion: number, parameters: object): WorkflowNode {
	return {
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters: { ...parameters },
		...(type === ACTION_NODE && { credentials: { huaweiPushApi: { id: '', name: '' } } }),
	};
}

/** Started by a call of its address; `withdraws` what it has sent where the call says so. */
function makeCampaign(path: string): Workflow {
	const start = makeNode('Start', 'n8n-nodes-base.webhook', 2, { path, httpMethod: 'POST' });
	start.webhookId = randomUUID();
	const customers = makeNode('Customers', 'n8n-nodes-base.code', 2, {
		jsCode: `return Array.from({ length: ${CUSTOMERS} }, (_, i) => ({ json: { pushToken: 'customer-token-' + i, name: 'No. ' + i } }));`,
	});
	const send = makeNode(SEND, ACTION_NODE, 1, {
		resource: 'notification',
		operation: 'send',
		recipients: 'inputField',
		tokenField: 'pushToken',
		category: 'WORK',
		title: 'Sale',
		body: '=Hello {{ $json.name }}',
		options: { campaignId: 'spring', concurrency: 4 },
	});
	const isWanted = makeNode('To Withdraw', 'n8n-nodes-base.filter', 2.2, {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
			conditions: [
				{
					id: randomUUID(),
					leftValue: "={{ $('Start').first().json.body.withdraw === true }}",
					rightValue: '',
					operator: { type: 'boolean', operation: 'true', singleValue: true },
				},
			],
			combinator: 'and',
		},
		options: {},
	});
	const withdraw = makeNode(WITHDRAW, ACTION_NODE, 1, {
		resource: 'notification',
		operation: 'revoke',
		recipients: 'inputField',
		tokenField: 'pushToken',
		notifyId: '={{ $json.notifyId }}',
	});
	const nodes = [start, customers, send, isWanted, withdraw];
	const connections: Workflow['connections'] = {};
	nodes.slice(1).forEach((node, index) => {
		const from = nodes[index]?.name ?? '';
		connections[from] = { main: [[{ node: node.name, type: 'main', index: 0 }]] };
	});
	return { name: 'Campaign', nodes, connections, settings: { executionOrder: 'v1' } };
}

/** What each phone shows, by token. */
function screens(): Map<string, unknown[]> {
	return new Map(
		sandbox.state.devices.list().map(({ token, shown = [] }) => [
			token,
			shown.map(({ messageId }) => {
				const { payload } = membersOf(sandbox.store.find(messageId)?.body);
				return membersOf(membersOf(payload).notification).body;
			}),
		]),
	);
}

const call = async (client: N8nClient, path: string, body: object = {}) => {
	const { status } = await axios.post(`${client.url}/webhook/${path}`, body, { proxy: false });
	expect(status).toBe(200);
};

test('a crash in the middle, a corrected text and a second run: every phone shows one message, and it can be withdrawn', async () => {
	const credential = await own.client.createCredential('Account', 'huaweiPushApi', {
		keyFormat: 'json',
		serviceAccountKey: JSON.stringify(sandbox.keyFile),
		clientId: sandbox.clientId,
		baseUrl: sandbox.url,
	});
	const path = `campaign-${randomUUID()}`;
	const made = connectCredentials(makeCampaign(path), [credential]);
	const workflow = await own.client.createWorkflow(made);
	await own.client.activateWorkflow(workflow);
	sandbox.state.settings.latency = 300;
	await call(own.client, path);
	await waitUntil('a part is on its way', async () => sandbox.store.received >= 16);

	const client = await own.crashAndRestart();
	sandbox.state.settings.latency = 0;
	const shownBefore = [...screens()].filter(([, messages]) => messages.length > 0);
	expect(shownBefore.length).toBeGreaterThan(0);
	expect(shownBefore.length).toBeLessThan(CUSTOMERS);

	// n8n starts nothing of it again by itself.
	const crashed = await waitForExecutions(client, workflow.id);
	expect(crashed.map(({ status }) => status)).toEqual(['crashed']);

	const corrected = changeNode({ ...workflow, ...made }, SEND, { body: '=Dear {{ $json.name }}' });
	const saved = await client.call<SavedWorkflow>('PATCH', `/rest/workflows/${workflow.id}`, {
		nodes: corrected.nodes,
		connections: corrected.connections,
		versionId: workflow.versionId,
	});
	await client.activateWorkflow(saved);
	await call(client, path);
	await waitForExecutions(client, workflow.id, { atLeast: 2 });
	const before = new Map(shownBefore);
	const shown = screens();
	expect(shown.size).toBe(CUSTOMERS);
	for (let index = 0; index < CUSTOMERS; index += 1) {
		const token = `customer-token-${index}`;
		expect([token, shown.get(token)]).toEqual([
			token,
			before.get(token) ?? [`Dear No. ${index}`],
		]);
	}

	await call(client, path, { withdraw: true });
	const executions = await waitForExecutions(client, workflow.id, { atLeast: 3 });
	expect(executions.map(({ status }) => status)).toEqual(['success', 'success', 'crashed']);
	expect([...screens().values()].flat()).toEqual([]);
}, 300_000);
