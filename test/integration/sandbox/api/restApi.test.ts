import axios from 'axios';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';

import type { Sandbox } from '../../../../sandbox/server';
import type { Message } from '../../../../sandbox/state/arrival';
import {
	BODIES,
	change,
	LIVE_VIEW_BODIES,
	REVOKE_BODY,
	withTokens,
} from '../../../builders/sandbox/bodies';
import { Client, startTestSandbox } from '../../../builders/sandbox/client';

let sandbox: Sandbox;
let client: Client;
const told: string[] = [];

beforeAll(async () => {
	sandbox = await startTestSandbox({
		extend: (app) => {
			app.get('/more', () => 'a page');
			app.get('/broken', async () => await readFile('/no/such/folder/secret'));
		},
		tell: (line) => told.push(line),
	});
	client = new Client(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

interface MessageList {
	total: number;
	dropped: number;
	messages: Message[];
}
const readMessages = async (query = '') =>
	(await client.rest<MessageList>('GET', `messages${query}`)).data;

describe('GET /sandbox', () => {
	it('tells where everything is and how much arrived', async () => {
		await client.send(withTokens(BODIES.notification, ['A', 'B']));
		await client.revoke(REVOKE_BODY);
		const { data } = await client.rest('GET', '');
		const { url, projectId, clientId } = sandbox;
		expect(data).toMatchObject({
			url,
			projectId,
			clientId,
			receiptUserName: sandbox.receiptUserName,
			urls: { send: `${url}/v3/${projectId}/messages:send`, receipts: null },
			counts: { requests: 1, messages: 1, acceptedTokens: 2, revocations: 1, receiptCalls: 0 },
		});
		expect(JSON.stringify(data)).not.toContain(sandbox.receiptSecret);
	});
});

describe('GET /sandbox/messages', () => {
	it('shows all there is to know of a message', async () => {
		await client.rest('PUT', 'tokens/BAD', { reason: 'noRight' });
		const body = withTokens(BODIES.notificationWithOptions, ['A', 'BAD']);
		const { data: answer } = await client.send(body);
		const { messages } = await readMessages();
		expect(messages).toMatchObject([
			{
				pushType: 0,
				messageType: 'notification',
				url: `/v3/${sandbox.projectId}/messages:send`,
				headers: { 'push-type': '0', 'content-type': 'application/json' },
				jwt: { header: { alg: 'PS256' }, claims: { iss: sandbox.keyFile.sub_account } },
				body,
				bytes: Buffer.byteLength(JSON.stringify(withTokens(body, []))),
				tokenCount: 2,
				requestId: answer.requestId,
				biTag: 'orders-2026-09',
				notifyId: 4711,
				testMessage: true,
				answer: { status: 200, body: answer },
				acceptedTokens: ['A'],
				illegalTokens: { noRight: ['BAD'] },
			},
		]);
		expect(messages[0]?.headers).not.toHaveProperty('authorization');
		const { data } = await client.rest('GET', `messages/${messages[0]?.id}`);
		expect(data).toEqual(messages[0]);
	});

	it('answers 404 for a message that is not there', async () => {
		const { status, data } = await client.rest('GET', 'messages/999');
		expect([status, data]).toEqual([404, { error: 'There is no message 999.' }]);
	});

	it('filters', async () => {
		await client.send(BODIES.notificationWithOptions);
		await client.send(BODIES.badge);
		await client.send(LIVE_VIEW_BODIES.update, 7);
		await client.send(change(BODIES.background, { 'target.token': ['TOKEN_Z'] }), 6);
		await client.send(BODIES.background, 3);
		const types = async (query: string) =>
			(await readMessages(query)).messages.map(({ messageType }) => messageType);
		expect(await types('')).toEqual(['notification', 'badge', 'liveView', 'background', 'unknown']);
		expect(await types('?type=liveView')).toEqual(['liveView']);
		expect(await types('?type=0')).toEqual(['notification', 'badge']);
		expect(await types('?token=TOKEN_Z')).toEqual(['background']);
		expect(await types('?biTag=orders-2026-09')).toEqual(['notification']);
		expect(await types('?code=80100003')).toEqual(['unknown']);
		expect(await types('?limit=2')).toEqual(['background', 'unknown']);
		const third = sandbox.store.messages[2]?.id;
		expect(await types(`?after=${third}`)).toEqual(['background', 'unknown']);
		expect(await types('?type=badge&token=TOKEN_Z')).toEqual([]);
	});

	it('leaves tokens out on request', async () => {
		await client.send(withTokens(BODIES.notification, ['SECRET_1', 'SECRET_2']));
		const { messages } = await readMessages('?tokens=false');
		expect(messages).toMatchObject([{ acceptedCount: 2, illegalCount: 0, tokenCount: 2 }]);
		expect(JSON.stringify(messages)).not.toContain('SECRET_');
	});
});

describe('DELETE /sandbox', () => {
	it('forgets everything but key, secret and IDs', async () => {
		const before = (await client.rest('GET', '')).data;
		await client.rest('PUT', 'tokens/A', { reason: 'noRight' });
		await client.rest('POST', 'faults', { fault: '503', endpoint: 'verify' });
		await client.rest('PUT', 'settings', { refusedTokensStatus: 400 });
		await client.rest('PUT', 'receipts', { url: 'http://127.0.0.1:9' });
		await client.send(BODIES.notification);
		await client.revoke(REVOKE_BODY);

		const { data } = await client.rest('DELETE', '');
		expect({ ...data, time: 0 }).toEqual({ ...before, time: 0 });
		expect((await readMessages()).messages).toEqual([]);
		expect((await client.rest('GET', 'revocations')).data).toEqual({ revocations: [] });
		expect((await client.rest('GET', 'acceptances')).data).toMatchObject({
			total: 0,
			messages: [],
		});
		expect((await client.rest('GET', 'faults')).data).toEqual([]);
		expect((await client.rest('GET', 'key')).data).toEqual(sandbox.keyFile);
		expect((await client.send(withTokens(BODIES.notification, ['A']))).data.code).toBe('80000000');
	});
});

describe('GET /sandbox/changes', () => {
	it('streams what happens', async () => {
		const { data: stream } = await axios.get<Readable>(`${sandbox.url}/sandbox/changes`, {
			responseType: 'stream',
			proxy: false,
		});
		let text = '';
		const seen = new Promise<void>((resolve) => {
			stream.on('data', (chunk: Buffer) => {
				text += chunk.toString();
				if (text.includes('revocation')) resolve();
			});
		});
		await client.send(BODIES.notification);
		await client.revoke(REVOKE_BODY);
		await seen;
		stream.destroy();
		const changes = [...text.matchAll(/^data: (.*)$/gm)].map((match) => String(match[1]));
		expect(changes.map((change) => JSON.parse(change) as object)).toMatchObject([
			{ kind: 'message' },
			{ kind: 'revocation' },
		]);
	});

	it('lets go of a watcher who does not read', async () => {
		const socket = connect(sandbox.port, '127.0.0.1');
		socket.write('GET /sandbox/changes HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
		await new Promise((resolve) => socket.once('data', resolve));
		socket.pause();
		// 16 MB and more, of which a sleeping page would read nothing.
		for (let id = 0; id < 400_000; id++) sandbox.store.announce({ kind: 'device', id });
		let read = 0;
		const closed = new Promise((resolve) => socket.on('close', resolve));
		socket.on('error', () => undefined).on('data', (chunk: Buffer) => (read += chunk.length));
		socket.resume();
		await closed;
		expect(read).toBeLessThan(4_000_000);
	});
});

describe('bodies', () => {
	it('are JSON whatever the content type says, as command line clients send it', async () => {
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const { status } = await client.rest('PUT', 'tokens/A', '{"reason":"noRight"}', headers);
		expect([status, (await client.rest('GET', 'tokens')).data]).toEqual([
			200,
			{ A: { reason: 'noRight' } },
		]);
	});

	it.each(['{"reason":', 'reason=noRight'])('that are no JSON are refused: %s', async (text) => {
		const headers = { 'content-type': 'text/plain' };
		const { status, data } = await client.rest('PUT', 'tokens/A', text, headers);
		expect([status, data]).toEqual([400, { error: 'The body must be JSON.' }]);
	});
});

describe('other addresses', () => {
	it('can be added, behind the check of the Host header', async () => {
		const get = async (headers?: Record<string, string>) =>
			await axios.get(`${sandbox.url}/more`, { headers, validateStatus: () => true, proxy: false });
		expect((await get()).data).toBe('a page');
		expect((await get({ host: 'evil.example' })).status).toBe(403);
	});

	it('that fail say so without a word of what is inside; the log has it', async () => {
		const { status, data } = await axios.get<object>(`${sandbox.url}/broken`, {
			validateStatus: () => true,
			proxy: false,
		});
		expect([status, data]).toEqual([500, { error: expect.stringContaining('log') }]);
		expect(JSON.stringify(data)).not.toMatch(/folder|ENOENT/);
		expect(told).toEqual([expect.stringMatching(/GET \/broken.*\/no\/such\/folder/)]);
	});

	it('say that there is nothing', async () => {
		const { status, data } = await client.rest('GET', 'mesages');
		expect([status, data]).toEqual([404, { error: 'There is nothing at GET /sandbox/mesages.' }]);
	});
});
