import fc from 'fast-check';

import type { TokenOutcome } from '../../../../push-kit/delivery/outcome';
import { sendPortions } from '../../../../push-kit/delivery/sendPortions';
import type { Portion, Supply } from '../../../../push-kit/delivery/supply';
import type { TransportResult } from '../../../../push-kit/delivery/transport';
import { answer, freshSetUp, message, RULES, type TestMessage } from './messages';
import { VirtualClock } from './virtualClock';

const OK = answer('80000000');

/** A list of `total` tokens that is read `size` at a time, and how many of them were asked for so far. */
class LongList implements Supply<TestMessage> {
	read = 0;

	private readonly message = message();

	constructor(
		readonly total: number,
		private readonly size: number,
		/** Breaks when so many were read. */
		private readonly breaksAt = Number.POSITIVE_INFINITY,
	) {}

	async next(): Promise<Portion<TestMessage> | undefined> {
		await Promise.resolve();
		if (this.read >= this.breaksAt) throw new Error('disk');
		if (this.read >= this.total) return undefined;
		const start = this.read;
		this.read = Math.min(this.total, start + this.size);
		const tokens = Array.from({ length: this.read - start }, (_, index) => `t${start + index}`);
		return { message: this.message, tokens };
	}
}

interface Settings {
	respond?: (number: number, tokens: readonly string[]) => TransportResult;
	signal?: AbortSignal;
	stopAtProblemShare?: number;
}

async function send(
	list: Supply<TestMessage> & { read: number },
	{ respond = () => OK, ...options }: Settings = {},
) {
	const clock = new VirtualClock(0);
	const outcomes = new Map<string, TokenOutcome>();
	let requests = 0;
	/** Most tokens that were read and had not settled. */
	let held = 0;
	let settled = 0;
	const { pace } = freshSetUp();
	const end = await clock.run(
		sendPortions(
			list,
			RULES,
			{
				pace,
				surroundings: clock,
				tokensPerSecond: 0,
				transport: async ({ tokens }) => {
					requests += 1;
					const number = requests;
					held = Math.max(held, list.read - settled);
					await clock.sleep(10);
					return respond(number, tokens);
				},
				...options,
			},
			({ tokens }, itsOutcomes) => {
				settled += tokens.length;
				tokens.forEach((token, index) => {
					const outcome = itsOutcomes[index];
					if (outcome === undefined || outcomes.has(token)) throw new Error(`${token} twice`);
					outcomes.set(token, outcome);
				});
			},
		),
	);
	const kinds = [...outcomes.values()].map(({ outcome, reason }) => reason ?? outcome);
	const count = (kind: string) => kinds.filter((one) => one === kind).length;
	return { end, outcomes, requests, held, count };
}

describe('sendPortions', () => {
	it('reads a long list as it sends, and holds no more of it than is under way', async () => {
		const list = new LongList(1_000_000, 10_000);
		const { count, requests, held } = await send(list);
		expect(count('accepted')).toBe(1_000_000);
		expect(requests).toBe(1000);
		expect(held).toBeLessThanOrEqual(100_000);
	});

	it('gives one outcome to each token, however the list is cut and whatever Huawei answers', async () => {
		const answers = {
			ok: OK,
			busy: answer('', { status: 503 }),
			gone: answer('', { status: 404 }),
		};
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: 5000 }),
				fc.integer({ min: 1, max: 3000 }),
				fc.array(fc.constantFrom(...Object.values(answers)), { maxLength: 8 }),
				async (total, size, script) => {
					const list = new LongList(total, size);
					const { outcomes } = await send(list, { respond: (number) => script[number - 1] ?? OK });
					expect(outcomes.size).toBe(total);
				},
			),
			{ numRuns: 50 },
		);
	});

	it('stops reading when the run is cancelled, and says so of what was read', async () => {
		const stop = new AbortController();
		const list = new LongList(1_000_000, 10_000);
		const { end, outcomes } = await send(list, {
			signal: stop.signal,
			respond: (number) => {
				if (number === 20) stop.abort();
				return OK;
			},
		});
		expect(end.rest).toMatchObject({ outcome: 'skipped', reason: 'cancelled' });
		expect(list.read).toBeLessThan(200_000);
		expect(outcomes.size).toBe(list.read);
	});

	it('stops reading when too many are refused', async () => {
		const list = new LongList(1_000_000, 10_000);
		const { end, outcomes, requests } = await send(list, {
			stopAtProblemShare: 0.2,
			respond: () => answer('', { status: 404 }),
		});
		expect(end.rest).toMatchObject({ outcome: 'skipped', reason: 'stopped' });
		expect(requests).toBeLessThanOrEqual(2);
		expect(outcomes.size).toBe(list.read);
		expect(list.read).toBe(10_000);
	});

	it('says of a list that is shorter than it was counted that it could not be read', async () => {
		const list = new LongList(50_000, 10_000);
		let given = 0;
		const short: Supply<TestMessage> = {
			total: 50_000,
			next: async () => {
				given += 1;
				return given > 3 ? undefined : await list.next();
			},
		};
		const { end } = await send(Object.assign(short, { read: 30_000 }));
		expect(end.rest).toMatchObject({ outcome: 'skipped', reason: 'notRead' });
	});

	it('keeps what was sent when the list breaks, and tells what it broke with', async () => {
		const list = new LongList(100_000, 10_000, 30_000);
		const { end, outcomes, count } = await send(list);
		expect(end.broken).toEqual(new Error('disk'));
		expect(outcomes.size).toBe(30_000);
		expect(count('accepted')).toBe(30_000);
	});
});
