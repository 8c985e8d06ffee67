import type { RequestRules } from '../../../../push-kit/delivery/deliveryOptions';
import type { PushRequest, TransportResult } from '../../../../push-kit/delivery/transport';
import { OK, run } from './deliveryRun';
import { group, page, RULES, type TestMessage } from './messages';
import { VirtualClock } from './virtualClock';

describe('something that breaks in the middle of a batch', () => {
	/** Breaks for the second of five messages. */
	const breaks = (name: string) => {
		if (name === 'm1') throw new TypeError('broken');
	};
	const groups = Array.from({ length: 5 }, (_, index) => group(3, { name: `m${index}` }));
	const others = ['accepted', 'accepted', 'accepted'];

	const BEFORE: Array<[string, Partial<RequestRules<TestMessage>>]> = [
		[
			'making the request',
			{
				toRequest: (one, tokens) => {
					breaks(one.name);
					return RULES.toRequest(one, tokens);
				},
			},
		],
		[
			'knowing whether it may be repeated',
			{
				repeatable: (one) => {
					breaks(one.name);
					return false;
				},
			},
		],
	];

	it.each(BEFORE)('%s: nothing was sent of it, the others are', async (_, rules) => {
		for (const concurrency of [1, 3]) {
			const { kinds, outcomes, sent } = await run(
				groups,
				() => OK,
				{ concurrency },
				{ ...RULES, ...rules },
			);
			expect(sent).toHaveLength(4);
			expect(kinds).toEqual([others, ['failed', 'failed', 'failed'], others, others, others]);
			expect(outcomes[1]?.[0]).toMatchObject({ reason: 'brokenRequest', verdict: 'retryLater' });
			expect(outcomes[1]?.[0]?.advice).toContain('Nothing was sent.');
		}
	});

	const AFTER: Array<[string, (request: PushRequest) => TransportResult]> = [
		[
			'sending',
			({ body }) => {
				breaks('name' in body ? String(body.name) : '');
				return OK;
			},
		],
		[
			'reading the answer',
			({ body }) => {
				const hostile = {
					get code() {
						breaks('name' in body ? String(body.name) : '');
						return '80000000';
					},
				};
				return { kind: 'answer', status: 200, body: hostile };
			},
		],
	];

	it.each(AFTER)('%s: it may have gone out, the others do', async (_, respond) => {
		for (const concurrency of [1, 3]) {
			const { kinds, outcomes, sent } = await run(groups, respond, { concurrency });
			expect(sent).toHaveLength(5);
			expect(kinds).toEqual([others, ['unknown', 'unknown', 'unknown'], others, others, others]);
			expect(outcomes[1]?.[0]).toMatchObject({ reason: 'brokenRequest', verdict: 'keep' });
			expect(outcomes[1]?.[0]?.advice).toContain('(TypeError)');
			expect(outcomes[1]?.[0]?.advice).toContain('Wait for its receipt');
		}
	});

	it.each(AFTER)('%s: a revocation may be repeated', async (_, respond) => {
		const rules: typeof RULES = {
			...RULES,
			toRequest: (...given) => ({ ...RULES.toRequest(...given), endpoint: 'revoke' }),
		};
		const { outcomes } = await run(groups, respond, {}, rules);
		expect(outcomes[1]?.[0]).toMatchObject({ reason: 'brokenRequest', verdict: 'retryLater' });
		expect(outcomes[1]?.[0]?.advice).toContain('Revoke it again');
	});

	it('the clock, while it waits to try again: the outcome of the try stands', async () => {
		const clock = new VirtualClock();
		const sleep = async () => await Promise.reject<void>(new TypeError('broken'));
		const { kinds } = await run([group(3)], () => page(503), {
			surroundings: { now: clock.now, random: clock.random, sleep },
		});
		expect(kinds).toEqual([['failed', 'failed', 'failed']]);
	});

	it('the clock, before anything went out: nothing was sent', async () => {
		const clock = new VirtualClock();
		const sleep = async () => await Promise.reject<void>(new TypeError('broken'));
		const { kinds, sent } = await run([group(3)], () => OK, {
			surroundings: { now: clock.now, random: clock.random, sleep },
			tokensPerSecond: 2,
		});
		expect(sent).toHaveLength(1);
		expect(kinds).toEqual([['accepted', 'accepted', 'failed']]);
	});

	it('tells progress for what broke too', async () => {
		const told: number[] = [];
		const respond = (): TransportResult => {
			throw new TypeError('broken');
		};
		await run([group(1500)], respond, { onProgress: (settled) => told.push(settled) });
		expect(told).toEqual([1000, 1500]);
	});
});
