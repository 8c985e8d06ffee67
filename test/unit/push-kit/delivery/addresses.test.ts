import type { TransportResult } from '../../../../push-kit/delivery/transport';
import { count, OK, run } from './deliveryRun';
import { answer, failure, group, page } from './messages';

const singles = (number: number, changes = {}) => [group(number, { maximumTokens: 1, ...changes })];

const REFUSALS: Array<[string, TransportResult]> = [
	['a refused account', answer('80200001', { status: 401 })],
	['a refused account inside 200', answer('80200001')],
	['a refused login without a code', page(401)],
	['a lifetime that is too long', answer('80300036', { status: 400 })],
	['a wrong address', page(404)],
	['a code of some gateway', answer('40400', { status: 404 })],
	['a bad certificate', failure(false, true)],
];

describe('a key or an address that is refused for good', () => {
	it.each(REFUSALS)('%s costs no more than the requests under way', async (_, result) => {
		const { sent, outcomes } = await run(singles(1000), () => result);
		expect(sent).toHaveLength(8);
		expect(outcomes[0]).toHaveLength(1000);
		for (const outcome of outcomes[0] ?? []) expect(outcome).toMatchObject({ outcome: 'failed' });
		expect(outcomes[0]?.[999]).not.toMatchObject({ requestId: expect.any(String) });
	});

	it.each(REFUSALS)('%s costs five requests where they go one by one', async (_, result) => {
		const { sent } = await run(singles(1000), () => result, { concurrency: 1 });
		expect(sent).toHaveLength(5);
	});

	it('costs two requests each where the login has expired', async () => {
		const { sent, kinds } = await run(singles(1000), () => answer('80200005'));
		expect(sent).toHaveLength(16);
		expect(count(kinds, 'failed')).toBe(1000);
	});

	it('is found out in the middle of a campaign too', async () => {
		const { sent, kinds } = await run(singles(1000), (_, number) =>
			number <= 300 ? OK : answer('80200001', { status: 401 }),
		);
		expect(count(kinds, 'accepted')).toBe(300);
		expect(count(kinds, 'failed')).toBe(700);
		expect(sent.length).toBeLessThanOrEqual(300 + 8);
	});

	it('sends nothing more there while a rate spreads the requests', async () => {
		const { sent, kinds } = await run(singles(100), () => page(404), { tokensPerSecond: 2 });
		expect(sent).toHaveLength(6);
		expect(count(kinds, 'failed')).toBe(100);
	});

	it('concerns no other address', async () => {
		const [a, b] = ['a', 'b'].map((name) =>
			group(20, { name, maximumTokens: 1, url: `https://${name}.example` }),
		);
		const groups = [a, b].flatMap((one) => one ?? []);
		const { kinds } = await run(groups, ({ url }) =>
			url === 'https://a.example' ? page(404) : OK,
		);
		expect(kinds.map((one) => new Set(one))).toEqual([new Set(['failed']), new Set(['accepted'])]);
	});
});

describe('a stray refusal', () => {
	it.each(REFUSALS)('%s as the first answer ends no campaign', async (_, result) => {
		for (const concurrency of [1, 2, 8, 64]) {
			const { kinds, sent } = await run(
				singles(60),
				(_request, number) => (number === 1 ? result : OK),
				{ concurrency },
			);
			expect(count(kinds, 'accepted')).toBe(59);
			expect(count(kinds, 'failed')).toBe(1);
			expect(sent).toHaveLength(60);
		}
	});

	it.each([1, 8])('again and again, %d at a time, ends none either', async (concurrency) => {
		const { kinds } = await run(singles(200), (_, number) => (number % 5 === 0 ? OK : page(404)), {
			concurrency,
		});
		expect(count(kinds, 'accepted')).toBe(40);
		expect(count(kinds, 'failed')).toBe(160);
	});

	it('counts in a row: whatever Huawei answers to the others shows that it is there', async () => {
		const others = [answer('80300007'), answer('80100003', { status: 400 }), answer('81000001')];
		for (const other of others) {
			const { sent } = await run(
				singles(50),
				(_, number) => (number % 4 === 0 ? other : page(404)),
				{ concurrency: 1 },
			);
			expect(sent).toHaveLength(50);
		}
	});

	it.each([
		['a gateway', page(502)],
		['flow control', page(503)],
		['a broken connection', failure(true)],
	])('is not made good by %s', async (_, other) => {
		const { sent } = await run(
			singles(50),
			(_request, number) => (number % 2 === 0 ? other : page(404)),
			{ concurrency: 1, retryLimits: { attempts: 1, baseDelay: 1, maximumDelay: 1, budget: 1 } },
		);
		expect(sent).toHaveLength(9);
	});

	it('waits for the requests under way before it believes five of them', async () => {
		// Number 8 of the first eight takes longest, and is accepted.
		const { kinds } = await run(singles(30), async ({ tokens }, number, clock) => {
			if (number > 8) return OK;
			if (tokens[0] !== 'offer-7') return page(404);
			await clock.pause(50);
			return OK;
		});
		expect(count(kinds, 'failed')).toBe(7);
		expect(count(kinds, 'accepted')).toBe(23);
	});

	it('makes the next requests go one by one until one is answered', async () => {
		const { sent } = await run(singles(10), (_, number) => (number <= 4 ? page(404) : OK), {
			concurrency: 3,
		});
		// Each takes 10 ms.
		expect(sent.map(({ at }) => at)).toEqual([0, 0, 0, 10, 20, 30, 30, 30, 40, 40]);
	});
});

describe('cancelling', () => {
	it('leaves nobody waiting for news of an address', async () => {
		const stop = new AbortController();
		const { kinds } = await run(
			singles(30),
			(_, number) => {
				if (number === 4) stop.abort();
				return page(404);
			},
			{ concurrency: 4, signal: stop.signal },
		);
		expect(kinds[0]).toHaveLength(30);
		expect(count(kinds, 'failed')).toBe(4);
		expect(count(kinds, 'skipped')).toBe(26);
	});
});
