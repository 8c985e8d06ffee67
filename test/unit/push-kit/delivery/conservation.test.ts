import fc from 'fast-check';

import { deliver } from '../../../../push-kit/delivery/deliver';
import { MOST_PLACES } from '../../../../push-kit/delivery/throttle';
import { BEHAVIOURS, FakePushKit } from './fakePushKit';
import { groupByMessage, freshSetUp, message, RULES, type TestMessage } from './messages';
import { VirtualClock } from './virtualClock';

const messages = fc.uniqueArray(
	fc.record(
		{
			name: fc.string({ maxLength: 3 }),
			maximumTokens: fc.constantFrom(1, 3, 10),
			repeatable: fc.boolean(),
			rate: fc.constant({ name: 'some', count: 7, span: 1000 }),
		},
		{ requiredKeys: ['name', 'maximumTokens', 'repeatable'] },
	),
	{ selector: ({ name }) => name, minLength: 1, maxLength: 3 },
);

const runs = fc.record({
	messages,
	/** Which token gets which message; tokens occur again and again. */
	people: fc.array(fc.tuple(fc.nat(200), fc.nat(2)), { maxLength: 200 }),
	script: fc.array(fc.constantFrom(...Object.keys(BEHAVIOURS)), { minLength: 1, maxLength: 12 }),
	concurrency: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(MOST_PLACES)),
	tokensPerSecond: fc.constantFrom(0, 1, 4, 25),
	/** Number of the request during which the run is cancelled; 0 for never. */
	cancelAt: fc.constantFrom(0, 0, 1, 4, 9),
	random: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('a delivery', () => {
	it('conserves tokens: one outcome each, true, and no copy too many, whatever happens', async () => {
		await fc.assert(
			fc.asyncProperty(runs, async (run) => {
				const clock = new VirtualClock(0, () => run.random);
				const stop = new AbortController();
				const pushKit = new FakePushKit(clock, run.script, (number) => {
					if (number === run.cancelAt) stop.abort();
				});
				const recipients = run.people.map(([token, choice], item) => {
					const chosen: TestMessage = run.messages[choice % run.messages.length] ?? message();
					return { item, token: `t${token}`, key: chosen.name, message: chosen };
				});
				const groups = groupByMessage(recipients);
				const outcomes = await clock.run(
					deliver(groups, RULES, {
						...freshSetUp(),
						transport: async (request) => await pushKit.transport(request),
						surroundings: clock,
						concurrency: run.concurrency,
						tokensPerSecond: run.tokensPerSecond,
						signal: stop.signal,
					}),
				);

				expect(outcomes.map(({ length }) => length)).toEqual(
					groups.map(({ tokens }) => tokens.length),
				);
				groups.forEach(({ message: { name, repeatable }, tokens }, index) => {
					tokens.forEach((token, position) => {
						const outcome = outcomes[index]?.[position];
						const copies = pushKit.copies.get(JSON.stringify({ name }) + token) ?? 0;
						const kind = outcome?.outcome ?? 'missing';
						// A repeat may show that Huawei refuses the token itself: then it did so the first time too.
						const mayDiffer = kind === 'unknown' || (repeatable && kind === 'rejected');
						if (kind === 'accepted') expect(copies).toBeGreaterThan(0);
						else if (!mayDiffer) expect([token, kind, copies]).toEqual([token, kind, 0]);
						if (!repeatable) expect(copies).toBeLessThanOrEqual(1);
						expect(outcome?.advice === '').toBe(kind === 'accepted');
					});
				});
				const harmless = new Set(
					run.messages.filter(({ repeatable }) => repeatable).map(({ name }) => name),
				);
				if (harmless.size === 0) expect(pushKit.sentInDoubt).toEqual([]);
			}),
			{ numRuns: 400 },
		);
	});

	it('keeps every limit: tokens of a request, requests at a time, tokens of a second', async () => {
		await fc.assert(
			fc.asyncProperty(runs, async (run) => {
				const clock = new VirtualClock(0, () => run.random);
				const stop = new AbortController();
				const pushKit = new FakePushKit(clock, run.script, (number) => {
					if (number === run.cancelAt) stop.abort();
				});
				const [first = message()] = run.messages;
				const groups = groupByMessage(
					run.people.map(([token], item) => ({
						item,
						token: `t${token}`,
						key: '',
						message: first,
					})),
				);
				const { tokensPerSecond: rate } = run;
				await clock.run(
					deliver(groups, RULES, {
						...freshSetUp(),
						transport: async (request) => await pushKit.transport(request),
						surroundings: clock,
						concurrency: run.concurrency,
						tokensPerSecond: rate,
						signal: stop.signal,
					}),
				);
				const most = Math.min(first.maximumTokens, first.rate?.count ?? Number.POSITIVE_INFINITY);
				const limit = rate === 0 ? most : Math.min(most, rate);
				for (const { tokens } of pushKit.arrivals) {
					expect(tokens.length).toBeGreaterThan(0);
					expect(tokens.length).toBeLessThanOrEqual(limit);
					expect(new Set(tokens).size).toBe(tokens.length);
				}
				expect(pushKit.mostUnderWay).toBeLessThanOrEqual(run.concurrency);
				if (run.cancelAt > 0 && run.script.every((name) => name !== 'expired')) {
					expect(pushKit.arrivals.length).toBeLessThanOrEqual(run.cancelAt + run.concurrency);
				}
				// An expired login is renewed at once: that one repeat is not paced.
				const perSecond = Math.min(
					rate || Number.POSITIVE_INFINITY,
					first.rate?.count ?? Number.POSITIVE_INFINITY,
				);
				if (perSecond < Number.POSITIVE_INFINITY && !run.script.includes('expired')) {
					for (const { at } of pushKit.arrivals) {
						const second = pushKit.arrivals.filter((one) => one.at > at - 1000 && one.at <= at);
						const tokens = second.reduce((sum, one) => sum + one.tokens.length, 0);
						expect(tokens).toBeLessThanOrEqual(perSecond);
					}
				}
			}),
			{ numRuns: 400 },
		);
	});
});
