/** Campaigns with their receipts side by side: what the node tells, held against what the sandbox knows. */
import axios from 'axios';
import { setTimeout as wait } from 'node:timers/promises';

import type { N8nClient } from '../../scripts/n8n/client';
import type { SavedWorkflow } from '../../scripts/n8n/workflow';
import type { Stack } from '../../scripts/start/stack';
import { publishReceiptWorkflow } from '../../test/e2e/setup/receiptWorkflow';
import { waitForExecutions, waitUntil } from '../../test/e2e/setup/workflowRuns';
import { MEASURED_NODE } from '../workflows';
import { Books } from './books';
import { CUSTOMERS, makeCampaign, REFUSED } from './campaignWorkflow';
import { SandboxBooks } from './sandboxBooks';
import type { LoadOptions, LoadResult } from './soak';

/** More would mean that n8n falls behind: then campaigns are left out rather than piled up. */
const MAX_OPEN = 10;
/** Between two looks at what has ended. */
const READ_EVERY_SECONDS = 5;
const STEP_MS = 100;
/** One campaign in so many meets each of these, which are survived without a loss. */
const STRUCK_EVERY = 10;
const FAULTS = [
	{ fault: '503', times: 2, retryAfter: '1' },
	{ fault: 'slow', times: 1, delay: 1_500 },
] as const;

/** Runs for `minutes`; bounded in campaigns by rate and time. */
export async function sendCampaigns(stack: Stack, options: LoadOptions): Promise<LoadResult> {
	const { minutes, rate, tell, elapsed, signal } = options;
	const { client, credentials, n8n } = stack;
	const receipts = await publishReceiptWorkflow(client, credentials.receipts);
	const sandbox = new SandboxBooks(stack.sandbox.url);
	await sandbox.prepare(receipts.url, REFUSED);
	const workflow = await client.createWorkflow(makeCampaign(credentials.account));
	await client.activateWorkflow(workflow);

	const books = new Books({
		accepted: CUSTOMERS.length - REFUSED.length,
		rejected: REFUSED.length,
	});
	const read = async () => {
		await readTold(client, workflow, books);
		await sandbox.read(books);
	};
	const send = async (number: number) => {
		const fault = FAULTS[(number / STRUCK_EVERY) % FAULTS.length];
		if (number % STRUCK_EVERY === 0 && fault) await sandbox.strike(fault);
		const campaign = `soak-${number}`;
		books.noteSent(campaign);
		const customers = CUSTOMERS.map((pushToken) => ({ pushToken, campaign }));
		await axios.post(`${n8n.url}/webhook/${workflow.name}`, { customers }, { proxy: false });
	};

	let [next, leftOut, readAt] = [0, 0, 0];
	for (let number = 0; elapsed() < minutes * 60; ) {
		signal?.throwIfAborted();
		for (; next < elapsed() * rate; next++) {
			if (books.open >= MAX_OPEN) leftOut++;
			else await send(number++);
		}
		if (elapsed() > readAt + READ_EVERY_SECONDS) {
			readAt = elapsed();
			await read();
			const { campaigns, told, accepted, receipts: reported } = books.counts;
			tell(`${campaigns} campaigns, ${told} told, ${accepted} accepted, ${reported} receipts`);
		}
		await wait(STEP_MS);
	}
	await waitUntil('every campaign has ended', async () => {
		await read();
		return books.open === 0;
	});
	await stack.sandbox.receiptsSettled();
	await read();
	const executions = await waitForExecutions(client, receipts.workflow.id, {
		atLeast: books.counts.receiptCalls,
	});
	const good = executions.filter(({ status }) => status === 'success').length;
	const counts = { ...books.counts, leftOut, receiptExecutions: executions.length };
	const failed = executions.length - good;
	return {
		counts,
		faults: [
			...books.judge(executions.length),
			...(failed > 0 ? [`${failed} executions of receipts failed.`] : []),
		],
	};
}

/** Reads what has ended since the last look. */
async function readTold(client: N8nClient, { id }: SavedWorkflow, books: Books): Promise<void> {
	for (const summary of await client.listExecutions(id)) {
		if (books.isTold(summary.id)) continue;
		const execution = await client.getExecution(summary.id);
		if (!execution.hasEnded) continue;
		const outcomes = new Map<string, string[]>();
		for (const { json } of [0, 1].flatMap((output) => execution.listItems(MEASURED_NODE, output))) {
			const outcome = String(json.outcome);
			outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), String(json.pushToken)]);
		}
		const [first] = execution.listItems('Customers');
		const campaign = String(first?.json.campaign);
		books.noteTold(summary.id, campaign, { status: execution.status, outcomes });
	}
}
