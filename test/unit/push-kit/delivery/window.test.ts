import type { TransportFailure } from '../../../../push-kit/delivery/transport';
import { count, OK, run } from './deliveryRun';
import { failure, group, page } from './messages';
import { VirtualClock } from './virtualClock';

const singles = (number: number, changes = {}) => [group(number, { maximumTokens: 1, ...changes })];

/** A request that was not answered in time. */
const LATE: TransportFailure = { ...failure(true), reason: 'timeout', unanswered: true };

/** The same, where it cannot be ended. */
const stuck = (open: Promise<unknown> = new Promise(() => undefined)): TransportFailure => ({
	...LATE,
	open,
});

describe('a window full of requests without an answer', () => {
	it.each([
		[1, 5],
		[4, 5],
		[5, 5],
		[8, 8],
		[30, 30],
	])(
		'of %d ends the run after %d: the others are safe to be sent to later',
		async (concurrency, tried) => {
			const { sent, kinds, outcomes } = await run(singles(100), () => LATE, { concurrency });
			expect(sent).toHaveLength(tried);
			expect(count(kinds, 'unknown')).toBe(tried);
			expect(count(kinds, 'skipped')).toBe(100 - tried);
			expect(outcomes[0]?.[99]).toMatchObject({ reason: 'noAnswers', verdict: 'retryLater' });
			expect(outcomes[0]?.[99]?.advice).toMatch(/ended before this token was tried/);
		},
	);

	it('leaves no message out, however many there are', async () => {
		const groups = [group(3000, { name: 'a' }), group(40, { name: 'b', maximumTokens: 1 })];
		const { kinds } = await run(groups, () => LATE, { concurrency: 2 });
		expect(kinds.map((one) => one.length)).toEqual([3000, 40]);
		expect(count(kinds, 'unknown')).toBe(3000 + 2);
		expect(count(kinds, 'skipped')).toBe(38);
	});

	it('is none where anything is answered between, a refusal too', async () => {
		for (const answered of [OK, page(500)]) {
			const { kinds } = await run(
				singles(60),
				(_, number) => (number % 5 === 0 ? answered : LATE),
				{ concurrency: 3 },
			);
			expect(count(kinds, 'skipped')).toBe(0);
		}
	});

	it('goes on if the last of them is answered after all', async () => {
		const { kinds } = await run(
			singles(40),
			async (_, number, clock) => {
				if (number > 8) return OK;
				if (number < 8) return LATE;
				await clock.pause(50);
				return OK;
			},
			{ concurrency: 8 },
		);
		expect(count(kinds, 'unknown')).toBe(7);
		expect(count(kinds, 'accepted')).toBe(33);
	});

	it('is no broken connection', async () => {
		const { kinds } = await run(singles(60), () => failure(true), { concurrency: 3 });
		expect(count(kinds, 'unknown')).toBe(60);
	});

	it('keeps what a repeatable message was found to be', async () => {
		const { kinds } = await run(singles(20, { repeatable: true }), () => LATE, { concurrency: 6 });
		expect(count(kinds, 'unknown')).toBe(6);
		expect(count(kinds, 'skipped')).toBe(14);
	});
});

describe('a request that nobody waits for any more', () => {
	it('keeps its place until it ends', async () => {
		const clock = new VirtualClock();
		const { mostUnderWay, sent, kinds } = await run(
			singles(12),
			(_, number) => (number === 1 ? stuck(clock.pause(1)) : OK),
			{ concurrency: 2 },
		);
		// Its own clock stands still, so it never ends: one place is left.
		expect(sent.slice(2).map(({ at }, index) => at - index * 10)).toEqual(Array(10).fill(10));
		expect(mostUnderWay).toBe(2);
		expect(count(kinds, 'accepted')).toBe(11);
	});

	it.each(['ends', 'fails'])('gives it back once it %s', async (how) => {
		let settle: () => void = () => undefined;
		const open = new Promise<void>((resolve, reject) => {
			settle = how === 'ends' ? resolve : () => reject(new TypeError('broken'));
		});
		const { sent } = await run(
			singles(13),
			(_, number) => {
				if (number === 4) settle();
				return number === 1 ? stuck(open) : OK;
			},
			{ concurrency: 2 },
		);
		const at = (time: number) => sent.filter((one) => one.at === time).length;
		expect([0, 10, 20, 30, 40, 50].map(at)).toEqual([2, 1, 1, 2, 2, 2]);
	});

	it.each([1, 3])('ends the run where such fill the window of %d', async (concurrency) => {
		const { sent, kinds } = await run(singles(20), () => stuck(), { concurrency });
		expect(sent).toHaveLength(concurrency);
		expect(count(kinds, 'unknown')).toBe(concurrency);
		expect(count(kinds, 'skipped')).toBe(20 - concurrency);
	});

	it('keeps nobody waiting at the end', async () => {
		const { kinds, end } = await run(singles(3), () => stuck(), { concurrency: 8 });
		expect(count(kinds, 'unknown')).toBe(3);
		expect(end).toBe(10);
	});
});
