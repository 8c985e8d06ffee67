/** Single calls against the real n8n: the console's test, attacks with an overheard call, listening. */
import { SIGNATURE_HEADER, signReceipt } from '../../sandbox/receipts/signature';
import {
	makeStatus,
	postCall,
	signCall,
	type Answer,
	type ReceiptCall,
} from './setup/receiptCalls';
import {
	makeReceiptWorkflow,
	publishReceiptWorkflow,
	RECEIPTS_NODE,
	type PublishedReceipts,
} from './setup/receiptWorkflow';
import { readSharedStack, ownerClient } from './setup/sharedStack';
import { findReceiptUrl, listAllExecutions, waitForExecutions, waitUntil } from './setup/workflowRuns';

const SUCCESS = { code: '0', message: 'success' };

const stack = readSharedStack();
const client = ownerClient(stack);

beforeAll(async () => {
});

async function publish(parameters?: Record<string, unknown>): Promise<PublishedReceipts> {
	return await publishReceiptWorkflow(client, stack.credentials.receipts, { parameters });
}

/** n8n answers 503 by itself while it is short of breath. */
async function post(call: ReceiptCall): Promise<Answer> {
	let answer = await postCall(call);
	await waitUntil('n8n answers', async () => {
		if (answer.status !== 503) return true;
		answer = await postCall(call);
		return false;
	});
	return answer;
}

function unsigned(url: string, body: string): ReceiptCall {
	return { url, headers: { 'content-type': 'application/json' }, body };
}

/** Nothing was started so far: a signed call now starts the one execution there is. */
async function expectOnlyStart({ workflow, url }: PublishedReceipts): Promise<void> {
	expect((await post(signCall(url, stack.receiptData, [makeStatus()]))).status).toBe(200);
	expect(await waitForExecutions(client, workflow.id)).toHaveLength(1);
}

describe("AppGallery Connect's test of the address", () => {
	test.each(['', '{}', '{"statuses":[]}', '{"statuses":[{"token":"","pushType":0}]}'])(
		'unsigned, with the body %j, is answered with success and starts nothing',
		async (body) => {
			const { workflow, url } = await publish();
			expect(await post(unsigned(url, body))).toMatchObject({ status: 200, body: SUCCESS });
			expect(await post({ url, headers: {}, body })).toMatchObject({ status: 200, body: SUCCESS });
			await expectOnlyStart({ workflow, url });
		},
	);

	test('unsigned, with a receipt in it, is refused', async () => {
		const { workflow, url } = await publish();
		const body = JSON.stringify({ statuses: [makeStatus()] });
		expect(await post(unsigned(url, body))).toMatchObject({
			status: 401,
			body: { reason: 'missing' },
		});
		await expectOnlyStart({ workflow, url });
	});
});

test('an overheard call starts nothing with another body, wherever its borders are moved', async () => {
	const { workflow, url } = await publish();
	const other = await publish();
	const genuine = signCall(url, stack.receiptData, [makeStatus()]);
	expect((await post(genuine)).status).toBe(200);

	const header = genuine.headers[SIGNATURE_HEADER] ?? '';
	const shifted = header.replace(/timestamp=(\d{10})(\d{3}); ?nonce=/, 'timestamp=$1;nonce=$2');
	expect(shifted).not.toBe(header);
	const body = JSON.stringify({ statuses: [makeStatus(2, { token: 'VICTIM' })] });
	for (const value of [header, shifted, `${header}, ${header}`]) {
		for (const address of [url, other.url]) {
			const call = { url: address, body, headers: { ...genuine.headers, [SIGNATURE_HEADER]: value } };
			expect(await post(call)).toMatchObject({ status: 401, body: { reason: 'replay' } });
		}
	}
	expect(await waitForExecutions(client, workflow.id)).toHaveLength(1);
	await expectOnlyStart(other);
});

test('a nonce that never changes makes no receipt lost', async () => {
	const { workflow, url } = await publish();
	const { userName, secret } = stack.receiptData;
	const now = Date.now();
	for (const time of [now - 2000, now - 1000, now]) {
		const call = signCall(url, stack.receiptData, [makeStatus()]);
		const value = signReceipt({ userName, secret, secretEncoding: 'base64' }, time, ':');
		const headers = { ...call.headers, [SIGNATURE_HEADER]: value };
		expect((await post({ ...call, headers })).status).toBe(200);
	}
	expect(await waitForExecutions(client, workflow.id, { atLeast: 3 })).toHaveLength(3);
});

test('what listens in the editor gets every signed receipt, whatever the filters say', async () => {
	const parameters = { triggerOn: ['tokenInvalid'], messageTypes: ['call'] };
	const made = makeReceiptWorkflow('Listens', stack.credentials.receipts, parameters);
	const workflow = await client.createWorkflow(made);
	const [node] = workflow.nodes;
	if (!node) throw new Error('The workflow was saved without nodes.');
	const url = (await findReceiptUrl(client, node)).replace('/webhook/', '/webhook-test/');
	const listening = await client.call<{ waitingForWebhook?: boolean }>(
		'POST',
		`/rest/workflows/${workflow.id}/run`,
		{ workflowData: workflow, triggerToStartFrom: { name: RECEIPTS_NODE } },
	);
	expect(listening).toMatchObject({ waitingForWebhook: true });

	const status = makeStatus(0);
	const body = JSON.stringify({ statuses: [status] });
	// Neither ends the listening.
	expect((await post(unsigned(url, body))).status).toBe(401);
	expect(await post(unsigned(url, '{}'))).toMatchObject({ status: 200, body: SUCCESS });
	expect(await listAllExecutions(client, workflow.id)).toEqual([]);

	const call = { ...signCall(url, stack.receiptData, []), body };
	expect(await post(call)).toMatchObject({ status: 200, body: SUCCESS });
	const [execution] = await waitForExecutions(client, workflow.id);
	const { json } = (await client.getExecution(execution?.id ?? '')).listItems(RECEIPTS_NODE)[0] ?? {};
	expect(json).toMatchObject({ pushToken: status.token, event: 'delivered' });
});
