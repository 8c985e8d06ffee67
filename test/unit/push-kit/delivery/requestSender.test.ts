/** What runs of one project do to each other at the door: turns, room, and rates that change on the way. */
import { deliver } from '../../../../push-kit/delivery/deliver';
import { ProjectPace } from '../../../../push-kit/delivery/projectPace';
import { MOST_PLACES } from '../../../../push-kit/delivery/throttle';
import { OK } from './deliveryRun';
import { freshSetUp, group, RULES } from './messages';
import { VirtualClock } from './virtualClock';

interface Sending {
	rate?: number;
	/** Milliseconds until an answer. */
	latency?: number;
	signal?: AbortSignal;
}

const singles = (messages: number, name: string) =>
	Array.from({ length: messages }, (_, index) => group(1, { name: `${name} ${index}` }));

function project() {
	const clock = new VirtualClock(0);
	const pace = new ProjectPace(MOST_PLACES);
	const sent: Array<{ at: number; tokens: number }> = [];
	/** Resolves with the time at which the run ended. */
	const send = async (
		groups: ReturnType<typeof singles>,
		{ rate = 0, latency = 100, signal }: Sending = {},
	) => {
		await deliver(groups, RULES, {
			...freshSetUp(),
			pace,
			surroundings: clock,
			tokensPerSecond: rate,
			...(signal !== undefined && { signal }),
			transport: async ({ tokens }) => {
				sent.push({ at: clock.now(), tokens: tokens.length });
				await clock.sleep(latency);
				return OK;
			},
		});
		return clock.now();
	};
	const later = async (ms: number, work: () => Promise<number>) => {
		await clock.sleep(ms);
		return await work();
	};
	/** Most tokens of any second within a stretch of time. */
	const worstSecond = (from: number, to: number) => {
		const there = sent.filter(({ at }) => at >= from && at < to);
		const sums = there.map(({ at: start }) =>
			there
				.filter(({ at }) => at >= start && at < start + 1000)
				.reduce((sum, { tokens }) => sum + tokens, 0),
		);
		return Math.max(...sums);
	};
	return { clock, pace, send, later, worstSecond };
}

it('a cancelled run with a slow rate leaves no turns behind', async () => {
	const { clock, send, later } = project();
	const stop = new AbortController();
	const slow = send(singles(500, 'slow'), { rate: 0.5, signal: stop.signal });
	const end = await clock.run(
		later(100, async () => {
			stop.abort();
			await slow;
			return await send(singles(5, 'next'), { rate: 100 });
		}),
	);
	expect(end).toBeLessThan(5000);
});

it('one message at a slow rate does not hold a large run up for long', async () => {
	const { clock, send, later } = project();
	const large = send(singles(5000, 'large'));
	void later(350, async () => await send(singles(1, 'slow'), { rate: 0.5 }));
	expect(await clock.run(large)).toBeLessThan(10_000);
});

it('a small run has its turn beside a large one at the same rate', async () => {
	const { clock, send, later } = project();
	void send(singles(300, 'large'), { rate: 1 });
	const small = later(3500, async () => await send(singles(2, 'small'), { rate: 1 }));
	expect(await clock.run(small)).toBeLessThan(15_000);
});

it('the rate holds when the room that was full becomes free', async () => {
	const { clock, send, later, worstSecond } = project();
	const full = send(singles(64, 'full'), { latency: 10_000 });
	const rated = later(1500, async () => await send(singles(100, 'rated'), { rate: 5 }));
	await clock.run(Promise.all([full, rated]));
	// Only the request that waited at the door had its turn before.
	expect(worstSecond(1500, Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(5 + 1);
});

it('the rate holds for requests that were cut before it came', async () => {
	const { clock, pace, send, later, worstSecond } = project();
	pace.keepSilent(5000);
	const large = send([group(8100)]);
	const rated = later(1500, async () => await send(singles(1, 'r'), { rate: 10, latency: 10_000 }));
	await clock.run(Promise.all([large, rated]));
	expect(worstSecond(0, 15_000)).toBe(10);
});
