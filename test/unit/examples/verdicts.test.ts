/** No workflow of `examples/` gives up a token for anything but the verdict `remove`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Workflow, WorkflowNode } from '../../../scripts/n8n/workflow';
import { ACTION_NODE, readExample, TRIGGER_NODE } from '../../../scripts/start/demonstration';

const NAMES = readdirSync(join(__dirname, '../../../examples'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace(/\.json$/, ''));

/** What stands in the place of a node that gives a token up, in an example without a CRM. */
const PLACEHOLDER = /Clean Up|Remove Token/;

/** Marks or deletes the row of a device, or is meant for a node that does. */
function givesUp({ name, type, parameters }: WorkflowNode): boolean {
	if (type === 'n8n-nodes-base.noOp') return PLACEHOLDER.test(name);
	const text = JSON.stringify(parameters);
	return (
		text.includes('huawei_push_devices') &&
		(text.includes('"status":"removed"') || parameters.operation === 'deleteRows')
	);
}

/** Whether what leaves a node by this output has the verdict `remove`, and nothing else has. */
function isGuard({ type, parameters }: WorkflowNode, output: number): boolean {
	const isRemove = (group: unknown) => {
		const text = JSON.stringify(group) ?? '';
		return (
			/"leftValue":"={{ \$json\.verdict }}","rightValue":"remove","operator":{"type":"string","operation":"equals"}/.test(
				text,
			) && text.includes('"combinator":"and"')
		);
	};
	if (type === 'n8n-nodes-base.filter') return isRemove(parameters.conditions);
	if (type !== 'n8n-nodes-base.switch') return false;
	const { values = [] } = (parameters.rules ?? {}) as { values?: Array<{ conditions: unknown }> };
	return isRemove(values[output]?.conditions);
}

type Connections = Record<string, { main: Array<Array<{ node: string }> | null> }>;

/** Nodes that give tokens up and are reached from `start`, with and without a guard on the way. */
function findReached(
	{ nodes, connections }: Workflow,
	start: WorkflowNode,
): { guarded: string[]; unguarded: string[] } {
	const ways = connections as Connections;
	const seen = new Set<string>();
	const reached = { guarded: new Set<string>(), unguarded: new Set<string>() };
	const visit = (node: WorkflowNode, guarded: boolean): void => {
		const key = `${node.name} ${guarded}`;
		if (seen.has(key)) return;
		seen.add(key);
		if (givesUp(node)) reached[guarded ? 'guarded' : 'unguarded'].add(node.name);
		ways[node.name]?.main.forEach((targets, output) => {
			for (const target of targets ?? []) {
				const next = nodes.find(({ name }) => name === target.node);
				if (next !== undefined) visit(next, guarded || isGuard(node, output));
			}
		});
	};
	visit(start, false);
	return { guarded: [...reached.guarded], unguarded: [...reached.unguarded] };
}

const PUSH_NODES = NAMES.flatMap((name) => {
	const workflow = readExample(name);
	return workflow.nodes
		.filter(({ type }) => type === ACTION_NODE || type === TRIGGER_NODE)
		.map((node): [string, Workflow, WorkflowNode] => [name, workflow, node]);
});

test.each(PUSH_NODES)('%s gives up a token for the verdict remove alone', (_, workflow, node) => {
	expect(findReached(workflow, node).unguarded).toEqual([]);
});

test('the examples that clean up a list are found as such', () => {
	const guarded = PUSH_NODES.flatMap(([name, workflow, node]) =>
		findReached(workflow, node).guarded.map((reached) => `${name}: ${reached}`),
	);
	expect(guarded.sort()).toEqual([
		'ab-campaign: Mark Token as Removed',
		'campaign: Clean Up Customer List',
		'delivery-receipts: Remove Token From CRM',
		'marketing-campaign: Mark Token as Removed',
		'order-live-view: Remove Token From Shop',
		'order-live-view: Remove Token From Shop',
		'order-live-view: Remove Token From Shop',
		'personalised-orders: Remove Token From Shop',
		'suppression: Mark Token as Removed',
	]);
});
