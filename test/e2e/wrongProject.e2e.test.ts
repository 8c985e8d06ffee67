/**
 * A wrong project makes Huawei refuse everybody. The campaign of `examples/`, started as in production, must
 * not take that for dead customers, whatever else stands in the list.
 */
import axios from 'axios';
import { randomUUID } from 'node:crypto';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import type { N8nClient } from '../../scripts/n8n/client';
import {
	connectCredentials,
	findNode,
	type SavedCredential,
	type Workflow,
	type WorkflowNode,
} from '../../scripts/n8n/workflow';
import { readExample } from '../../scripts/start/demonstration';
import { SandboxClient } from '../../scripts/start/sandboxClient';
import type { DataTables } from '../../scripts/n8n/dataTables';
import { makeDevice, makeToken, TABLES } from './setup/marketing';
import { openTables } from './setup/marketingWorkflows';
import { readSharedStack, ownerClient } from './setup/sharedStack';
import { runWell, waitForExecutions } from './setup/workflowRuns';

const MALFORMED = 'malformed';

let client: N8nClient;
let sandbox: Sandbox;
let saved: SavedCredential[];
let tables: DataTables;

beforeAll(async () => {
	client = ownerClient(readSharedStack());
	tables = await openTables(client);
}, 120_000);

/** A sandbox for each test: no run is judged by what the one before has proved. */
beforeEach(async () => {
	sandbox = await startSandbox();
	saved = [
		await client.createCredential(`Account ${randomUUID().slice(0, 8)}`, 'huaweiPushApi', {
			keyFormat: 'json',
			serviceAccountKey: JSON.stringify(sandbox.keyFile),
			baseUrl: sandbox.url,
		}),
	];
	for (const name of Object.values(TABLES)) await tables.clear(name);
});

afterEach(async () => {
	await sandbox.close();
});

/** The campaign with a second start: what its README asks for is a schedule, which a test cannot wait for. */
function withWebhook(workflow: Workflow, path: string): Workflow {
	const start: WorkflowNode = {
		id: randomUUID(),
		name: 'Start in Production',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [0, 200],
		parameters: { path, httpMethod: 'POST' },
		webhookId: randomUUID(),
	};
	const settings = findNode(workflow, 'n8n-nodes-base.set');
	return {
		...workflow,
		nodes: [...workflow.nodes, start],
		connections: {
			...workflow.connections,
			[start.name]: { main: [[{ node: settings.name, type: 'main', index: 0 }]] },
		},
	};
}

/** Publishes the campaign, starts it once from outside the editor, and waits for its end. */
async function runInProduction(): Promise<void> {
	const path = `campaign-${randomUUID()}`;
	const campaign = connectCredentials(readExample('marketing-campaign'), saved);
	const workflow = await client.createWorkflow(withWebhook(campaign, path));
	await client.activateWorkflow(workflow);
	const answer = await axios.post(`${client.url}/webhook/${path}`, {}, { proxy: false });
	expect(answer.status).toBe(200);
	const executions = await waitForExecutions(client, workflow.id);
	expect(executions.map(({ mode, status }) => [mode, status])).toEqual([['webhook', 'success']]);
}

/** Puts so many customers and one malformed token into the list, the malformed one among them. */
async function fillList(customers: number): Promise<string[]> {
	const names = Array.from({ length: customers }, (_, index) => `customer-${index}`);
	names.splice(Math.floor(customers / 2), 0, MALFORMED);
	await tables.insertRows(
		TABLES.devices,
		names.map((name) => makeDevice(name)),
	);
	return names;
}

async function refuse(names: readonly string[], reason: (name: string) => string): Promise<void> {
	const control = new SandboxClient(sandbox.url);
	for (const name of names) await control.scriptToken(makeToken(name), { reason: reason(name) });
}

/** Device IDs that the campaign has marked. */
async function listMarked(): Promise<unknown[]> {
	const rows = await tables.readRows(TABLES.devices);
	return rows.filter(({ status }) => status !== 'active').map(({ deviceId }) => deviceId);
}

/** What the campaign has written down of each token: outcome, reason, verdict, and how often. */
async function countSends(): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const { outcome, reason, verdict } of await tables.readRows(TABLES.sends)) {
		const words = [outcome, reason, verdict].filter(Boolean).join(' ');
		counts[words] = (counts[words] ?? 0) + 1;
	}
	return counts;
}

describe.each([
	['a list', 29],
	// Too small to prove anything by itself.
	['a short list', 4],
])('%s of a wrong project, one token of it malformed', (_, customers) => {
	test.each(['noRight', 'countryNotSupport'])('%s: nobody is marked', async (reason) => {
		const names = await fillList(customers);
		await refuse(names, (name) => (name === MALFORMED ? 'tokenFormatError' : reason));
		await runInProduction();

		// Everybody was tried, and by a real message.
		expect(sandbox.store.messages.map(({ testMessage }) => testMessage)).toEqual([false]);
		expect({ marked: await listMarked(), sends: await countSends() }).toEqual({
			marked: [],
			sends: {
				[`rejected ${reason} fixSetup`]: customers,
				'rejected tokenFormatError fixSetup': 1,
			},
		});
	});
});

test('the wrong column, every token malformed: nobody is marked', async () => {
	const names = await fillList(24);
	await refuse(names, () => 'tokenFormatError');
	await runInProduction();
	expect({ marked: await listMarked(), sends: await countSends() }).toEqual({
		marked: [],
		sends: { 'rejected tokenFormatError fixSetup': 25 },
	});
});

test('a wrong project is told to the team', async () => {
	const names = await fillList(29);
	await refuse(names, (name) => (name === MALFORMED ? 'tokenFormatError' : 'noRight'));
	await runInProduction();
	const alert = await client.createWorkflow(readExample('failure-alert'));
	await runWell(client, alert, 'Every 15 Minutes');
	expect((await tables.readRows(TABLES.alerts)).map(({ text }) => text)).toEqual([
		expect.stringContaining('30 of 30 messages of type notification failed'),
	]);
});

test('the right project, one token malformed: this one is marked, and no other', async () => {
	await fillList(29);
	await refuse([MALFORMED], () => 'tokenFormatError');
	await runInProduction();
	expect({ marked: await listMarked(), sends: await countSends() }).toEqual({
		marked: [MALFORMED],
		sends: { accepted: 29, 'rejected tokenFormatError remove': 1 },
	});
});
