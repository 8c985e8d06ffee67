import type { TokenOutcome } from '../../../../push-kit/delivery/outcome';
import { deliver } from '../../../../push-kit/delivery/deliver';
import type { DeliveryOptions } from '../../../../push-kit/delivery/deliveryOptions';
import { noTries, ProblemShare } from '../../../../push-kit/delivery/problemShare';
import { answer, freshSetUp, group, illegal, page, RULES } from './messages';
import { VirtualClock } from './virtualClock';

const outcomes = (count: number, outcome: TokenOutcome['outcome']): TokenOutcome[] =>
	Array.from({ length: count }, () => ({ outcome, verdict: 'keep', advice: '' }));

describe('ProblemShare', () => {
	it('judges from 500 tokens on, and lets 1,000 devices at most be under way until then', () => {
		const share = new ProblemShare(0.2);
		share.add(outcomes(499, 'rejected'));
		expect([share.isExceeded, share.devicesUnderWay]).toEqual([false, 1000]);
		share.add(outcomes(1, 'accepted'));
		expect([share.isExceeded, share.devicesUnderWay]).toEqual([true, Number.POSITIVE_INFINITY]);
	});

	it.each(['rejected', 'failed'] as const)('counts what is %s', (outcome) => {
		const share = new ProblemShare(0.2);
		share.add([...outcomes(401, 'accepted'), ...outcomes(99, outcome)]);
		expect(share.isExceeded).toBe(false);
		share.add(outcomes(25, outcome));
		expect(share.isExceeded).toBe(true);
	});

	it('goes on from the tries of runs before', () => {
		const tries = noTries();
		const first = new ProblemShare(0.2, tries);
		first.add(outcomes(400, 'rejected'));
		const second = new ProblemShare(0.2, tries);
		second.add(outcomes(100, 'rejected'));
		expect([first.isExceeded, second.isExceeded]).toEqual([false, true]);
		expect(new ProblemShare(0.2, tries).isExceeded).toBe(true);
	});

	it('does not count what nobody knows or tried', () => {
		const share = new ProblemShare(0.01);
		share.add([...outcomes(600, 'unknown'), ...outcomes(600, 'skipped')]);
		expect(share.isExceeded).toBe(false);
	});

	it('stops at 100 % only if nothing was accepted, and never without a limit', () => {
		const all = new ProblemShare(1);
		all.add([...outcomes(499, 'rejected'), ...outcomes(1, 'accepted')]);
		expect(all.isExceeded).toBe(false);
		const none = new ProblemShare(undefined);
		none.add(outcomes(5000, 'rejected'));
		expect([none.isExceeded, none.devicesUnderWay]).toEqual([false, Number.POSITIVE_INFINITY]);
	});
});

describe('a delivery with the belt', () => {
	async function run(
		tokens: number,
		respond: (tokens: readonly string[]) => ReturnType<typeof answer>,
		options: Partial<Pick<DeliveryOptions, 'stopAtProblemShare' | 'surroundings' | 'signal'>> = {},
	) {
		const clock = new VirtualClock(0);
		let devices = 0;
		let most = 0;
		const groups = [group(tokens, { maximumTokens: 100 })];
		const [told = []] = await clock.run(
			deliver(groups, RULES, {
				...freshSetUp(),
				surroundings: clock,
				concurrency: 64,
				tokensPerSecond: 0,
				stopAtProblemShare: 0.2,
				transport: async (request) => {
					devices += request.tokens.length;
					most = Math.max(most, devices);
					await clock.sleep(10);
					devices -= request.tokens.length;
					return respond(request.tokens);
				},
				...options,
			}),
		);
		const count = (kind: string) => told.filter(({ outcome }) => outcome === kind).length;
		return { told, count, most };
	}

	const refused = (tokens: readonly string[]) =>
		answer('80300007', { msg: illegal({ tokenFormatError: [...tokens] }) });

	it('costs a bad list some 1,000 tokens, and tells the rest as stopped', async () => {
		const { told, count, most } = await run(50_000, refused);
		expect(most).toBe(1000);
		expect(count('rejected')).toBeLessThan(1500);
		expect(count('rejected') + count('skipped')).toBe(50_000);
		expect(told.at(-1)).toMatchObject({ reason: 'stopped', verdict: 'retryLater' });
		expect(told).toHaveLength(50_000);
	});

	it('lets a good list pass, wide open once it is known to be good', async () => {
		const { count, most } = await run(50_000, () => answer('80000000'));
		expect(count('accepted')).toBe(50_000);
		expect(most).toBeGreaterThan(1000);
	});

	it('tells a run that was cancelled as cancelled', async () => {
		const stop = new AbortController();
		const { told } = await run(
			5000,
			(tokens) => {
				stop.abort();
				return refused(tokens);
			},
			{ signal: stop.signal },
		);
		expect(told.at(-1)).toMatchObject({ reason: 'cancelled' });
	});

	it('counts a request that comes back for another try once, when it has settled', async () => {
		let number = 0;
		const { count } = await run(3000, () => {
			number += 1;
			return number % 2 === 1 && number < 20 ? page(503) : answer('80000000');
		});
		expect(count('accepted')).toBe(3000);
	});
});
