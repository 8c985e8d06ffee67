/** Receipts in queue mode: workflows behind the proxy, calls to them, and what was executed. */
import type { ExecutionSummary } from '../../../scripts/n8n/client';
import { hasEnded, type Execution } from '../../../scripts/n8n/execution';
import type { QueueStack } from './queueStack';
import { makeStatus, postCall, signCall, type ReceiptCall } from './receiptCalls';
import {
	makeReceiptWorkflow,
	publishReceiptWorkflow,
	RECEIPTS_NODE,
	type PublishedReceipts,
} from './receiptWorkflow';
import {
	countStatuses,
	findReceiptUrl,
	listAllExecutions,
	waitForExecutions,
	waitUntil,
} from './workflowRuns';

/** Long enough to be stopped in, short enough for n8n to wait for: seconds. */
const SLOW_SECONDS = 4;

export class QueueReceipts {
	constructor(private readonly stack: QueueStack) {}

	/** Publishes the workflow that keeps receipts, and waits until every processor has it. */
	async publish(parameters?: Record<string, unknown>): Promise<PublishedReceipts> {
		const { client, receiptCredential, proxy } = this.stack;
		const published = await publishReceiptWorkflow(client, receiptCredential, {
			parameters,
			baseUrl: proxy.url,
		});
		await this.waitUntilListening(published.url);
		return published;
	}

	/** Publishes a workflow that takes a few seconds for each call. */
	async publishSlow(): Promise<PublishedReceipts> {
		const { client, receiptCredential, proxy } = this.stack;
		const { nodes, connections, ...rest } = makeReceiptWorkflow('Slow', receiptCredential);
		const [trigger, done] = nodes;
		if (!trigger || !done) throw new Error('The workflow lacks a node.');
		const slow = {
			...done,
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			parameters: { resume: 'timeInterval', amount: SLOW_SECONDS, unit: 'seconds' },
		};
		const workflow = await client.createWorkflow({ ...rest, nodes: [trigger, slow], connections });
		await client.activateWorkflow(workflow);
		const url = await findReceiptUrl(client, trigger, proxy.url);
		await this.waitUntilListening(url);
		return { workflow, url };
	}

	/** A signed call of one receipt. */
	makeCall(url: string, result = 0): ReceiptCall {
		return signCall(url, this.stack.receiptData, [makeStatus(result)]);
	}

	makeCalls(url: string, count: number, result = 0): ReceiptCall[] {
		return Array.from({ length: count }, () => this.makeCall(url, result));
	}

	async readExecutions(executions: readonly ExecutionSummary[]): Promise<Execution[]> {
		return await Promise.all(
			executions.map(async ({ id }) => await this.stack.client.getExecution(id)),
		);
	}

	/** The tokens of all receipts that the workflow was started with, once it has been `atLeast` so often. */
	async readExecutedTokens({ workflow }: PublishedReceipts, atLeast: number): Promise<unknown[]> {
		const executions = await this.readExecutions(
			await waitForExecutions(this.stack.client, workflow.id, { atLeast }),
		);
		return readReceivedTokens(executions).sort();
	}

	/**
	 * The same after a webhook processor has crashed, once every call was executed. What it had stored
	 * and not yet handed to the workers is started by nobody: `orphans`, listed as new.
	 */
	async readTokensAfterCrash(
		{ workflow }: PublishedReceipts,
		calls: readonly ReceiptCall[],
	): Promise<{ tokens: unknown[]; orphans: ExecutionSummary[] }> {
		const read = new Map<string, unknown[]>();
		let executions: ExecutionSummary[] = [];
		const listOpen = () => executions.filter(({ status }) => !hasEnded(status));
		await waitUntil(
			'every call was executed, and nothing is running',
			async () => {
				executions = await listAllExecutions(this.stack.client, workflow.id);
				const ended = executions.filter(({ status, id }) => hasEnded(status) && !read.has(id));
				for (const execution of await this.readExecutions(ended)) {
					read.set(execution.id, readReceivedTokens([execution]));
				}
				const found = new Set([...read.values()].flat());
				return (
					readTokens(calls).every((token) => found.has(token)) &&
					listOpen().every(({ status }) => status === 'new')
				);
			},
			undefined,
			() => countStatuses(executions),
		);
		return { tokens: [...read.values()].flat(), orphans: listOpen() };
	}

	/** A webhook processor learns of a new workflow a moment later than the main process. */
	private async waitUntilListening(url: string): Promise<void> {
		const path = new URL(url).pathname;
		for (const webhook of this.stack.webhooks) {
			const call = { ...this.makeCall(`${webhook.url}${path}`), headers: {} };
			await waitUntil('the webhook processor knows the workflow', async () => {
				// Unsigned: refused by the trigger, once there is one.
				return (await postCall(call)).status === 401;
			});
		}
	}
}

function readReceivedTokens(executions: readonly Execution[]): unknown[] {
	return executions
		.flatMap((execution) => execution.listItems(RECEIPTS_NODE))
		.map(({ json }) => json.pushToken);
}

/** The tokens in the calls, sorted. */
export function readTokens(calls: readonly ReceiptCall[]): string[] {
	return calls
		.flatMap(({ body }) => (JSON.parse(body) as { statuses: Array<{ token: string }> }).statuses)
		.map(({ token }) => token)
		.sort();
}
