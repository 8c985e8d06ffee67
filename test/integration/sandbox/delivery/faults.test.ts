import { request } from 'node:http';

import { BODIES } from '../../../builders/sandbox/bodies';
import { findNetworkError, hangUpUnanswered, useFaults } from './connection';

const { sandbox, send, sendToA, queue } = useFaults();

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
		expect(await hangUpUnanswered(sandbox, sendToA)).toBe('ERR_CANCELED');
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
		expect(await findNetworkError(sendToA)).toBe(code);
		expect(sandbox.acceptances.countToken('A')).toBe(accepted);
	});

	it.each([
		['timeout', 0],
		['timeoutAfter', 1],
	])('%s never answers and accepts %d tokens', async (fault, accepted) => {
		await queue({ fault });
		expect(await hangUpUnanswered(sandbox, sendToA)).toBe('ERR_CANCELED');
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
		expect(await hangUpUnanswered(sandbox, sendToA)).toBe('ERR_CANCELED');
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
			sent.end(JSON.stringify(BODIES.notification));
		});
		expect(await answered).toEqual([101, 0]);
		expect(sandbox.acceptances.total).toBe(0);
		expect((await send()).data.code).toBe('80000000');
	});

	it('timeout hangs up by itself when it has a delay', async () => {
		await queue({ fault: 'timeout', delay: 10 });
		expect(await findNetworkError(sendToA)).toBe('ECONNRESET');
	});
});
