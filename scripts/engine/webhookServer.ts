/** Takes calls for a workflow's webhook on loopback, as n8n's server does, and runs the workflow on each. */
import { WebhookContext } from 'n8n-core';
import type { INodeTypes, IRun, IWebhookData, IWebhookResponseData } from 'n8n-workflow';
import { createServer, ServerResponse, type IncomingMessage } from 'node:http';
import type { Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { runWorkflow } from './runWorkflow';
import {
	openWorkflow,
	surroundExecution,
	type StoredWorkflow,
	type Surroundings,
} from './surroundings';

export interface WebhookOptions extends Surroundings {
	workflow: StoredWorkflow;
	nodeTypes: INodeTypes;
	/** Name of the node whose webhook is called. */
	trigger: string;
}

export interface WebhookServer {
	/** The address to call. */
	url: string;
	/** One for each execution that a call has started and that has ended. */
	runs: readonly IRun[];
	stop(): Promise<void>;
}

/** What of Express a webhook of this package asks for. */
class WebhookResponse extends ServerResponse {
	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	json(body: unknown): void {
		this.setHeader('content-type', 'application/json; charset=utf-8');
		this.end(JSON.stringify(body));
	}
}

/** Listens on any free port of 127.0.0.1. A call is answered when its execution has ended. */
export async function startWebhookServer(options: WebhookOptions): Promise<WebhookServer> {
	const runs: IRun[] = [];
	const webhook = findWebhook(options);
	const server = createServer({ ServerResponse: WebhookResponse }, (request, response) => {
		if (request.method !== 'POST' || request.url !== `/webhook/${webhook.path}`) {
			response.status(404).json({ code: 404, message: 'No webhook stands here.' });
			return;
		}
		takeCall(options, webhook, request, response, runs).catch((error: unknown) => {
			const message = error instanceof Error ? error.message : String(error);
			if (!response.headersSent) response.status(500).json({ code: 500, message });
		});
	});
	const port = await listen(server);
	return {
		url: `http://127.0.0.1:${port}/webhook/${webhook.path}`,
		runs,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** As n8n registers it when the workflow is published. */
function findWebhook(options: WebhookOptions): IWebhookData {
	const { workflow, nodeTypes, trigger } = options;
	const node = workflow.nodes.find(({ name }) => name === trigger);
	const type = node && nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const [webhook] = type?.description.webhooks ?? [];
	if (!node || !webhook) throw new Error(`The node "${trigger}" has no webhook.`);
	return {
		httpMethod: 'POST',
		node: trigger,
		path: `${node.webhookId}/${webhook.path}`,
		webhookDescription: webhook,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: surroundExecution(workflow, 'webhook', options),
	};
}

async function takeCall(
	options: WebhookOptions,
	webhook: IWebhookData,
	request: IncomingMessage,
	response: WebhookResponse,
	runs: IRun[],
): Promise<void> {
	request.rawBody = await buffer(request);
	const answer = await callNode(options, webhook, request, response);
	// The node has answered by itself.
	if (answer.noWebhookResponse === true) return;
	const [items] = answer.workflowData ?? [];
	if (items) {
		const startNode = options.trigger;
		runs.push(await runWorkflow({ ...options, mode: 'webhook', startNode, items }));
	}
	response.status(200).json(answer.webhookResponse);
}

async function callNode(
	options: WebhookOptions,
	webhook: IWebhookData,
	httpRequest: IncomingMessage,
	httpResponse: WebhookResponse,
): Promise<IWebhookResponseData> {
	const workflow = openWorkflow(options.workflow, options.nodeTypes);
	const node = workflow.getNode(options.trigger);
	const type = node && workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	if (!node || !type?.webhook) throw new Error(`"${options.trigger}" takes no calls.`);
	// Typed as Express's, of which a webhook of this package asks for no more than stands here.
	const exchange = { httpRequest, httpResponse } as object;
	const data = surroundExecution(options.workflow, 'webhook', options, exchange);
	const context = new WebhookContext(workflow, node, data, 'webhook', webhook, [], null);
	return await type.webhook.call(context);
}

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
	return address.port;
}
