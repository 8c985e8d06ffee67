/** The example workflows that a shop starts by a call: imported as they are, published, called, and waited for. */
import axios from 'axios';

import type { Sandbox } from '../../../sandbox/server';
import type { N8nClient } from '../../../scripts/n8n/client';
import {
	connectCredentials,
	findNode,
	type SavedCredential,
	type SavedWorkflow,
	type Workflow,
} from '../../../scripts/n8n/workflow';
import { readExample } from '../../../scripts/start/demonstration';
import { waitForExecutions } from './workflowRuns';

const KEY = { name: 'x-shop-key', value: 'only-for-this-test' };

export interface Answer {
	status: number;
	body: unknown;
}

/** Credentials for everything that the examples name. */
export async function makeShopCredentials(
	client: N8nClient,
	sandbox: Sandbox,
): Promise<SavedCredential[]> {
	return [
		await client.createCredential('Account of the shop', 'huaweiPushApi', {
			keyFormat: 'json',
			serviceAccountKey: JSON.stringify(sandbox.keyFile),
			baseUrl: sandbox.url,
		}),
		await client.createCredential('Receipts of the shop', 'huaweiPushReceiptApi', {
			userName: sandbox.receiptUserName,
			secret: sandbox.receiptSecret,
			secretEncoding: 'auto',
		}),
		await client.createCredential('Header of the shop', 'httpHeaderAuth', KEY),
	];
}

/** A published example with one webhook. */
export class ShopWorkflow {
	private calls = 0;

	private constructor(
		private readonly client: N8nClient,
		readonly workflow: SavedWorkflow,
		private readonly url: string,
	) {}

	/** @param change what an operator would change after the import */
	static async publish(
		client: N8nClient,
		name: string,
		saved: readonly SavedCredential[],
		change: (workflow: Workflow) => Workflow = (workflow) => workflow,
	): Promise<ShopWorkflow> {
		const example = change(connectCredentials(readExample(name), saved));
		const workflow = await client.createWorkflow(example);
		await client.activateWorkflow(workflow);
		const { path } = findNode(workflow, 'n8n-nodes-base.webhook').parameters;
		return new ShopWorkflow(client, workflow, `${client.url}/webhook/${String(path)}`);
	}

	/** Calls as the shop does, or with another header. */
	async call(body: object, headers: object = { [KEY.name]: KEY.value }): Promise<Answer> {
		const { status, data } = await axios.post<unknown>(this.url, body, {
			headers: { ...headers },
			validateStatus: () => true,
			proxy: false,
		});
		if (status !== 403) this.calls++;
		return { status, body: data };
	}

	/** Another trigger of the workflow was called. */
	async expectCall(): Promise<void> {
		this.calls++;
		await this.settle();
	}

	/** Calls, and waits until the run has ended. */
	async callToEnd(body: object): Promise<Answer> {
		const answer = await this.call(body);
		await this.settle();
		return answer;
	}

	/** Waits until all that was called has ended, and ended well. */
	async settle(): Promise<void> {
		const executions = await waitForExecutions(this.client, this.workflow.id, {
			atLeast: this.calls,
		});
		expect(executions.map(({ status }) => status).filter((s) => s !== 'success')).toEqual([]);
	}
}

/** A copy of a workflow with another value for a field of one of its *Edit Fields* nodes. */
export function changeField(
	workflow: Workflow,
	nodeName: string,
	field: string,
	value: unknown,
): Workflow {
	const text = JSON.stringify(workflow);
	const copy = JSON.parse(text) as Workflow;
	const node = copy.nodes.find(({ name }) => name === nodeName);
	const { assignments } = (node?.parameters.assignments ?? {}) as {
		assignments?: Array<{ name: string; value: unknown }>;
	};
	const found = assignments?.find(({ name }) => name === field);
	if (!found) throw new Error(`"${nodeName}" of "${workflow.name}" has no field ${field}.`);
	found.value = value;
	return copy;
}

/** What the phone shows in its notification centre, the oldest first. */
export function listShown({ state, store }: Sandbox, token: string): unknown[] {
	return (state.devices.get(token)?.shown ?? []).map(({ messageId }) => {
		const { payload } = readBody(store.findMessage(messageId)?.body);
		const { title, body } = payload.notification ?? {};
		return { title, body };
	});
}

/** The cards of live views on a phone, as their last message left them. */
export function listCards({ state, store }: Sandbox, token: string): unknown[] {
	return Object.values(state.devices.get(token)?.liveViews ?? {}).map((view) => {
		const { payload } = readBody(store.findMessage(view.messageIds.at(-1) ?? -1)?.body);
		const card = payload.activityData?.notificationData;
		return {
			title: card?.contentTitle,
			text: card?.contentText?.[0]?.text,
			progress: card?.richProgress?.progress,
			isOver: view.endedAt !== undefined,
		};
	});
}

interface SentBody {
	payload: {
		notification?: { title: string; body: string };
		activityData?: {
			notificationData: {
				contentTitle?: string;
				contentText?: Array<{ text: string }>;
				richProgress?: { progress: number };
			};
		};
	};
}

function readBody(body: unknown): SentBody {
	return body as SentBody;
}
