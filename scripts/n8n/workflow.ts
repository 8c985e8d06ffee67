/** The shapes of n8n's REST API that the scripts and the end-to-end tests use. */
import { PACKAGE_NAME } from './places';

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

/** The type of credential that a node of `examples/` takes. */
const CREDENTIAL_OF_NODE: Readonly<Record<string, string>> = {
	[`${PACKAGE_NAME}.huaweiPush`]: 'huaweiPushApi',
	[`${PACKAGE_NAME}.huaweiPushTool`]: 'huaweiPushApi',
	[`${PACKAGE_NAME}.huaweiPushTrigger`]: 'huaweiPushReceiptApi',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
};

/** And of a form or webhook, by what it asks of those who call it. */
const CREDENTIAL_OF_AUTHENTICATION: Readonly<Record<string, string>> = {
	basicAuth: 'httpBasicAuth',
	headerAuth: 'httpHeaderAuth',
};

/**
 * Points every node at the credential of its type that exists in this n8n. The workflows of `examples/` name none: an
 * editor that replaces one that is not there does not save what was chosen.
 */
export function connectCredentials(
	workflow: Workflow,
	saved: readonly SavedCredential[],
): Workflow {
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => {
			const wanted = credentialTypeOf(node);
			const found = saved.find(({ type }) => type === wanted);
			if (found === undefined) return node;
			return { ...node, credentials: { [found.type]: { id: found.id, name: found.name } } };
		}),
	};
}

function credentialTypeOf({ type, parameters }: WorkflowNode): string | undefined {
	const { authentication, incomingAuthentication } = parameters;
	const asked = String(authentication ?? incomingAuthentication);
	return CREDENTIAL_OF_NODE[type] ?? CREDENTIAL_OF_AUTHENTICATION[asked];
}

/** The production URL of a published webhook node, as the editor shows it. */
export function formatWebhookUrl(baseUrl: string, node: WorkflowNode, type: NodeType): string {
	const webhook = type.webhooks?.[0];
	if (!webhook) throw new Error(`${type.displayName} has no webhook.`);
	const path = webhook.isFullPath ? webhook.path : `${node.webhookId}/${webhook.path}`;
	return `${baseUrl}/webhook/${path}`;
}
