/** Workflows whose root, not whose own mode, tells whether a run comes from the editor. */
import type { N8nClient } from '../../../scripts/n8n/client';
import type { SavedCredential, SavedWorkflow, WorkflowNode } from '../../../scripts/n8n/workflow';

/** Customers of the list that every workflow here sends to. */
export const CUSTOMERS = Array.from(
	{ length: 25 },
	(_, index) => `rooted-customer-${String(index).padStart(2, '0')}`,
);

const PUSH_NODE = 'Push';

/** A node whose place on the canvas nobody looks at. */
function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
	more: Partial<WorkflowNode> = {},
): WorkflowNode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters, ...more };
}

export const START = {
	manual: node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
	schedule: node('Start', 'n8n-nodes-base.scheduleTrigger', 1.2, {
		rule: { interval: [{ field: 'days' }] },
	}),
	subWorkflow: node('Start', 'n8n-nodes-base.executeWorkflowTrigger', 1.1, {
		inputSource: 'passthrough',
	}),
	webhook: (path: string) =>
		node('Start', 'n8n-nodes-base.webhook', 2, { path, httpMethod: 'POST' }, { webhookId: path }),
	evaluation: (dataTableId: string) =>
		node('Start', 'n8n-nodes-base.evaluationTrigger', 4.7, {
			source: 'dataTable',
			dataTableId: { __rl: true, mode: 'id', value: dataTableId },
		}),
};

/** One item with all push tokens. */
const LIST = node('List', 'n8n-nodes-base.set', 3.4, {
	mode: 'raw',
	jsonOutput: JSON.stringify({ tokens: CUSTOMERS }),
	options: {},
});

/** The action node with its defaults: production, and *Test Message* when run from the editor. */
export function pushNode(credential: SavedCredential): WorkflowNode {
	const message = { category: 'MARKETING', title: 'Rooted', body: 'Sent by a rooted run' };
	return node(
		PUSH_NODE,
		'n8n-nodes-huawei-push.huaweiPush',
		1,
		{ resource: 'notification', operation: 'send', tokenField: 'tokens', ...message },
		{ credentials: { huaweiPushApi: { id: credential.id, name: credential.name } } },
	);
}

/** @param mode `each`: a sub-workflow's run of its own for each item */
export function callNode(workflow: SavedWorkflow, mode: 'once' | 'each' = 'once'): WorkflowNode {
	return node('Call', 'n8n-nodes-base.executeWorkflow', 1.2, {
		workflowId: { __rl: true, mode: 'id', value: workflow.id },
		mode,
		options: {},
	});
}

/** An item for each push token of the list. */
export const CUSTOMER_BY_CUSTOMER = node('Split', 'n8n-nodes-base.splitOut', 1, {
	fieldToSplitOut: 'tokens',
	options: {},
});

/** Hands them to the node behind it in batches, round by round. */
const LOOP = node('Loop', 'n8n-nodes-base.splitInBatches', 3, { batchSize: 4, options: {} });

/** A workflow that runs its last node, `body`, in a loop. */
export async function createLoop(
	client: N8nClient,
	trigger: WorkflowNode,
	body: WorkflowNode,
): Promise<SavedWorkflow> {
	const to = (name: string) => [{ node: name, type: 'main', index: 0 }];
	return await client.createWorkflow({
		name: 'Rooted loop',
		nodes: [trigger, LIST, CUSTOMER_BY_CUSTOMER, LOOP, body],
		connections: {
			[trigger.name]: { main: [to(LIST.name)] },
			[LIST.name]: { main: [to(CUSTOMER_BY_CUSTOMER.name)] },
			[CUSTOMER_BY_CUSTOMER.name]: { main: [to(LOOP.name)] },
			[LOOP.name]: { main: [[], to(body.name)] },
			[body.name]: { main: [to(LOOP.name), to(LOOP.name)] },
		},
		settings: { executionOrder: 'v1' },
	});
}

/** What an evaluation demands behind the tested nodes. */
export const METRICS = node('Metrics', 'n8n-nodes-base.evaluation', 4.7, {
	operation: 'setMetrics',
	metric: 'customMetrics',
	metrics: { assignments: [{ id: 'one', name: 'one', value: 1, type: 'number' }] },
});

/** A trigger and, one behind the other, the list and `nodes`. */
export async function createRooted(
	client: N8nClient,
	name: string,
	trigger: WorkflowNode,
	...nodes: WorkflowNode[]
): Promise<SavedWorkflow> {
	return await createChain(client, name, trigger, LIST, ...nodes);
}

/** The same without a list of its own: a sub-workflow that goes on with what it gets. */
export async function createChain(
	client: N8nClient,
	name: string,
	...all: WorkflowNode[]
): Promise<SavedWorkflow> {
	return await client.createWorkflow({
		name,
		nodes: all,
		connections: Object.fromEntries(
			all.slice(1).map((next, index) => [
				all[index]?.name ?? '',
				{ main: [[{ node: next.name, type: 'main', index: 0 }]] },
			]),
		),
		settings: { executionOrder: 'v1' },
	});
}
