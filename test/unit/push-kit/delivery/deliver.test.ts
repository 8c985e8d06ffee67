import { deliver, type DeliveryOptions } from '../../../../push-kit/delivery/deliver';
import type { MessageGroup } from '../../../../push-kit/delivery/grouping';
import type { PushRequest, TransportResult } from '../../../../push-kit/delivery/transport';
import { answer, failure, freshSetUp, group, page, RULES, type TestMessage } from './messages';
import { VirtualClock } from './virtualClock';

interface Sent {
	at: number;
	tokens: number;
	renew: boolean;
}

type Respond = (request: PushRequest, number: number) => TransportResult;

const OK = answer('80000000');
const START = 1_700_000_000_000;

/** Delivers with a fake Push Kit that answers after 10 ms; what was sent, and when, by the virtual clock. */
async function run(
	groups: Array<MessageGroup<TestMessage>>,
	respond: Respond,
	options: Partial<Omit<DeliveryOptions, 'setUp' | 'record'>> = {},
) {
	const clock = new VirtualClock(START);
	const sent: Sent[] = [];
	let underWay = 0;
	let mostUnderWay = 0;
	const outcomes = await clock.run(
		deliver(groups, RULES, {
			...freshSetUp(),
			surroundings: clock,
			concurrency: 8,
			tokensPerSecond: 0,
			transport: async (request, renew) => {
				sent.push({ at: clock.now() - START, tokens: request.tokens.length, renew });
				const number = sent.length;
				mostUnderWay = Math.max(mostUnderWay, (underWay += 1));
				await clock.sleep(10);
				underWay -= 1;
				return respond(request, number);
			},
			...options,
		}),
	);
	const kinds = outcomes.map((ofGroup) => ofGroup.map(({ outcome }) => outcome));
	return { outcomes, kinds, sent, mostUnderWay, end: clock.now() - START };
}

const count = (kinds: string[][], kind: string) =>
	kinds.flat().filter((one) => one === kind).length;

describe('deliver', () => {
	it('sends 2,500 equal messages in three requests, and no empty ones', async () => {
		const { sent, kinds } = await run([group(2500)], () => OK);
		expect(sent.map(({ tokens }) => tokens)).toEqual([1000, 1000, 500]);
		expect(count(kinds, 'accepted')).toBe(2500);
		expect((await run([], () => OK)).sent).toEqual([]);
	});

	it('keeps to the number of requests at a time', async () => {
		const groups = Array.from({ length: 40 }, (_, index) => group(1, { name: `m${index}` }));
		expect((await run(groups, () => OK, { concurrency: 3 })).mostUnderWay).toBe(3);
	});

	it('sends one second of tokens in a request at most, and the next a second later', async () => {
		const { sent } = await run([group(500)], () => OK, { tokensPerSecond: 200 });
		expect(sent).toMatchObject([
			{ at: 0, tokens: 200 },
			{ at: 1000, tokens: 200 },
			{ at: 2000, tokens: 100 },
		]);
	});

	it('makes fewer and then smaller requests on 503, recovers, and sends everything', async () => {
		const { sent, kinds } = await run(
			[group(20_000)],
			(_, number) => (number <= 4 ? page(503) : OK),
			{ concurrency: 2 },
		);
		const sizes = sent.map(({ tokens }) => tokens);
		expect(count(kinds, 'accepted')).toBe(20_000);
		expect(Math.min(...sizes.slice(4, 8))).toBe(250);
		expect(sizes.slice(-4)).toContain(1000);
	});

	it.each([
		['2', 2000],
		[new Date(START + 5000).toUTCString(), 4990],
	])('is silent as long as Retry-After asks: %s', async (retryAfter, pause) => {
		const { sent, kinds } = await run(
			[group(3, { maximumTokens: 1 })],
			(_, number) => (number === 1 ? page(503, retryAfter) : OK),
			{ concurrency: 1 },
		);
		expect(count(kinds, 'accepted')).toBe(3);
		expect(sent[1]?.at).toBeGreaterThanOrEqual(10 + pause);
		expect(sent[1]?.at).toBeLessThanOrEqual(10 + pause + 500);
	});

	it('holds back all other requests too while Huawei asks for silence', async () => {
		const { sent } = await run(
			[group(20, { maximumTokens: 1 })],
			(_, number) => (number === 1 ? page(503, '60') : OK),
			{ concurrency: 4 },
		);
		const between = sent.filter(({ at }) => at > 10 && at < 60_010);
		expect(between).toEqual([]);
		expect(sent).toHaveLength(21);
	});

	it('gives up at once if Huawei asks for more time than the budget has', async () => {
		const { sent, outcomes, end } = await run([group(5)], () => page(503, '3600'));
		expect(sent).toHaveLength(1);
		expect(end).toBe(10);
		expect(outcomes[0]?.[0]).toMatchObject({ outcome: 'failed', verdict: 'retryLater' });
	});

	it('gives up after the last attempt', async () => {
		const { sent, kinds } = await run([group(1)], () => failure(false));
		expect(sent).toHaveLength(6);
		expect(kinds).toEqual([['failed']]);
	});

	it('waits no longer than its budget, however much there is to send', async () => {
		const retryLimits = { attempts: 50, baseDelay: 1000, maximumDelay: 4000, budget: 20_000 };
		const groups = [group(50, { maximumTokens: 1 })];
		const { end, kinds } = await run(groups, () => failure(false), { retryLimits });
		expect(count(kinds, 'failed')).toBe(50);
		expect(end).toBeLessThan(25_000);
	});

	it.each([
		['500', page(500)],
		['502', page(502)],
		['a broken connection', failure(true)],
	])('never repeats after %s what may have been accepted', async (_, result) => {
		const { sent, kinds } = await run([group(2)], () => result);
		expect(sent).toHaveLength(1);
		expect(kinds).toEqual([['unknown', 'unknown']]);
	});

	it('repeats it where a second copy does no harm', async () => {
		const { sent, kinds } = await run([group(2, { repeatable: true })], (_, number) =>
			number < 3 ? failure(true) : OK,
		);
		expect(sent).toHaveLength(3);
		expect(kinds).toEqual([['accepted', 'accepted']]);
	});

	it('logs in once more for an expired login inside 200, once', async () => {
		const { sent, kinds } = await run([group(1)], (_, number) =>
			number === 1 ? answer('80200005') : OK,
		);
		expect(sent.map(({ renew }) => renew)).toEqual([false, true]);
		expect(kinds).toEqual([['accepted']]);
		const expired = await run([group(1)], () => answer('80200005'));
		expect(expired.sent).toHaveLength(2);
		expect(expired.outcomes[0]?.[0]).toMatchObject({ outcome: 'failed', verdict: 'fixSetup' });
	});

	it.each([
		['a refused account', answer('80200001', { status: 401 })],
		['a wrong address', page(404)],
		['a bad certificate', failure(false, true)],
	])('sends nothing more to an address after %s', async (_, result) => {
		const { sent, outcomes } = await run([group(100, { maximumTokens: 1 })], () => result);
		expect(sent).toHaveLength(8);
		expect(outcomes[0]).toHaveLength(100);
		for (const outcome of outcomes[0] ?? []) {
			expect(outcome).toMatchObject({ outcome: 'failed', verdict: 'fixSetup' });
		}
		expect(outcomes[0]?.[99]).not.toMatchObject({ requestId: expect.any(String) });
	});

	it('goes on with other addresses, and with one that has taken something before', async () => {
		const groups = [
			group(20, { name: 'a', maximumTokens: 1, url: 'https://a.example' }),
			group(20, { name: 'b', maximumTokens: 1, url: 'https://b.example' }),
		];
		const { kinds } = await run(groups, ({ url, tokens }) =>
			url === 'https://a.example' || tokens[0] === 'b-10' ? page(404) : OK,
		);
		expect(count(kinds, 'accepted')).toBe(19);
	});

	it('stops at once when it is cancelled, and tells what became of each', async () => {
		const stop = new AbortController();
		const asked = new Set<string>();
		const { kinds, end } = await run(
			[group(10, { maximumTokens: 1 })],
			({ tokens }, number) => {
				asked.add(tokens.join());
				if (number === 4) stop.abort();
				return number === 2 ? page(503) : OK;
			},
			{ concurrency: 2, signal: stop.signal },
		);
		expect(end).toBeLessThan(1000);
		expect(kinds.flat()).toHaveLength(10);
		expect(count(kinds, 'skipped')).toBe(10 - asked.size);
		expect(count(kinds, 'accepted') + count(kinds, 'failed')).toBe(asked.size);
	});

	it('sends nothing if it is cancelled before it begins', async () => {
		const { sent, kinds } = await run([group(3)], () => OK, { signal: AbortSignal.abort() });
		expect(sent).toEqual([]);
		expect(kinds).toEqual([['skipped', 'skipped', 'skipped']]);
	});

	it('loses no token to a transport that throws', async () => {
		const { kinds } = await run([group(3)], () => {
			throw new TypeError('broken');
		});
		expect(kinds).toEqual([['unknown', 'unknown', 'unknown']]);
	});

	it('tells its progress up to the last token', async () => {
		const told: number[] = [];
		await run([group(2500)], () => OK, { onProgress: (settled) => told.push(settled) });
		expect(told).toEqual([1000, 2000, 2500]);
	});
});
