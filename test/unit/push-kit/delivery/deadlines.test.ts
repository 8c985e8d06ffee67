import { Deadlines } from '../../../../push-kit/delivery/deadlines';
import { VirtualClock } from './virtualClock';

const TIMEOUT = 30_000;

/** A clock that counts the pauses that go on at the same time. */
class CountingClock extends VirtualClock {
	pauses = 0;

	mostPauses = 0;

	override readonly sleep = async (ms: number, signal?: AbortSignal) => {
		this.mostPauses = Math.max(this.mostPauses, (this.pauses += 1));
		await super.pause(ms, signal);
		this.pauses -= 1;
	};
}

const never = async () => await new Promise<string>(() => undefined);

async function after<T>(clock: VirtualClock, ms: number, value: T): Promise<T> {
	await clock.pause(ms);
	return value;
}

describe('Deadlines', () => {
	it('gives what comes in time', async () => {
		const clock = new VirtualClock();
		const deadlines = new Deadlines(clock, TIMEOUT);
		const ending = await clock.run(deadlines.wait(after(clock, TIMEOUT - 1, 'here')));
		expect(ending).toEqual({ kind: 'done', value: 'here' });
	});

	it.each([1, 999, 1000, 1001, TIMEOUT])('waits %d ms, no longer', async (timeout) => {
		const clock = new VirtualClock(0);
		const deadlines = new Deadlines(clock, timeout);
		expect(await clock.run(deadlines.wait(never()))).toEqual({ kind: 'late' });
		expect(clock.now()).toBe(timeout);
	});

	it('gives each its whole time, whenever it began', async () => {
		const clock = new VirtualClock(0);
		const deadlines = new Deadlines(clock, TIMEOUT);
		const ends: Array<readonly [number, string, number]> = [];
		const begin = async (at: number, takes: number | undefined) => {
			await clock.pause(at);
			const work = takes === undefined ? never() : after(clock, takes, 'here');
			const { kind } = await deadlines.wait(work);
			ends.push([at, kind, clock.now()]);
		};
		await clock.run(
			Promise.all([
				begin(0, 10),
				begin(1, undefined),
				begin(700, 100),
				begin(1500, undefined),
				begin(29_999, 5),
				// After all others have ended, and the watching with them.
				begin(100_000, undefined),
			]),
		);
		expect(ends.sort(([a], [b]) => a - b)).toEqual([
			[0, 'done', 10],
			[1, 'late', 30_001],
			[700, 'done', 800],
			[1500, 'late', 31_500],
			[29_999, 'done', 30_004],
			[100_000, 'late', 130_000],
		]);
	});

	it('has one pause for all, and none once nobody waits', async () => {
		const clock = new CountingClock();
		const deadlines = new Deadlines(clock, TIMEOUT);
		const work = Array.from({ length: 5000 }, async (_, index) => {
			await clock.pause(index % 40);
			return await deadlines.wait(after(clock, index % 90, 'here'));
		});
		const endings = await clock.run(Promise.all(work));
		expect(endings.every(({ kind }) => kind === 'done')).toBe(true);
		expect(clock.mostPauses).toBe(1);
		// The last slice may still be on its way, but no more than that.
		await clock.run(clock.pause(1001));
		expect(clock.pauses).toBe(0);
	});

	it('ends all at once when the run is cancelled, and whoever comes later', async () => {
		const clock = new VirtualClock(0);
		const stop = new AbortController();
		const deadlines = new Deadlines(clock, TIMEOUT, stop.signal);
		const waits = [deadlines.wait(never()), deadlines.wait(never())];
		const cancel = after(clock, 400, undefined).then(() => stop.abort());
		const [, ...endings] = await clock.run(Promise.all([cancel, ...waits]));
		expect(endings).toEqual([{ kind: 'cancelled' }, { kind: 'cancelled' }]);
		expect(await clock.run(deadlines.wait(never()))).toEqual({ kind: 'cancelled' });
		expect(clock.now()).toBe(400);
	});

	it('throws what the work throws in time, and lets nobody hear what it throws later', async () => {
		const clock = new VirtualClock();
		const deadlines = new Deadlines(clock, TIMEOUT);
		const fail = async (ms: number): Promise<never> => {
			await clock.pause(ms);
			throw new TypeError('broken');
		};
		await expect(clock.run(deadlines.wait(fail(10)))).rejects.toThrow('broken');
		const late = fail(TIMEOUT + 10);
		expect(await clock.run(deadlines.wait(late))).toEqual({ kind: 'late' });
		await clock.run(clock.pause(20));
		// Jest fails a test for a rejection that nobody handles.
		await expect(late).rejects.toThrow('broken');
	});
});
