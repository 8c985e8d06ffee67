import axios from 'axios';

import { startWebhookServer, type WebhookServer } from '../../../../scripts/engine/webhookServer';
import { loadPackage } from '../../../builders/loadedPackage';
import { accountData, bodyOf, sign, SUCCESS } from '../../../builders/receiptCall';

const TRIGGER = 'Receipts';

async function listen(): Promise<WebhookServer> {
	const { nodeTypes, credentialTypes } = await loadPackage();
	return await startWebhookServer({
		nodeTypes,
		credentialTypes,
		credentials: { huaweiPushReceiptApi: accountData() },
		trigger: TRIGGER,
		workflow: {
			id: 'receipts',
			name: 'Receipts',
			connections: {},
			nodes: [
				{
					id: 'trigger',
					name: TRIGGER,
					type: 'n8n-nodes-huawei-push.huaweiPushTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: { verification: 'signature' },
					webhookId: 'b0a6a2f2-3a40-4cc4-9b19-3a4f4a0b8f62',
					credentials: { huaweiPushReceiptApi: { id: '1', name: 'Receipts' } },
				},
			],
		},
	});
}

describe('the webhook server', () => {
	let server: WebhookServer;
	beforeAll(async () => {
		server = await listen();
	});
	afterAll(async () => await server.stop());

	const call = async (headers: Record<string, string>, url = server.url, body = bodyOf({})) =>
		await axios.post<unknown>(url, body, {
			headers: { 'content-type': 'application/json', ...headers },
			proxy: false,
			validateStatus: () => true,
		});

	test('runs the workflow on a signed call, and answers what the trigger says', async () => {
		const before = server.runs.length;
		const answer = await call(
			{ 'x-huawei-callback-id': sign() },
			server.url,
			bodyOf({ token: 'TOKEN_A' }, { token: 'TOKEN_B', result: 2 }),
		);
		expect([answer.status, answer.data]).toEqual([200, SUCCESS]);
		const [run] = server.runs.slice(before);
		const items = run?.data.resultData.runData[TRIGGER]?.[0]?.data?.main?.[0];
		expect(items?.map(({ json }) => [json.pushToken, json.verdict])).toEqual([
			['TOKEN_A', 'keep'],
			['TOKEN_B', 'remove'],
		]);
	});

	test('hands on what the trigger answers to an unsigned call, and starts nothing', async () => {
		const before = server.runs.length;
		const { status, data } = await call({});
		expect(status).toBe(401);
		expect(data).toMatchObject({ code: '401' });
		expect(server.runs).toHaveLength(before);
	});

	test('answers 404 anywhere else', async () => {
		const { origin } = new URL(server.url);
		const headers = { 'x-huawei-callback-id': sign() };
		const answers = await Promise.all([
			call(headers, `${origin}/webhook/receipts`),
			axios.get(server.url, { proxy: false, validateStatus: () => true }),
		]);
		expect(answers.map(({ status }) => status)).toEqual([404, 404]);
	});
});
