/** The package in queue mode: what scales out, and what a restart in the middle costs. */
import { randomUUID } from 'node:crypto';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import type { SavedWorkflow, Workflow } from '../../scripts/n8n/workflow';
import { ACTION_NODE } from '../../scripts/start/demonstration';
import { QueueReceipts, readTokens } from './setup/queueReceipts';
import { startQueueStack, WORKER_CONCURRENCY, type QueueStack } from './setup/queueStack';
import { deliverCalls, postCalls } from './setup/receiptCalls';
import { RECEIPTS_NODE } from './setup/receiptWorkflow';
import { runToEnd, waitForExecutions } from './setup/workflowRuns';

/** How many calls are on their way at once when a webhook processor crashes. */
const CONNECTIONS = 10;
/** How many calls were answered with success by then. */
const TAKEN_BEFORE_CRASH = 20;

let stack: QueueStack;
let queue: QueueReceipts;

beforeAll(async () => {
	stack = await startQueueStack();
	queue = new QueueReceipts(stack);
}, 300_000);

afterAll(async () => {
	await stack?.stop();
}, 180_000);

test('both webhook processors receive, and each call has its one execution', async () => {
	const { proxy, webhooks } = stack;
	const receipts = await queue.publish();
	const before = webhooks.map(({ url }) => proxy.answered.get(url) ?? 0);
	const calls = queue.makeCalls(receipts.url, 60);
	await deliverCalls(calls, 20);
	const after = webhooks.map(({ url }) => proxy.answered.get(url) ?? 0);
	const served = after.map((count, i) => count - (before[i] ?? 0));
	// Half of them each, but for those that a busy processor left to the other at their repetition.
	for (const count of served) expect(count).toBeGreaterThanOrEqual(calls.length / 3);
	// Each was taken by one of them; a try that broke off was answered by neither.
	expect(served.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(calls.length);
	expect(await queue.readExecutedTokens(receipts, calls.length)).toEqual(readTokens(calls));
});

test('what the filter drops starts nothing on either processor', async () => {
	const receipts = await queue.publish({ triggerOn: ['tokenInvalid'] });
	const wanted = queue.makeCalls(receipts.url, 6, 2);
	const dropped = queue.makeCalls(receipts.url, 20, 0);
	await deliverCalls([...dropped, ...wanted], 5);
	expect(await queue.readExecutedTokens(receipts, wanted.length)).toEqual(readTokens(wanted));
});

test('a call that is repeated at the other processor is taken there too, with the same key', async () => {
	const [first, second] = stack.webhooks;
	const receipts = await queue.publish();
	const { pathname } = new URL(receipts.url);
	const call = queue.makeCall(`${first.url}${pathname}`);
	for (const { url } of [first, first, second, second]) {
		await deliverCalls([{ ...call, url: `${url}${pathname}` }], 1);
	}
	const executions = await waitForExecutions(stack.client, receipts.workflow.id, { atLeast: 2 });
	const items = (await queue.readExecutions(executions)).flatMap((execution) =>
		execution.listItems(RECEIPTS_NODE),
	);
	expect(items).toHaveLength(2);
	expect(new Set(items.map(({ json }) => json.receiptKey)).size).toBe(1);
});

describe('sending', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => {
		await sandbox?.close();
	});

	async function importSender(tokens: readonly string[]): Promise<SavedWorkflow> {
		const credential = await stack.client.createCredential('Account', 'huaweiPushApi', {
			keyFormat: 'json',
			serviceAccountKey: JSON.stringify(sandbox.keyFile),
			baseUrl: sandbox.url,
		});
		const workflow: Workflow = {
			name: 'Sender',
			nodes: [
				{
					id: randomUUID(),
					name: 'Start',
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{
					id: randomUUID(),
					name: 'Send',
					type: ACTION_NODE,
					typeVersion: 1,
					position: [200, 0],
					parameters: {
						resource: 'notification',
						operation: 'send',
						recipients: 'defined',
						pushTokens: tokens.join('\n'),
						manualDelivery: 'same',
						category: 'MARKETING',
						title: 'Weekend offer',
						body: 'Until Sunday evening.',
					},
					credentials: { huaweiPushApi: { id: credential.id, name: credential.name } },
				},
			],
			connections: { Start: { main: [[{ node: 'Send', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		};
		return await stack.client.createWorkflow(workflow);
	}

	test('runs on the workers, once per token', async () => {
		const tokens = Array.from({ length: 30 }, (_, i) => `queue-mode-token-${i}`);
		const workflow = await importSender(tokens);
		const runs = await Promise.all(
			Array.from({ length: 6 }, async () => await runToEnd(stack.client, workflow, 'Start')),
		);
		for (const run of runs) {
			expect(run.status).toBe('success');
			const sent = run.listItems('Send').map(({ json }) => json.pushToken);
			expect(sent).toEqual(tokens);
		}
		expect(sandbox.store.messages).toHaveLength(runs.length);
		// Each process mints for itself: two workers, so no more than two tokens.
		const signatures = new Set(sandbox.store.messages.map(({ jwt }) => JSON.stringify(jwt)));
		expect(signatures.size).toBeLessThanOrEqual(2);
	});
});

describe('restarts in the middle', () => {
	test('a worker that is asked to end finishes its executions, the other takes the rest', async () => {
		const [worker] = stack.workers;
		const receipts = await queue.publishSlow();
		const calls = queue.makeCalls(receipts.url, 20);
		await deliverCalls(calls, 10);
		await worker.stop();
		await worker.start();
		const executions = await waitForExecutions(stack.client, receipts.workflow.id, {
			atLeast: calls.length,
			withinMs: 120_000,
		});
		expect(executions.map(({ status }) => status)).toEqual(calls.map(() => 'success'));
		expect(await queue.readExecutedTokens(receipts, calls.length)).toEqual(readTokens(calls));
	});

	test('a worker that crashes loses what it was running, and nothing that was waiting', async () => {
		const [worker] = stack.workers;
		const receipts = await queue.publishSlow();
		const calls = queue.makeCalls(receipts.url, 20);
		await deliverCalls(calls, 10);
		await worker.kill();
		await worker.start();
		const executions = await waitForExecutions(stack.client, receipts.workflow.id, {
			atLeast: calls.length,
			withinMs: 120_000,
		});
		// All calls are known to n8n. It never starts over what a worker was running when it crashed:
		// up to five executions, the worker's concurrency, are listed as failed.
		expect(executions).toHaveLength(calls.length);
		const lost = executions.filter(({ status }) => status !== 'success');
		expect(lost.length).toBeLessThanOrEqual(WORKER_CONCURRENCY);
		for (const { error } of await queue.readExecutions(lost)) {
			expect(error).toContain('will no longer retry');
		}
	});

	test('a webhook processor that crashes loses no call that was answered with success', async () => {
		const [webhook] = stack.webhooks;
		const { proxy } = stack;
		const receipts = await queue.publish();
		const calls = queue.makeCalls(receipts.url, 80);
		// At the answer itself: whoever asks n8n how far it is may learn it when all of them are done.
		let killed: Promise<void> | undefined;
		const answers = await postCalls(calls, CONNECTIONS, (taken) => {
			if (taken === TAKEN_BEFORE_CRASH) killed = webhook.kill();
		});
		await killed;
		const failed = calls.filter((_, i) => answers[i]?.status !== 200);
		expect(failed.length).toBeGreaterThan(0);
		expect(failed.length).toBeLessThan(calls.length);

		// Huawei tries again; half of the tries meet the processor that is down.
		await deliverCalls(failed, 5);

		const { tokens, orphans } = await queue.readTokensAfterCrash(receipts, calls);
		expect([...new Set(tokens)].sort()).toEqual(readTokens(calls));
		// None of them was answered: at most one for each connection.
		expect(orphans.length).toBeLessThanOrEqual(CONNECTIONS);
		// Doubled at most what broke off before its answer.
		const broken = new Set(readTokens(failed));
		const doubled = tokens.filter((token, i) => tokens.indexOf(token) !== i);
		expect(doubled.filter((token) => !broken.has(String(token)))).toEqual([]);

		const before = proxy.answered.get(webhook.url) ?? 0;
		await webhook.start();
		await deliverCalls(queue.makeCalls(receipts.url, 10), 2);
		expect((proxy.answered.get(webhook.url) ?? 0) - before).toBeGreaterThanOrEqual(5);
	});
});
