/** The shapes of n8n's REST API that the scripts and the end-to-end tests use. */

export interface Login {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	webhookId?: string;
	/** What an item that fails does; by default it ends the execution. */
	onError?: 'continueRegularOutput';
	/** Credential type -> which credential. */
	credentials?: Record<string, { id: string | null; name: string }>;
}

/** A workflow as n8n exports it. */
export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings: Record<string, unknown>;
}

export interface SavedWorkflow extends Workflow {
	id: string;
	versionId: string;
}

export interface SavedCredential {
	id: string;
	name: string;
	type: string;
}

export interface WebhookDescription {
	name: string;
	path: string;
	isFullPath?: boolean;
}

export interface NodeType {
	name: string;
	displayName: string;
	version: number | number[];
	webhooks?: WebhookDescription[];
}

/** Finds a node by its full type name. Throws if the workflow has none. */
export function findNode(workflow: Workflow, type: string): WorkflowNode {
	const node = workflow.nodes.find((candidate) => candidate.type === type);
	if (!node) throw new Error(`The workflow "${workflow.name}" has no node of type ${type}.`);
	return node;
}

/**
 * Points every node at the credentials that exist in this n8n: an exported workflow names those of
 * the n8n it came from.
 */
export function connectCredentials(
	workflow: Workflow,
	saved: readonly SavedCredential[],
): Workflow {
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => ({
			...node,
			...(node.credentials && { credentials: replaceCredentials(node.credentials, saved) }),
		})),
	};
}

function replaceCredentials(
	named: NonNullable<WorkflowNode['credentials']>,
	saved: readonly SavedCredential[],
): NonNullable<WorkflowNode['credentials']> {
	return Object.fromEntries(
		Object.entries(named).map(([type, credential]) => {
			const found = saved.find((candidate) => candidate.type === type);
			return [type, found ? { id: found.id, name: found.name } : credential];
		}),
	);
}

/** The production URL of a published webhook node, as the editor shows it. */
export function formatWebhookUrl(baseUrl: string, node: WorkflowNode, type: NodeType): string {
	const webhook = type.webhooks?.[0];
	if (!webhook) throw new Error(`${type.displayName} has no webhook.`);
	const path = webhook.isFullPath ? webhook.path : `${node.webhookId}/${webhook.path}`;
	return `${baseUrl}/webhook/${path}`;
}
