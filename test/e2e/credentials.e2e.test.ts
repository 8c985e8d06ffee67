import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CredentialTestResult } from '../../scripts/n8n/client';
import type { Execution } from '../../scripts/n8n/execution';
import { CONNECTION_TEST_BODY } from '../../push-kit/account/connectionTest';
import { readSharedStack, ownerClient } from './setup/sharedStack';
import { runToEnd } from './setup/workflowRuns';

/** A port that no other program is ever given by the system, unlike one that was found free. */
const NOBODY = 'http://127.0.0.1:9';

const stack = readSharedStack();
const client = ownerClient(stack);

async function testAccount(changes: Record<string, unknown>): Promise<CredentialTestResult> {
	return await client.testCredential(stack.credentials.account, {
		...stack.accountData,
		...changes,
	});
}

function changeKeyFile(changes: Record<string, string>): { serviceAccountKey: string } {
	const keyFile = JSON.parse(stack.accountData.serviceAccountKey) as Record<string, string>;
	return { serviceAccountKey: JSON.stringify({ ...keyFile, ...changes }) };
}

async function serve(status: number, type: string, body: string): Promise<[Server, string]> {
	const server = createServer((_, response) => {
		response.writeHead(status, { 'content-type': type }).end(body);
	});
	return [server, await listen(server)];
}

async function listen(server: Server): Promise<string> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// Listens on a port, so that its address is no path.
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('Huawei Push Kit API', () => {
	test('the key of the sandbox is good', async () => {
		expect(await testAccount({})).toMatchObject({ status: 'OK' });
	});

	test('the same key in separate fields is good', async () => {
		const keyFile = JSON.parse(stack.accountData.serviceAccountKey) as Record<string, string>;
		const result = await testAccount({
			keyFormat: 'fields',
			serviceAccountKey: '',
			projectId: keyFile.project_id,
			keyId: keyFile.key_id,
			subAccount: keyFile.sub_account,
			privateKey: keyFile.private_key,
		});
		expect(result).toMatchObject({ status: 'OK' });
	});

	test('a key of somebody else is refused', async () => {
		const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
		const result = await testAccount(changeKeyFile({ private_key: pem }));
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(/key/i);
	});

	test('a project that is not that of the key is refused', async () => {
		const result = await testAccount(changeKeyFile({ project_id: '101653523863785276' }));
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(/project/i);
	});

	test('a key file that lacks a member is refused by the name of the member', async () => {
		const keyFile = JSON.parse(stack.accountData.serviceAccountKey) as Record<string, string>;
		delete keyFile.sub_account;
		const result = await testAccount({ serviceAccountKey: JSON.stringify(keyFile) });
		expect(result.status).toBe('Error');
		expect(result.message).toContain('sub_account');
	});

	test('a server that is down is a failure in words', async () => {
		const result = await testAccount({ baseUrl: NOBODY });
		expect(result.status).toBe('Error');
		expect(result.message).toContain(`No answer from ${NOBODY} (ECONNREFUSED)`);
		expect(result.message).toContain('Check API Base URL');
	});

	test('a name that leads nowhere is a failure in words', async () => {
		const result = await testAccount({ baseUrl: 'https://push.invalid' });
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(/No answer from https:\/\/push\.invalid \(E\w+\)\. The address/);
	});

	test.each([
		['a blank behind it', (url: string) => `${url}/ `],
		['an API path', (url: string) => `${url}/v3`],
		['quotes', (url: string) => `"${url}",`],
	])('the address is mended for the test as for a run: %s', async (_, spoil) => {
		const result = await testAccount({ baseUrl: spoil(stack.accountData.baseUrl) });
		expect(result).toMatchObject({ status: 'OK' });
	});

	test('the key file and the IDs are mended', async () => {
		const { serviceAccountKey } = stack.accountData;
		const keyFile = JSON.parse(serviceAccountKey) as Record<string, string>;
		const fenced = `\`\`\`json\n${serviceAccountKey}\n\`\`\``;
		expect(await testAccount({ serviceAccountKey: fenced })).toMatchObject({ status: 'OK' });
		const result = await testAccount({
			keyFormat: 'fields',
			projectId: ` "${keyFile.project_id}",`,
			keyId: `"key_id": "${keyFile.key_id}",`,
			subAccount: `${keyFile.sub_account}\u200B`,
			privateKey: JSON.stringify(keyFile.private_key),
		});
		expect(result).toMatchObject({ status: 'OK' });
	});

	test.each([
		['a web page', 200, 'text/html', '<!doctype html><title>Sign in to the Wi-Fi</title>'],
		['an empty answer', 200, 'application/json', ''],
		['a page of a broken gateway', 502, 'text/html', '<h1>502 Bad Gateway</h1>'],
		['an inner error', 500, 'application/json', '{"message":"oops"}'],
	])('%s instead of Push Kit is a failure', async (_, status, type, body) => {
		const [server, baseUrl] = await serve(status, type, body);
		try {
			const result = await testAccount({ baseUrl });
			expect(result.status).toBe('Error');
		} finally {
			server.close();
		}
	});

	test('each failure has its own sentence, and none shows the key', async () => {
		const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
		const [server, baseUrl] = await serve(200, 'text/html', '<!doctype html>');
		try {
			const results = [
				await testAccount({}),
				await testAccount(changeKeyFile({ private_key: pem })),
				await testAccount(changeKeyFile({ project_id: '101653523863785276' })),
				await testAccount({ baseUrl }),
				await testAccount({ baseUrl: NOBODY }),
			];
			const messages = results.map(({ message }) => message);
			expect(new Set(messages).size).toBe(messages.length);
			const keyBody = pem.split('\n')[1] ?? pem;
			for (const message of messages) {
				expect(message).not.toContain('PRIVATE KEY');
				expect(message).not.toContain(keyBody);
			}
		} finally {
			server.close();
		}
	});
});

describe('the HTTP Request node with the account', () => {
	const NODE = 'HTTP Request';

	/** Sends a dry message to `url`, signed by the credential. */
	async function request(url: string): Promise<Execution> {
		const { account } = stack.credentials;
		const trigger = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 };
		const workflow = await client.createWorkflow({
			name: `HTTP Request to ${url}`,
			nodes: [
				{ ...trigger, id: 'start', position: [0, 0], parameters: {} },
				{
					id: 'request',
					name: NODE,
					type: 'n8n-nodes-base.httpRequest',
					typeVersion: 4.2,
					position: [200, 0],
					parameters: {
						method: 'POST',
						url,
						authentication: 'predefinedCredentialType',
						nodeCredentialType: 'huaweiPushApi',
						sendHeaders: true,
						headerParameters: { parameters: [{ name: 'push-type', value: '0' }] },
						sendBody: true,
						specifyBody: 'json',
						jsonBody: JSON.stringify({
							...CONNECTION_TEST_BODY,
							target: { token: ['HTTP-request-device-0123456789'] },
						}),
						options: {},
					},
					credentials: { huaweiPushApi: { id: account.id, name: account.name } },
				},
			],
			connections: { Start: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		});
		return await runToEnd(client, workflow, 'Start');
	}

	test('sends what the node has no field for, to the address of the credential', async () => {
		const execution = await request(`${stack.accountData.baseUrl}/v3/{projectId}/messages:send`);
		expect(execution.error).toBeUndefined();
		expect(execution.listItems(NODE)).toMatchObject([{ json: { code: '80000000' } }]);
	});

	test('sends the login token to no other address, and says where it may go', async () => {
		const asked: Array<string | undefined> = [];
		const server = createServer(({ headers }, response) => {
			asked.push(headers.authorization);
			response.end('{}');
		});
		const address = await listen(server);
		try {
			const execution = await request(`${address}/v3/1/messages:send`);
			expect(execution.status).toBe('error');
			expect(execution.error).toContain(
				`signs requests to ${new URL(stack.accountData.baseUrl).origin} only`,
			);
			expect(asked).toEqual([]);
		} finally {
			server.close();
		}
	});
});

describe('Huawei Push Kit Receipt API', () => {
	async function testReceiptAccount(
		changes: Record<string, unknown>,
	): Promise<CredentialTestResult> {
		return await client.testCredential(stack.credentials.receipts, {
			...stack.receiptData,
			...changes,
		});
	}

	test('user name and secret are good', async () => {
		expect(await testReceiptAccount({})).toMatchObject({ status: 'OK' });
	});

	test('an empty user name is a failure that names the field', async () => {
		const result = await testReceiptAccount({ userName: '' });
		expect(result.status).toBe('Error');
		expect(result.message).toContain('User Name');
	});

	test('a secret that is no Base64 is a failure where Base64 is chosen', async () => {
		const result = await testReceiptAccount({ secret: 'not base64!', secretEncoding: 'base64' });
		expect(result.status).toBe('Error');
		expect(result.message).toContain('Secret');
	});
});
