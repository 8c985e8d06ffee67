/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, not part of the published package */
/** One message of every kind goes out of a real n8n and arrives, as documented, at the sandbox. */
import { setTimeout as wait } from 'node:timers/promises';
import axios from 'axios';
import { RESOURCES } from '../../nodes/HuaweiPush/resources';
import type { N8nClient } from '../../scripts/n8n/client';
import type { Execution } from '../../scripts/n8n/execution';
import type { Workflow } from '../../scripts/n8n/workflow';
import { SEND_EXAMPLES } from '../builders/bodies';
import { FORM_EXAMPLES } from '../builders/nodeParameters';
import { readSharedStack, signIn, type SharedStack } from './setup/sharedStack';

const ACTION_NODE = 'n8n-nodes-huawei-push.huaweiPush';

/** What the forms leave out: messages that are JSON only, revoking and the image check. */
const OTHERS: Record<string, Record<string, unknown>> = {
	liveViewScheduleEnd: {
		...FORM_EXAMPLES.liveViewGeofence.parameters,
		resource: 'liveView',
		operation: 'scheduleEnd',
	},
	location: { resource: 'location', operation: 'send', payload: '{"extraData":"{}"}' },
	custom: { resource: 'custom', operation: 'send', pushType: 6, payload: '{"extraData":"x"}' },
	revokeNotification: { resource: 'notification', operation: 'revoke', notifyId: 4711 },
	revokeTextToSpeech: { resource: 'textToSpeech', operation: 'revoke', notifyId: 900 },
	verifyImage: {
		resource: 'image',
		operation: 'verify',
		imageUrl: 'https://cdn.example.com/icons/order.png',
	},
};

const NODES: Record<string, Record<string, unknown>> = {
	...Object.fromEntries(
		Object.entries(FORM_EXAMPLES).map(([name, { resource, operation, parameters }]) => [
			name,
			{ resource, operation, ...parameters },
		]),
	),
	...OTHERS,
};

/** A trigger, one customer, and behind it a node for each message, one after the other. */
function everyMessageWorkflow({ credentials }: SharedStack): Workflow {
	const names = Object.keys(NODES);
	const customer = {
		id: 'customer',
		name: 'Customer',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		position: [200, 0] as [number, number],
		parameters: { mode: 'raw', jsonOutput: '{ "pushToken": "EVERY-demo-push-token" }', options: {} },
	};
	const nodes = names.map((name, index) => ({
		id: name,
		name,
		type: ACTION_NODE,
		typeVersion: 1,
		position: [400, index * 120] as [number, number],
		parameters: { manualDelivery: 'same', ...NODES[name] },
		credentials: { huaweiPushApi: credentials.account },
	}));
	const main = [names.map((node) => ({ node, type: 'main', index: 0 }))];
	return {
		name: 'Every message',
		nodes: [
			{
				id: 'trigger',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0] as [number, number],
				parameters: {},
			},
			customer,
			...nodes,
		],
		connections: {
			Start: { main: [[{ node: 'Customer', type: 'main', index: 0 }]] },
			Customer: { main },
		},
		settings: { executionOrder: 'v1' },
	};
}

interface Arrived {
	pushType: number;
	messageType: string;
	body: { payload: object; pushOptions?: object };
	answer: { body: { code: string } };
}

let stack: SharedStack;
let client: N8nClient;
let execution: Execution;
let arrived: Arrived[];

beforeAll(async () => {
	stack = readSharedStack();
	client = await signIn(stack);
	await axios.delete(`${stack.sandboxUrl}/sandbox`);
	const workflow = await client.createWorkflow(everyMessageWorkflow(stack));
	const id = await client.runWorkflow(workflow, 'Start');
	do {
		await wait(200);
		execution = await client.getExecution(id);
	} while (!execution.hasEnded);
	const { data } = await axios.get<{ messages: Arrived[] }>(
		`${stack.sandboxUrl}/sandbox/messages?limit=100`,
	);
	arrived = data.messages;
}, 120_000);

test('covers every operation that the node has', () => {
	const covered = new Set(
		Object.values(NODES).map(({ resource, operation }) => `${String(resource)}.${String(operation)}`),
	);
	const all = RESOURCES.flatMap(({ option, operations }) =>
		operations.map(({ value }) => `${option.value}.${value}`),
	);
	expect([...covered].sort()).toEqual(all.sort());
});

test('the run succeeds', () => {
	expect(execution.error).toBeUndefined();
	expect(execution.status).toBe('success');
});

test.each(Object.keys(NODES))('%s is accepted', (name) => {
	const problems = execution.listItems(name, 1).map(({ json }) => json);
	expect(problems).toEqual([]);
	expect(execution.listItems(name, 0)).toHaveLength(1);
	expect(execution.listItems(name, 0)[0]?.json.outcome).toBe('accepted');
});

test.each(Object.entries(SEND_EXAMPLES))('%s arrives as documented', (_, { pushType, body }) => {
	const same = arrived.filter(
		(message) =>
			message.pushType === pushType &&
			JSON.stringify(sorted(message.body.payload)) === JSON.stringify(sorted(body.payload)),
	);
	expect(same.length).toBeGreaterThan(0);
	expect(same[0]?.answer.body.code).toBe('80000000');
});

/** Members in alphabetical order, so that equal payloads are equal texts. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const members = Object.entries(value).sort(([a], [b]) => a.localeCompare(b));
	return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
