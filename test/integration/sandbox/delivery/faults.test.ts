import axios, { isAxiosError } from 'axios';
import { request } from 'node:http';

import type { Sandbox } from '../../../../sandbox/server';
import { BODIES, REVOKE_BODY, withTokens } from '../../../builders/sandbox/bodies';
import { Client, startTestSandbox } from '../../../builders/sandbox/client';

let sandbox: Sandbox;
let client: Client;

beforeAll(async () => {
	sandbox = await startTestSandbox();
	client = new Client(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const { notification } = BODIES;
const send = async (tokens: string[] = ['A'], signal?: AbortSignal) =>
	await client.send(withTokens(notification, tokens), 0, { signal });
const queue = async (fault: object | object[]) => await client.rest('POST', 'faults', fault);

/** The code of the network error that the client saw, or `none`. */
async function findNetworkError(signal?: AbortSignal): Promise<string> {
	try {
		await send(['A'], signal);
		return 'none';
	} catch (error) {
		return isAxiosError(error) ? (error.code ?? error.message) : String(error);
	}
}

/** Sends, waits until the sandbox has the request and has answered another one, and hangs up. */
async function hangUpUnanswered(): Promise<string> {
	const client = new AbortController();
	const arrived = new Promise<void>((resolve) => {
		const stop = sandbox.store.watch(() => {
			stop();
			resolve();
		});
	});
	const outcome = findNetworkError(client.signal);
	await arrived;
	await axios.get(`${sandbox.url}/sandbox`, { proxy: false });
	client.abort();
	return await outcome;
}

describe('faults that answer', () => {
	it.each([
		['503', 503, 0],
		['500BeforeAcceptance', 500, 0],
		['500AfterAcceptance', 500, 1],
		['502BeforeAcceptance', 502, 0],
		['502AfterAcceptance', 502, 1],
		['html', 200, 0],
		['empty', 200, 1],
	])('%s comes with status %d and accepts %d tokens', async (fault, status, accepted) => {
		await queue({ fault });
		const answer = await send();
		expect(answer.status).toBe(status);
		expect(sandbox.acceptances.countToken('A')).toBe(accepted);
		expect(sandbox.store.messages[0]).toMatchObject({ fault });
		expect((await send()).data.code).toBe('80000000');
	});

	it('500 says Inner Error', async () => {
		await queue({ fault: '500AfterAcceptance' });
		expect((await send()).data).toMatchObject({ code: '81000001', msg: 'Inner Error' });
	});

	it.each([
		[120, '120'],
		[0, '0'],
		['Wed, 23 Sep 2026 10:00:00 GMT', 'Wed, 23 Sep 2026 10:00:00 GMT'],
	])('503 carries Retry-After %s', async (retryAfter, header) => {
		await queue({ fault: '503', retryAfter });
		expect((await send()).headers['retry-after']).toBe(header);
	});

	it('html can stand for a stray 404', async () => {
		await queue({ fault: 'html', status: 404 });
		expect((await send()).status).toBe(404);
		expect((await send()).status).toBe(200);
	});

	it('html is a web page, empty has no body', async () => {
		await queue([{ fault: 'html' }, { fault: 'empty' }]);
		const page = await send();
		expect(page.headers['content-type']).toMatch('text/html');
		expect(String(page.data)).toContain('<html>');
		expect((await send()).data).toBe('');
	});

	it('plainMsg has a text where a JSON document is expected', async () => {
		await queue({ fault: 'plainMsg' });
		expect((await send()).data).toMatchObject({
			code: '80300007',
			msg: 'All the tokens are invalid',
		});
		expect(sandbox.acceptances.total).toBe(0);
	});

	it.each([
		[{ code: '80200005' }, 401, 'Jwt token expired'],
		[{ code: '80300037' }, 400, 'Disable send huawei msg because of penalty'],
		[{ code: '80300037', status: 200 }, 200, 'Disable send huawei msg because of penalty'],
		[{ code: '99999999', msg: 'New' }, 400, 'New'],
	])('code answers any business code: %j', async (fault, status, msg) => {
		await queue({ fault: 'code', ...fault });
		const answer = await send();
		expect([answer.status, answer.data]).toMatchObject([status, { code: fault.code, msg }]);
	});

	it('slow is the right answer, late', async () => {
		await queue([
			{ fault: 'slow', delay: 60_000 },
			{ fault: 'slow', delay: 1 },
		]);
		expect(await hangUpUnanswered()).toBe('ERR_CANCELED');
		expect((await send(['B'])).data.code).toBe('80000000');
		expect(sandbox.acceptances.total).toBe(2);
	});
});

describe('faults that break the connection', () => {
	it.each([
		['resetBefore', 'ECONNRESET', 0],
		['resetAfter', 'ECONNRESET', 1],
		['truncated', 'ERR_BAD_RESPONSE', 1],
	])('%s shows as %s and accepts %d tokens', async (fault, code, accepted) => {
		await queue({ fault });
		expect(await findNetworkError()).toBe(code);
		expect(sandbox.acceptances.countToken('A')).toBe(accepted);
	});

	it.each([
		['timeout', 0],
		['timeoutAfter', 1],
	])('%s never answers and accepts %d tokens', async (fault, accepted) => {
		await queue({ fault });
		expect(await hangUpUnanswered()).toBe('ERR_CANCELED');
		expect(sandbox.acceptances.countToken('A')).toBe(accepted);
	});

	it('drip is the right answer byte by byte', async () => {
		await queue({ fault: 'drip', delay: 1 });
		const answer = await send();
		expect([answer.status, answer.data]).toMatchObject([200, { code: '80000000' }]);
		expect(sandbox.acceptances.countToken('A')).toBe(1);
	});

	it('drip ends with the client that does not wait for it', async () => {
		await queue({ fault: 'drip', delay: 60_000 });
		expect(await hangUpUnanswered()).toBe('ERR_CANCELED');
		expect(sandbox.acceptances.countToken('A')).toBe(1);
	});

	it('switchingProtocols answers 101 and no more, and accepts nothing', async () => {
		await queue({ fault: 'switchingProtocols' });
		const { hostname, port } = new URL(sandbox.url);
		const answered = new Promise<[number, number]>((resolve) => {
			const path = `/v3/${sandbox.projectId}/messages:send`;
			const sent = request({ hostname, port, path, method: 'POST' });
			sent.on('upgrade', ({ statusCode = 0 }, socket, head: Buffer) => {
				socket.destroy();
				resolve([statusCode, head.length]);
			});
			sent.end(JSON.stringify(notification));
		});
		expect(await answered).toEqual([101, 0]);
		expect(sandbox.acceptances.total).toBe(0);
		expect((await send()).data.code).toBe('80000000');
	});

	it('timeout hangs up by itself when it has a delay', async () => {
		await queue({ fault: 'timeout', delay: 10 });
		expect(await findNetworkError()).toBe('ECONNRESET');
	});
});

describe('where faults strike', () => {
	it('in the order they were queued, as many times as told', async () => {
		await queue([{ fault: '503', times: 2 }, { fault: 'html' }]);
		const statuses = [];
		for (let request = 0; request < 4; request++) statuses.push((await send()).status);
		expect(statuses).toEqual([503, 503, 200, 200]);
		expect(sandbox.store.messages.map(({ fault }) => fault)).toEqual([
			'503',
			'503',
			'html',
			undefined,
		]);
	});

	it('on one endpoint only', async () => {
		await queue({ fault: '503', endpoint: 'revoke' });
		expect((await send()).status).toBe(200);
		expect((await client.revoke(REVOKE_BODY)).status).toBe(503);
		expect((await client.revoke(REVOKE_BODY)).status).toBe(200);
	});

	it('on every request that carries a token', async () => {
		await client.rest('PUT', 'tokens/B', { fault: '503' });
		expect((await send(['A'])).status).toBe(200);
		expect((await send(['A', 'B'])).status).toBe(503);
		expect((await send(['B'])).status).toBe(503);
	});

	it('on so many requests that carry a token', async () => {
		await client.rest('PUT', 'tokens/B', { fault: '500AfterAcceptance', times: 1 });
		expect((await send(['B'])).status).toBe(500);
		expect((await send(['B'])).status).toBe(200);
		expect(sandbox.acceptances.findRepeated()).toMatchObject([{ token: 'B', count: 2 }]);
	});

	it('not on a request that the rules refuse, when they strike after acceptance', async () => {
		await queue({ fault: 'resetAfter' });
		const broken = client.send({ payload: {}, target: { token: ['A'] } });
		await expect(broken).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(sandbox.acceptances.total).toBe(0);
	});

	it('until they are taken back', async () => {
		await queue({ fault: '503', times: 5 });
		expect((await client.rest('GET', 'faults')).data).toMatchObject([{ times: 5 }]);
		await client.rest('DELETE', 'faults');
		expect((await send()).status).toBe(200);
	});

	it('as the table says that is listed: before or after acceptance', async () => {
		const { data } = await client.rest<{ kinds: Array<{ fault: string; stage: string }> }>(
			'GET',
			'faults/kinds',
		);
		expect(data.kinds.length).toBeGreaterThan(15);
		for (const { fault, stage } of data.kinds) {
			await queue({ fault, code: '81000001', delay: 1, endpoint: 'send' });
			const before = sandbox.acceptances.total;
			if (fault === 'switchingProtocols') await hangUpUnanswered();
			else await send().catch(() => undefined);
			expect([fault, sandbox.acceptances.total - before]).toEqual([
				fault,
				stage === 'after' ? 1 : 0,
			]);
			expect((await client.rest('GET', 'faults')).data).toEqual([]);
		}
	});

	it.each([
		[{ fault: '504' }, /fault\.fault must be one of/],
		[{ fault: 'code' }, /fault\.code is required/],
		[{ fault: '503', times: 0 }, /times/],
		[{ fault: '503', endpoint: 'all' }, /endpoint/],
		[{ fault: '503', retryAfter: '1\r\nset-cookie: a' }, /retryAfter/],
		[{ fault: '503', retryAfter: '\u754c' }, /retryAfter/],
		[{ fault: 'slow', delay: 2 ** 31 }, /delay/],
		['503', /must be an object/],
	])('refuses the fault %j with words', async (fault, words) => {
		const { status, data } = await client.rest('POST', 'faults', fault, {
			'content-type': 'application/json',
		});
		expect(status).toBe(400);
		expect(data.error).toMatch(words);
	});
});
