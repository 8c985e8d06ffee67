/** A receipt that n8n cannot store must never be acknowledged: Huawei would not send it again. */
import { lockDatabase } from './setup/databaseLock';
import { startOwnN8n, type OwnN8n } from './setup/ownN8n';
import { deliverCalls, makeStatus, postCalls, signCall } from './setup/receiptCalls';
import { publishReceiptWorkflow, RECEIPTS_NODE } from './setup/receiptWorkflow';
import { waitForExecutions } from './setup/workflowRuns';

let own: OwnN8n;

beforeAll(async () => {
	own = await startOwnN8n();
});

afterAll(async () => {
	await own?.stop();
});

test('with the database locked no call is answered 200, and each is taken once afterwards', async () => {
	const { client, receiptData, receiptCredential, installation, n8n } = own;
	const { workflow, url } = await publishReceiptWorkflow(client, receiptCredential);
	const before = signCall(url, receiptData, [makeStatus()]);
	await deliverCalls([before], 1);
	const calls = Array.from({ length: 10 }, () => signCall(url, receiptData, [makeStatus()]));

	const lock = await lockDatabase(installation.nodeBinary, n8n.userFolder);
	let locked;
	try {
		locked = await postCalls(calls, 10);
	} finally {
		await lock.release();
	}
	// Each caller gets an answer, and none of them is a success.
	expect(locked.filter(({ status }) => ![500, 503].includes(status))).toEqual([]);

	// Huawei tries again with the same signature and body: now they are taken, and once only.
	await deliverCalls(calls, 10);
	await deliverCalls(calls, 10);

	const executions = await waitForExecutions(client, workflow.id, { atLeast: calls.length + 1 });
	const tokens: unknown[] = [];
	for (const { id } of executions) {
		const execution = await client.getExecution(id);
		tokens.push(...execution.listItems(RECEIPTS_NODE).map(({ json }) => json.pushToken));
	}
	const sent = [before, ...calls].flatMap(({ body }) =>
		(JSON.parse(body) as { statuses: Array<{ token: string }> }).statuses.map(({ token }) => token),
	);
	expect(tokens.sort()).toEqual(sent.sort());
});
