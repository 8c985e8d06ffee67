/** Many receipts at once, forged ones among them, against the shared n8n. */
import { makeBadCalls, type BadCall } from './setup/badCalls';
import {
	deliverCalls,
	makeStatus,
	postCall,
	postCalls,
	signCall,
	TRY_AGAIN,
	type Answer,
	type ReceiptCall,
} from './setup/receiptCalls';
import {
	publishReceiptWorkflow,
	RECEIPTS_NODE,
	type PublishedReceipts,
} from './setup/receiptWorkflow';
import { readSharedStack, ownerClient } from './setup/sharedStack';
import { waitForExecutions, waitUntil } from './setup/workflowRuns';

const CONNECTIONS = 50;
const SUCCESS = { code: '0', message: 'success' };

const stack = readSharedStack();
const client = ownerClient(stack);
let receipts: PublishedReceipts;
let used: ReceiptCall;

interface Load {
	good: ReceiptCall[];
	bad: BadCall[];
	goodAnswers: Answer[];
	badAnswers: Answer[];
}

beforeEach(async () => {
	receipts = await publishReceiptWorkflow(client, stack.credentials.receipts);
	used = signCall(receipts.url, stack.receiptData, [makeStatus()]);
	await deliverCalls([used], 1);
});

/** Posts good calls with a bad one after each ninth, so that one in ten is bad. */
async function load(callCount: number, statusesPerCall: number): Promise<Load> {
	const { url } = receipts;
	const account = stack.receiptData;
	const good = Array.from({ length: callCount }, () =>
		signCall(
			url,
			account,
			Array.from({ length: statusesPerCall }, () => makeStatus()),
		),
	);
	const bad = makeBadCalls(url, account, used, Math.ceil(callCount / 9));
	const mixed = good.flatMap((call, i) => {
		const badCall = i % 9 === 0 ? bad[i / 9] : undefined;
		return badCall ? [badCall, call] : [call];
	});
	const answers = await postCalls(mixed, CONNECTIONS);
	const isBad = new Set<ReceiptCall>(bad);
	return {
		good,
		bad,
		goodAnswers: answers.filter((_, i) => !isBad.has(mixed[i]!)),
		badAnswers: answers.filter((_, i) => isBad.has(mixed[i]!)),
	};
}

/**
 * The status of the trigger. 503 is n8n's own, before it asks the trigger, and a connection that was idle for some
 * seconds (0) is closed: such a call is posted once more, as whoever forges calls would.
 */
async function askAgain(call: ReceiptCall, first?: number): Promise<number | undefined> {
	let status = first;
	await waitUntil('n8n answers', async () => {
		if (status !== 0 && status !== 503) return true;
		({ status } = await postCall(call));
		return false;
	});
	return status;
}

/** The tokens of all items, execution by execution, as n8n has stored them. */
async function readExecutedTokens(atLeast: number): Promise<unknown[][]> {
	const executions = await waitForExecutions(client, receipts.workflow.id, {
		atLeast,
		withinMs: 120_000,
	});
	expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
	const tokens: unknown[][] = [];
	for (const { id } of executions) {
		const execution = await client.getExecution(id);
		tokens.push(execution.listItems(RECEIPTS_NODE).map(({ json }) => json.pushToken));
	}
	return tokens;
}

function readTokens({ body }: ReceiptCall): string[] {
	const { statuses } = JSON.parse(body) as { statuses: Array<{ token: string }> };
	return statuses.map(({ token }) => token);
}

/** Compares texts, so that a failure names the call and not ten thousand tokens. */
function sortCalls(tokensOfCalls: unknown[][]): string[] {
	return tokensOfCalls.map((tokens) => `${tokens.length} from ${String(tokens[0])}`).sort();
}

test.each([
	[100, 100],
	[300, 1],
])(
	'%i calls of %i receipts: each has its one execution, and no bad call has any',
	async (callCount, statusesPerCall) => {
		const { good, bad, goodAnswers, badAnswers } = await load(callCount, statusesPerCall);

		expect(goodAnswers).toHaveLength(callCount);
		for (const { status, body } of goodAnswers) {
			if (status === 200) expect(body).toEqual(SUCCESS);
			else expect(TRY_AGAIN).toContain(status);
		}
		for (const [i, call] of bad.entries()) {
			const status = badAnswers[i]?.status;
			expect([call.kind, await askAgain(call, status)]).toEqual([call.kind, call.expectedStatus]);
		}
		await deliverCalls(
			good.filter((_, i) => goodAnswers[i]?.status !== 200),
			CONNECTIONS,
		);

		const executed = await readExecutedTokens(callCount + 1);
		expect(sortCalls(executed)).toEqual(sortCalls([used, ...good].map(readTokens)));
		const all = executed.flat();
		expect(new Set(all).size).toBe(all.length);
		expect(all).toHaveLength(callCount * statusesPerCall + 1);
	},
	240_000,
);

test('calls that are delivered three times start one execution each', async () => {
	const calls = Array.from({ length: 50 }, () =>
		signCall(receipts.url, stack.receiptData, [makeStatus()]),
	);
	await deliverCalls(calls, CONNECTIONS);
	await deliverCalls([...calls, ...calls], CONNECTIONS);
	const executed = await readExecutedTokens(calls.length + 1);
	expect(sortCalls(executed)).toEqual(sortCalls([used, ...calls].map(readTokens)));
});
