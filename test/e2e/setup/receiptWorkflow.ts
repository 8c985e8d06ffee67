/** The smallest workflow on receipts: the trigger, and a node that does nothing. */
import type { N8nClient } from '../../../scripts/n8n/client';
import type { SavedCredential, SavedWorkflow, Workflow } from '../../../scripts/n8n/workflow';
import { TRIGGER_NODE } from '../../../scripts/start/demonstration';
import { randomUUID } from 'node:crypto';
import { findReceiptUrl } from './workflowRuns';

export const RECEIPTS_NODE = 'Receipts';

export interface PublishedReceipts {
	workflow: SavedWorkflow;
	/** The production URL. */
	url: string;
}

export function makeReceiptWorkflow(
	name: string,
	credential: SavedCredential,
	parameters: Record<string, unknown> = {},
): Workflow {
	const done = { name: 'Done', type: 'n8n-nodes-base.noOp', typeVersion: 1 };
	return {
		name,
		nodes: [
			{
				id: randomUUID(),
				name: RECEIPTS_NODE,
				type: TRIGGER_NODE,
				typeVersion: 1,
				position: [0, 0],
				parameters: { verification: 'signature', ...parameters },
				webhookId: randomUUID(),
				credentials: { huaweiPushReceiptApi: { id: credential.id, name: credential.name } },
			},
			{ ...done, id: randomUUID(), position: [200, 0], parameters: {} },
		],
		connections: { [RECEIPTS_NODE]: { main: [[{ node: 'Done', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

/** Publishes such a workflow. `baseUrl`: where its webhook is called, if not at the client's n8n. */
export async function publishReceiptWorkflow(
	client: N8nClient,
	credential: SavedCredential,
	{
		name = `Receipts ${randomUUID().slice(0, 8)}`,
		parameters = {},
		baseUrl = client.url,
	}: { name?: string; parameters?: Record<string, unknown>; baseUrl?: string } = {},
): Promise<PublishedReceipts> {
	const workflow = await client.createWorkflow(makeReceiptWorkflow(name, credential, parameters));
	await client.activateWorkflow(workflow);
	const [node] = workflow.nodes;
	if (!node) throw new Error(`The workflow "${name}" was saved without nodes.`);
	return { workflow, url: await findReceiptUrl(client, node, baseUrl) };
}
