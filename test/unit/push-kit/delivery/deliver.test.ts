import { count, OK, run, START } from './deliveryRun';
import { answer, failure, group, page } from './messages';

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
		// Windows of 8, 4, 2, 1, 1 and 1 full requests, then two that are smaller.
		const refused = 19;
		const { sent, kinds } = await run([group(20_000)], (_, number) =>
			number <= refused ? page(503) : OK,
		);
		const sizes = sent.map(({ tokens }) => tokens);
		expect(count(kinds, 'accepted')).toBe(20_000);
		expect(Math.min(...sizes.slice(refused, refused + 4))).toBe(250);
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

	it('is not disturbed by a listener that throws', async () => {
		const { kinds } = await run([group(2500)], () => OK, {
			onProgress: () => {
				throw new TypeError('broken');
			},
		});
		expect(count(kinds, 'accepted')).toBe(2500);
	});

	it('tells its progress up to the last token', async () => {
		const told: number[][] = [];
		const groups = [group(1500), group(1000, { name: 'other' })];
		await run(groups, () => OK, { onProgress: (...progress) => told.push(progress) });
		expect(told).toEqual([
			[1000, 2500],
			[1500, 2500],
			[2500, 2500],
		]);
	});
});

describe('an answer', () => {
	it.each(['80000000', '80100000', '80300007', '80100003', '81000001', '80200005', '80200001'])(
		'is read once (%s)',
		async (code) => {
			let read = 0;
			let answered = 0;
			await run([group(3)], () => {
				answered += 1;
				const body = {
					get code() {
						read += 1;
						return code;
					},
				};
				return { kind: 'answer', status: 200, body };
			});
			expect(answered).toBeGreaterThan(0);
			expect(read).toBe(answered);
		},
	);

	it.each([
		['80000000', 5],
		['80100000', 5],
		['80300007', 0],
		['80100003', 0],
		['81000001', 0],
	])('%s: of 5 requests %d count as taken', async (code, expected) => {
		let taken = 0;
		const onTaken = () => {
			taken += 1;
		};
		await run([group(5, { maximumTokens: 1 })], () => answer(code), { onTaken });
		expect(taken).toBe(expected);
	});

	it('is not lost by whoever counts it', async () => {
		const onTaken = () => {
			throw new TypeError('broken');
		};
		const { kinds } = await run([group(2)], () => OK, { onTaken });
		expect(kinds).toEqual([['accepted', 'accepted']]);
	});
});
