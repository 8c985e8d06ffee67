/** Runs of workflows, and the executions that calls have started. */
import { setTimeout as wait } from 'node:timers/promises';
import type { ExecutionSummary, N8nClient } from '../../../scripts/n8n/client';
import { hasEnded, type Execution } from '../../../scripts/n8n/execution';
import type { SavedWorkflow, Workflow, WorkflowNode } from '../../../scripts/n8n/workflow';
import { formatWebhookUrl } from '../../../scripts/n8n/workflow';

const WITHIN_MS = 60_000;
const POLL_MS = 200;
const PAGE = 100;

/**
 * Asks again and again until the answer is true. Throws after a minute, or `withinMs`, with what
 * was `found` instead.
 */
export async function waitUntil(
	what: string,
	check: () => Promise<boolean>,
	withinMs = WITHIN_MS,
	found?: () => string,
): Promise<void> {
	const deadline = Date.now() + withinMs;
	while (!(await check())) {
		if (Date.now() > deadline) {
			const instead = found ? ` Found: ${found()}.` : '';
			throw new Error(`Not within ${withinMs / 1000} s: ${what}.${instead}`);
		}
		await wait(POLL_MS);
	}
}

/** Runs a workflow as Execute Workflow in the editor does, and waits until it has ended. */
export async function runToEnd(
	client: N8nClient,
	workflow: SavedWorkflow,
	triggerName: string,
): Promise<Execution> {
	const id = await client.runWorkflow(workflow, triggerName);
	let execution = await client.getExecution(id);
	await waitUntil(`"${workflow.name}" has ended`, async () => {
		execution = await client.getExecution(id);
		return execution.hasEnded;
	});
	return execution;
}

/** Runs a workflow as `runToEnd` does, and throws unless it went well. */
export async function runWell(
	client: N8nClient,
	workflow: SavedWorkflow,
	triggerName: string,
): Promise<Execution> {
	const execution = await runToEnd(client, workflow, triggerName);
	const { status, error } = execution;
	if (status !== 'success' || error !== undefined) {
		throw new Error(`"${workflow.name}" ended with ${status}: ${error ?? 'no error'}`);
	}
	return execution;
}

/** All executions of a workflow, newest first. */
export async function listAllExecutions(
	client: N8nClient,
	workflowId: string,
): Promise<ExecutionSummary[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const found: ExecutionSummary[] = [];
	let cursor = '';
	for (;;) {
		const page = await client.call<{ results: ExecutionSummary[]; nextCursor?: string | null }>(
			'GET',
			`/rest/executions?filter=${filter}&limit=${PAGE}${cursor}`,
		);
		found.push(...page.results);
		if (!page.nextCursor) return found;
		cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
	}
}

/**
 * Waits until nothing of the workflow runs any more, and returns all its executions. n8n lists what
 * runs and what has ended by two queries, and an execution that ends between them is in neither: so
 * two lists in a row must agree. It may answer a call before it lists what the call has started: say
 * how many executions are expected at least; that none was started is told by a later one that was.
 */
export async function waitForExecutions(
	client: N8nClient,
	workflowId: string,
	{ atLeast = 1, withinMs = WITHIN_MS }: { atLeast?: number; withinMs?: number } = {},
): Promise<ExecutionSummary[]> {
	let executions: ExecutionSummary[] = [];
	await waitUntil(
		`at least ${atLeast} of the workflow's executions are there, and all have ended`,
		async () => {
			const before = executions;
			executions = await listAllExecutions(client, workflowId);
			return (
				executions.length >= atLeast &&
				[...before, ...executions].every(({ status }) => hasEnded(status)) &&
				before.length === executions.length
			);
		},
		withinMs,
		() => countStatuses(executions),
	);
	return executions;
}

/** Such as "79 success, 1 new". */
export function countStatuses(executions: readonly ExecutionSummary[]): string {
	const counts = new Map<string, number>();
	for (const { status } of executions) counts.set(status, (counts.get(status) ?? 0) + 1);
	return [...counts].map(([status, count]) => `${count} ${status}`).join(', ') || 'none';
}

/** The production URL of a trigger of this package. */
export async function findReceiptUrl(
	client: N8nClient,
	node: WorkflowNode,
	baseUrl = client.url,
): Promise<string> {
	const type = (await client.listNodeTypes()).find(({ name }) => name === node.type);
	if (!type) throw new Error(`n8n has not loaded the node ${node.type}.`);
	return formatWebhookUrl(baseUrl, node, type);
}

/** A copy of a workflow with other parameters for one of its nodes. */
export function changeNode(
	workflow: Workflow,
	name: string,
	parameters: Record<string, unknown>,
): Workflow {
	return {
		...workflow,
		nodes: workflow.nodes.map((node) =>
			node.name === name ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
		),
	};
}
