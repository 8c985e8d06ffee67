import { REVOKE_BODY } from '../../../builders/sandbox/bodies';
import { hangUpUnanswered, useFaults } from './connection';

const { sandbox, client, send, sendToA, queue } = useFaults();

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
			if (fault === 'switchingProtocols') await hangUpUnanswered(sandbox, sendToA);
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
