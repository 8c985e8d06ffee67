/** A workflow in which n8n's AI Agent holds this package's action as its only tool. */
import type { N8nClient } from '../../../scripts/n8n/client';
import type { SavedCredential, SavedWorkflow, WorkflowNode } from '../../../scripts/n8n/workflow';
import { ACTION_NODE } from '../../../scripts/start/demonstration';

/** n8n makes it of the action itself. */
const TOOL_NODE = `${ACTION_NODE}Tool`;
export const TOOL_NAME = 'Huawei Push Kit';

export interface AgentCredentials {
	account: SavedCredential;
	model: SavedCredential;
}

function node(
	name: string,
	type: string,
	typeVersion: number,
	position: [number, number],
	parameters: Record<string, unknown>,
	more: Partial<WorkflowNode> = {},
): WorkflowNode {
	return { id: name, name, type, typeVersion, position, parameters, ...more };
}

/** The action as dropped on the agent: what is not set has the defaults of a tool. */
function toolNode({ id, name }: SavedCredential): WorkflowNode {
	return node(
		TOOL_NAME,
		TOOL_NODE,
		1,
		[400, 240],
		{
			resource: 'notification',
			operation: 'send',
			category: 'MARKETING',
			pushTokens: "={{ $fromAI('pushTokens', 'Push tokens, separated by commas', 'string') }}",
			title: "={{ $fromAI('title', 'Title of the message', 'string') }}",
			body: "={{ $fromAI('body', 'Text of the message', 'string') }}",
		},
		{ credentials: { huaweiPushApi: { id, name } } },
	);
}

/** Publishes webhook `path` -> AI Agent of that version; the call is answered with the agent's text. */
export async function publishAgent(
	client: N8nClient,
	{ account, model }: AgentCredentials,
	{ version, path }: { version: number; path: string },
): Promise<SavedWorkflow> {
	const nodes = [
		node(
			'Webhook',
			'n8n-nodes-base.webhook',
			2,
			[0, 0],
			{ path, httpMethod: 'POST', responseMode: 'lastNode' },
			{ webhookId: path },
		),
		node('AI Agent', '@n8n/n8n-nodes-langchain.agent', version, [240, 0], {
			promptType: 'define',
			text: '={{ $json.body.text }}',
		}),
		// The newer versions ask for OpenAI's Responses API, which few other services speak.
		node(
			'Model',
			'@n8n/n8n-nodes-langchain.lmChatOpenAi',
			1.2,
			[160, 240],
			{ model: { __rl: true, mode: 'id', value: 'fake-model' }, options: { maxRetries: 0 } },
			{ credentials: { openAiApi: { id: model.id, name: model.name } } },
		),
		toolNode(account),
	];
	const toAgent = (type: string) => ({ [type]: [[{ node: 'AI Agent', type, index: 0 }]] });
	const workflow = await client.createWorkflow({
		name: `Agent ${version}`,
		nodes,
		connections: {
			Webhook: toAgent('main'),
			Model: toAgent('ai_languageModel'),
			[TOOL_NAME]: toAgent('ai_tool'),
		},
		settings: { executionOrder: 'v1' },
	});
	await client.activateWorkflow(workflow);
	return workflow;
}
