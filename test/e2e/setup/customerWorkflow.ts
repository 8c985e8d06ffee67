/** Workflows that make customers by code and send to them: what a test of the action node needs of n8n. */
import type { SavedCredential, Workflow, WorkflowNode } from '../../../scripts/n8n/workflow';

export const START = 'Start';

/** Nodes in a row of the canvas, so that all of them are in view as it opens. */
const COLUMNS = 4;

/** A node that sends. */
export interface Sender {
	name: string;
	parameters: Record<string, unknown>;
	account: SavedCredential;
	/** Whether the customers come to it in a file, a row each. */
	fromFile?: boolean;
}

/**
 * Start, customers, and every sender beside the others behind them.
 *
 * @param jsCode of the Code node that makes the customers
 */
export function makeCustomerWorkflow(
	name: string,
	jsCode: string,
	senders: readonly Sender[],
): Workflow {
	const toSenders = (fromFile: boolean) =>
		senders.filter((one) => (one.fromFile ?? false) === fromFile).map((one) => to(one.name));
	const file = toSenders(true);
	const nodes = [
		makeNode(START, 'n8n-nodes-base.manualTrigger'),
		makeNode('Customers', 'n8n-nodes-base.code', { typeVersion: 2, parameters: { jsCode } }),
		...(file.length > 0
			? [makeNode('As a file', 'n8n-nodes-base.convertToFile', { typeVersion: 1.1 })]
			: []),
		...senders.map(({ name: sender, parameters, account }) =>
			makeNode(sender, 'n8n-nodes-huawei-push.huaweiPush', {
				parameters,
				credentials: { huaweiPushApi: account },
			}),
		),
	];
	return {
		name,
		nodes: nodes.map((node, index) => ({ ...node, position: placeOf(index) })),
		connections: {
			[START]: { main: [[to('Customers')]] },
			Customers: {
				main: [[...toSenders(false), ...(file.length > 0 ? [to('As a file')] : [])]],
			},
			...(file.length > 0 && { 'As a file': { main: [file] } }),
		},
		settings: { executionOrder: 'v1' },
	};
}

function makeNode(name: string, type: string, more: Partial<WorkflowNode> = {}): WorkflowNode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {}, ...more };
}

function to(node: string) {
	return { node, type: 'main', index: 0 };
}

function placeOf(index: number): [number, number] {
	return [(index % COLUMNS) * 240, Math.floor(index / COLUMNS) * 200];
}
