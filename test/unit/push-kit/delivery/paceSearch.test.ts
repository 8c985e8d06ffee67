/** The search for the pace, against a service of which only the answers are seen. */
import { deliver } from '../../../../push-kit/delivery/deliver';
import { ProjectPace } from '../../../../push-kit/delivery/projectPace';
import { MOST_PLACES } from '../../../../push-kit/delivery/throttle';
import type { TransportResult } from '../../../../push-kit/delivery/transport';
import { OK } from './deliveryRun';
import { answer, failure, freshSetUp, RULES, singles } from './messages';
import { seeded, VirtualClock } from './virtualClock';

interface Service {
	/** Requests a second that it takes; more are refused. */
	rate: (second: number) => number;
	/** Whether it takes the requests of a second evenly, with no more than this many at once. */
	atOnce?: number;
	/** Milliseconds that an answer takes. */
	latency: (random: number) => number;
	retryAfter?: string;
	/** What becomes of a request that it would take. */
	reply?: (number: number) => TransportResult;
}

/** Counts anew at each second. */
function bySecond({ rate }: Service): (now: number) => boolean {
	const taken = new Map<number, number>();
	return (now) => {
		const second = Math.floor(now / 1000);
		const soFar = taken.get(second) ?? 0;
		if (soFar >= rate(second)) return false;
		taken.set(second, soFar + 1);
		return true;
	};
}

function evenly({ rate }: Service, atOnce: number): (now: number) => boolean {
	let room = atOnce;
	let at = 0;
	return (now) => {
		room = Math.min(atOnce, room + ((now - at) / 1000) * rate(Math.floor(now / 1000)));
		at = now;
		if (room < 1) return false;
		room -= 1;
		return true;
	};
}

async function campaign(messages: number, service: Service, pace = new ProjectPace(MOST_PLACES)) {
	const random = seeded(messages);
	const clock = new VirtualClock(0, random);
	const takes = service.atOnce === undefined ? bySecond(service) : evenly(service, service.atOnce);
	let asked = 0;
	let underWay = 0;
	let most = 0;
	const outcomes = await clock.run(
		deliver(singles(messages), RULES, {
			...freshSetUp(),
			pace,
			surroundings: clock,
			tokensPerSecond: 0,
			transport: async () => {
				const number = (asked += 1);
				most = Math.max(most, (underWay += 1));
				await clock.sleep(service.latency(random()) / 2);
				const isTaken = takes(clock.now());
				await clock.sleep(service.latency(random()) / 2);
				underWay -= 1;
				if (isTaken) return service.reply?.(number) ?? OK;
				return answer('', {
					status: 503,
					...(service.retryAfter !== undefined && { retryAfter: service.retryAfter }),
				});
			},
		}),
	);
	const kinds = outcomes.flat().map(({ outcome }) => outcome);
	const accepted = kinds.filter((kind) => kind === 'accepted').length;
	return { kinds, accepted, asked, most, seconds: clock.now() / 1000, pace };
}

const steady = (latency: number) => () => latency;
const jitter = (latency: number) => (random: number) =>
	latency - 2 * latency * Math.log(1 - random * 0.99);

describe('a service with a rate of its own gets no more than it takes, and loses nothing', () => {
	it.each([
		// messages, requests a second, latency, most times the ideal time
		[100, 5, 1, 1.6],
		[100, 5, 100, 1.6],
		[1000, 50, 100, 1.6],
		[1000, 200, 30, 1.6],
		[1000, 200, 100, 0.75],
		[2000, 200, 300, 1.8],
		[5000, 1000, 100, 1.8],
		[10_000, 5000, 30, 2],
	])('%d messages at %d a second, %d ms away', async (messages, rate, latency, times) => {
		const { accepted, asked, seconds } = await campaign(messages, {
			rate: () => rate,
			latency: steady(latency),
		});
		expect(accepted).toBe(messages);
		expect(seconds).toBeLessThan((messages / rate) * times + 2);
		expect(asked).toBeLessThan(3 * messages);
	});

	it.each([
		// messages, requests a second, of which at once, most times the ideal time
		[100, 5, 1, 3],
		[1000, 50, 10, 1.3],
		[1000, 200, 40, 1.3],
	])(
		'%d messages at %d a second, no more than %d at once',
		async (messages, rate, atOnce, times) => {
			const service = { rate: () => rate, atOnce, latency: steady(100) };
			const { accepted, asked, seconds } = await campaign(messages, service);
			expect(accepted).toBe(messages);
			expect(seconds).toBeLessThan((messages / rate) * times);
			expect(asked).toBeLessThan(4 * messages);
		},
	);

	it('as well where Huawei says when to come again', async () => {
		const { accepted, seconds } = await campaign(1000, {
			rate: () => 200,
			latency: steady(100),
			retryAfter: '1',
		});
		expect(accepted).toBe(1000);
		expect(seconds).toBeLessThan(20);
	});

	it('and where it slows down on the way, and is fast again', async () => {
		const { accepted, seconds } = await campaign(4000, {
			rate: (second) => (second >= 2 && second < 12 ? 20 : 500),
			latency: steady(50),
		});
		expect(accepted).toBe(4000);
		expect(seconds).toBeLessThan(30);
	});

	it('and where one request never ends while it takes nothing', async () => {
		const hung = { ...failure(true), unanswered: true, open: new Promise(() => undefined) };
		const { accepted } = await campaign(300, {
			rate: (second) => (second > 0 && second < 30 ? 0 : 10),
			latency: steady(100),
			reply: (number) => (number === 1 ? hung : OK),
		});
		expect(accepted).toBe(299);
	});

	it('and where it takes nothing for a minute', async () => {
		const { accepted } = await campaign(500, {
			rate: (second) => (second < 60 ? 0 : 200),
			latency: steady(100),
		});
		expect(accepted).toBe(500);
	});
});

describe('a service without a rate', () => {
	it.each([
		[steady(1), 1],
		[steady(100), 1],
		[steady(300), 2],
		[steady(2000), 12],
		[jitter(100), 4],
	])('1,000 messages in few round trips: %#', async (latency, most) => {
		const run = await campaign(1000, { rate: () => Number.POSITIVE_INFINITY, latency });
		expect(run.accepted).toBe(1000);
		expect(run.seconds).toBeLessThan(most);
	});

	it('never has more than 512 requests under way', async () => {
		const { most } = await campaign(10_000, {
			rate: () => Number.POSITIVE_INFINITY,
			latency: steady(300),
		});
		expect(most).toBe(MOST_PLACES);
	});
});

describe('what ends the search', () => {
	it('is two minutes without any success', async () => {
		const { kinds, accepted, seconds } = await campaign(500, {
			rate: () => 0,
			latency: steady(100),
		});
		expect([accepted, new Set(kinds)]).toEqual([0, new Set(['failed'])]);
		expect(seconds).toBeLessThan(180);
	});

	it('is a service that never answers: one window, and nobody else is tried', async () => {
		const { kinds, asked } = await campaign(1000, {
			rate: () => Number.POSITIVE_INFINITY,
			latency: steady(30_000),
			reply: () => ({ ...failure(true), unanswered: true }),
		});
		expect(asked).toBeLessThanOrEqual(64);
		expect(kinds.filter((kind) => kind === 'skipped')).toHaveLength(1000 - asked);
	});
});

it('a machine without sockets gets by with fewer, for good', async () => {
	const exhausted = { ...failure(false), exhausted: true };
	const { accepted, pace } = await campaign(2000, {
		rate: () => Number.POSITIVE_INFINITY,
		latency: steady(20),
		reply: (number) => (number > 200 && number < 400 ? exhausted : OK),
	});
	expect(accepted).toBe(2000);
	expect(pace.throttle.places).toBeLessThan(MOST_PLACES / 2);
});

it('the next run begins where the last one stood', async () => {
	const slow = { rate: () => 100, latency: steady(100) };
	const { pace } = await campaign(1000, slow);
	const fresh = await campaign(200, slow);
	const next = await campaign(200, slow, pace);
	expect(next.accepted).toBe(200);
	expect(next.asked).toBeLessThan(fresh.asked);
});
