/** The workflow of the pictures: three customers, one of whom has a dead token, and both outputs. */
import { randomUUID } from 'node:crypto';
import type { Workflow, WorkflowNode } from '../n8n/workflow';
import { CUSTOMERS } from '../start/customers';
import { ACTION_NODE, MANUAL_TRIGGER } from '../start/demonstration';

export const SEND = 'Huawei Push Kit';
export const SUCCESS = 'Workflow executed successfully';

const NAMES = ['Anna', 'Bao', 'Elena'];

/** Those of the demonstration that make a small picture; Elena's token is dead. */
export const PICTURED = CUSTOMERS.filter(({ name }) => NAMES.includes(name));
export const TOKENS: readonly string[] = PICTURED.map(({ pushToken }) => pushToken);

/** What the first reader is told to fill in. EXPRESS is shown openly, MARKETING folded away. */
const NOTIFICATION = {
	resource: 'notification',
	operation: 'send',
	recipients: 'inputField',
	tokenField: 'pushToken',
	category: 'EXPRESS',
	title: 'Good news, {{name|there}}',
	body: 'Your parcel arrives today between 2 and 4 pm.',
};

/**
 * A campaign that goes to the sandbox's tokens from the editor as well. The credential's name is for the caller to
 * connect.
 *
 * @param changes of the notification
 */
export function makeCampaign(changes: Record<string, unknown> = {}): Workflow {
	const parameters = { ...NOTIFICATION, manualDelivery: 'same', ...changes };
	return {
		name: 'Parcels of today',
		nodes: [
			node('Start', MANUAL_TRIGGER, 1, [0, 0], {}),
			node('Customers', 'n8n-nodes-base.code', 2, [200, 0], {
				jsCode: `return ${JSON.stringify(PICTURED.map(({ name, pushToken }) => ({ name, pushToken })))};`,
			}),
			{
				...node(SEND, ACTION_NODE, 1, [420, 0], parameters),
				credentials: { huaweiPushApi: { id: null, name: '' } },
			},
			node('Mark as sent', 'n8n-nodes-base.noOp', 1, [700, -100], {}),
			node('Remove token', 'n8n-nodes-base.noOp', 1, [700, 100], {}),
		],
		connections: {
			Start: { main: [[to('Customers')]] },
			Customers: { main: [[to(SEND)]] },
			[SEND]: { main: [[to('Mark as sent')], [to('Remove token')]] },
		},
		settings: { executionOrder: 'v1' },
	};
}

function node(
	name: string,
	type: string,
	typeVersion: number,
	position: [number, number],
	parameters: Record<string, unknown>,
): WorkflowNode {
	return { id: randomUUID(), name, type, typeVersion, position, parameters };
}

function to(node: string): { node: string; type: 'main'; index: number } {
	return { node, type: 'main', index: 0 };
}
