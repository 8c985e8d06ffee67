/** A workflow that sends one message of every kind, and its run in the real n8n. */
import { setTimeout as wait } from 'node:timers/promises';
import location from '../../../examples/messages/location.json';
import mdm from '../../../examples/messages/mdm.json';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { Execution } from '../../../scripts/n8n/execution';
import type { Workflow } from '../../../scripts/n8n/workflow';
import { REVOKE_EXAMPLE, VERIFY_EXAMPLE, type SendExample } from '../../builders/bodies';
import { FORM_EXAMPLES } from '../../builders/nodeParameters';
import type { SharedStack } from './sharedStack';

const ACTION_NODE = 'n8n-nodes-huawei-push.huaweiPush';

const asText = ({ body }: SendExample) => JSON.stringify(body.payload);
const { notifyId } = REVOKE_EXAMPLE.body;

/** What the forms leave out: messages that are JSON only, revoking and the image check. */
const OTHERS: Record<string, Record<string, unknown>> = {
	liveViewScheduleEnd: {
		...FORM_EXAMPLES.liveViewGeofence.parameters,
		resource: 'liveView',
		operation: 'scheduleEnd',
	},
	location: { resource: 'location', operation: 'send', payload: asText(location) },
	mdm: { resource: 'mdm', operation: 'send', payload: asText(mdm) },
	custom: { resource: 'custom', operation: 'send', pushType: 6, payload: '{"extraData":"x"}' },
	revokeNotification: { resource: 'notification', operation: 'revoke', notifyId },
	revokeTextToSpeech: { resource: 'textToSpeech', operation: 'revoke', notifyId },
	verifyImage: { resource: 'image', operation: 'verify', ...VERIFY_EXAMPLE.body },
};

/** Parameters of the action node by the name of the message. */
export const NODES: Record<string, Record<string, unknown>> = {
	...Object.fromEntries(
		Object.entries(FORM_EXAMPLES).map(([name, { resource, operation, parameters }]) => [
			name,
			{ resource, operation, ...parameters },
		]),
	),
	...OTHERS,
};

/** A trigger, one customer, and behind it a node for each message, one after the other. */
export function everyMessageWorkflow({ credentials }: SharedStack): Workflow {
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

/** Runs a workflow from its manual trigger to its end. */
export async function runToEnd(
	client: N8nClient,
	workflow: Workflow,
	triggerName = 'Start',
): Promise<Execution> {
	const saved = await client.createWorkflow(workflow);
	const id = await client.runWorkflow(saved, triggerName);
	for (;;) {
		const execution = await client.getExecution(id);
		if (execution.hasEnded) return execution;
		await wait(200);
	}
}
