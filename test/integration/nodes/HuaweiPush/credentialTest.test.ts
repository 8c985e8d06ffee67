/** The test of the account's credential: the built function, in n8n's own context, over real HTTP. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';

import type { HuaweiPush } from '../../../../nodes/HuaweiPush/HuaweiPush.node';
import { useSandbox } from '../../../builders/useSandbox';
import { makeKeyPair } from '../../../builders/serviceAccounts';
import { runNode } from '../../../builders/engine';

const { HuaweiPush: Node } = jest.requireActual<{ HuaweiPush: typeof HuaweiPush }>(
	'../../../../dist/nodes/HuaweiPush/HuaweiPush.node.js',
);
const node = new Node();

const sandbox = useSandbox();

async function test(changes: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
	const [use] = node.description.credentials ?? [];
	expect(use?.testedBy).toBe('testPushAccount');
	return await node.methods.credentialTest.testPushAccount.call(new CredentialTestContext(), {
		id: '1',
		name: 'Push',
		type: 'huaweiPushApi',
		data: { ...credential(), ...changes },
	});
}

function credential(): ICredentialDataDecryptedObject {
	return {
		keyFormat: 'json',
		serviceAccountKey: JSON.stringify(sandbox.keyFile),
		baseUrl: sandbox.url,
	};
}

interface Answerer {
	url: string;
	/** Every request that came: method and path. */
	asked: string[];
	close: () => void;
}

/** A server that gives every request the same answer. */
async function answer(
	status: number,
	body: string,
	headers: Record<string, string> = {},
): Promise<Answerer> {
	const asked: string[] = [];
	const server: Server = createServer((request: IncomingMessage, response) => {
		asked.push(`${request.method} ${request.url}`);
		request.resume().on('end', () => response.writeHead(status, headers).end(body));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() };
}

const DEVICE = 'SOME-device-0123456789';

const JSON_TYPE = { 'content-type': 'application/json' };

it('the key of the sandbox is good, whatever it was pasted in', async () => {
	const key = JSON.stringify(sandbox.keyFile);
	for (const serviceAccountKey of [key, `\`\`\`json\n${key}\n\`\`\``, JSON.stringify(key)]) {
		expect(await test({ serviceAccountKey })).toMatchObject({ status: 'OK' });
	}
});

it.each([
	['a blank', (url: string) => `${url}/ `],
	['an API path', (url: string) => `${url}/v3`],
	['a whole API address', (url: string) => `${url}/v3/7/messages:send`],
	['quotes', (url: string) => `"${url}",`],
	['invisible characters', (url: string) => `\uFEFF${url}\u200B`],
	['doubled slashes', (url: string) => `${url}//v3//`],
	['the path of a gateway', (url: string) => `${url}/gateway/`],
])('asks the very address to which a run sends: %s', async (_what, spoil) => {
	const huawei = await answer(200, '{"code":"80300007","msg":"x"}', JSON_TYPE);
	try {
		const baseUrl = spoil(huawei.url);
		expect(await test({ baseUrl })).toMatchObject({ status: 'OK' });
		await runNode({
			parameters: {
				resource: 'notification',
				operation: 'send',
				recipients: 'defined',
				pushTokens: DEVICE,
				category: 'MARKETING',
				title: 'Hello',
				body: 'World',
			},
			items: [{}],
			credentials: { ...credential(), baseUrl },
		});
		const [tested, sent] = huawei.asked;
		expect(huawei.asked).toHaveLength(2);
		expect(sent).toBe(tested);
		expect(tested).toMatch(/^POST (\/gateway)?\/v3\/\d+\/messages:send$/);
	} finally {
		huawei.close();
	}
});

it.each([
	['a key of somebody else', () => ({ private_key: makeKeyPair().privateKey }), '80200001'],
	['another project', () => ({ project_id: '42' }), /Project ID/],
])('%s is refused in words', async (_what, change, words) => {
	const serviceAccountKey = JSON.stringify({ ...sandbox.keyFile, ...change() });
	const { status, message } = await test({ serviceAccountKey });
	expect(status).toBe('Error');
	expect(message).toMatch(words);
	expect(message).not.toMatch(/PRIVATE KEY|eyJ/);
});

it('a credential that cannot be read is refused before anything is asked', async () => {
	const huawei = await answer(200, '{"code":"80300007"}', JSON_TYPE);
	try {
		expect(await test({ serviceAccountKey: 'key.json', baseUrl: huawei.url })).toEqual({
			status: 'Error',
			message: expect.stringContaining('holds the name of a file'),
		});
		expect(huawei.asked).toEqual([]);
	} finally {
		huawei.close();
	}
});

it.each([
	['a web page', 200, '<!doctype html><title>Sign in</title>', 'did not come from Push Kit'],
	['nothing', 200, '', 'did not come from Push Kit'],
	["a gateway's own code", 200, '{"code":404,"msg":"80300007"}', 'did not come from Push Kit'],
	['a page that is not there', 404, '<h1>404</h1>', 'There is no Push Kit at API Base URL'],
	['a refusal', 403, 'Forbidden', 'does not let n8n pass'],
	['a broken gateway', 502, '<h1>502</h1>', 'HTTP 502'],
	['a broken service with a good code', 500, '{"code":"80300007"}', 'HTTP 500'],
])('%s in the place of Push Kit is told', async (_what, status, body, words) => {
	const other = await answer(status, body, body.startsWith('{') ? JSON_TYPE : {});
	try {
		const result = await test({ baseUrl: other.url });
		expect(result).toEqual({ status: 'Error', message: expect.stringContaining(words) });
	} finally {
		other.close();
	}
});

it('the login token follows no redirect', async () => {
	const target = await answer(200, '{"code":"80300007"}', JSON_TYPE);
	const other = await answer(307, '', { location: `${target.url}/v3/1/messages:send` });
	try {
		expect((await test({ baseUrl: other.url })).message).toContain('sends n8n to another address');
		expect(target.asked).toEqual([]);
	} finally {
		other.close();
		target.close();
	}
});

describe('a failure of the network', () => {
	it('is told where nobody listens, with the address and the code', async () => {
		const gone = await answer(200, '');
		gone.close();
		const { status, message } = await test({ baseUrl: gone.url });
		expect(status).toBe('Error');
		expect(message).toBe(
			`No answer from ${gone.url} (ECONNREFUSED). The server refused the connection. Check API Base URL in the credential.`,
		);
	});

	it('is told where the name leads nowhere', async () => {
		const { status, message } = await test({ baseUrl: 'https://push.invalid' });
		expect(status).toBe('Error');
		// Without a name server the lookup itself fails.
		expect(message).toMatch(
			/^No answer from https:\/\/push\.invalid \((ENOTFOUND|EAI_AGAIN)\)\. The address of the server .* API Base URL|\(DNS\)/,
		);
	});

	it('is told where https meets a server without it', async () => {
		const plain = await answer(200, '');
		try {
			const { message } = await test({ baseUrl: plain.url.replace('http:', 'https:') });
			expect(message).toContain('does not speak https');
		} finally {
			plain.close();
		}
	});

	it('is told where the connection breaks', async () => {
		const server = createServer((request) => request.socket.destroy());
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		try {
			const { message } = await test({ baseUrl: `http://127.0.0.1:${port}` });
			expect(message).toContain('The connection broke');
		} finally {
			server.close();
		}
	});
});
