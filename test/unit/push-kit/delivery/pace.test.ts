import fc from 'fast-check';

import { requestSize, Throttle, TokenBucket } from '../../../../push-kit/delivery/pace';

describe('TokenBucket', () => {
	it('lets one second of tokens go at once and the next ones a second later', () => {
		const bucket = new TokenBucket(100);
		expect([60, 40, 60, 40].map((count) => bucket.take(count, 0))).toEqual([0, 0, 1000, 1000]);
	});

	it('saves nothing up during a pause', () => {
		const bucket = new TokenBucket(10);
		bucket.take(10, 0);
		expect([10, 10].map((count) => bucket.take(count, 60_000))).toEqual([60_000, 61_000]);
	});

	it('knows rates below one device per second', () => {
		const bucket = new TokenBucket(0.5);
		expect([0, 0, 0].map((now) => bucket.take(1, now))).toEqual([0, 2000, 4000]);
	});

	it('is no hindrance without a rate', () => {
		const bucket = new TokenBucket(0);
		expect([1000, 1000].map((count) => bucket.take(count, 7))).toEqual([7, 7]);
	});

	it('never exceeds the rate in any second, whatever is asked when', () => {
		const asked = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.nat(700)), {
			maxLength: 60,
		});
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 100 }), asked, (rate, requests) => {
				const bucket = new TokenBucket(rate);
				let now = 0;
				const sent = requests.map(([count, pause]) => {
					now += pause;
					const size = Math.min(count, rate);
					return { size, at: bucket.take(size, now) };
				});
				for (const { at } of sent) {
					const second = sent.filter((other) => other.at > at - 1000 && other.at <= at);
					expect(second.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(rate);
				}
			}),
		);
	});
});

describe('requestSize', () => {
	it.each([
		[1000, 0, 1000],
		[1000, 5000, 1000],
		[1000, 1500, 750],
		[1000, 800, 800],
		[1000, 0.5, 1],
		[10, 15, 7],
		[1, 300, 1],
	])('of at most %d tokens at a rate of %d is %d', (maximum, rate, size) => {
		expect(requestSize(maximum, rate)).toBe(size);
	});
});

describe('Throttle', () => {
	const slowDown = (throttle: Throttle) => {
		throttle.slowDown(throttle.stage);
		return [throttle.concurrency, throttle.size];
	};

	it('halves requests at a time first, then their size', () => {
		const throttle = new Throttle(8, 1000);
		const steps = Array.from({ length: 5 }, () => slowDown(throttle));
		expect(steps).toEqual([
			[4, 1000],
			[2, 1000],
			[1, 1000],
			[1, 500],
			[1, 250],
		]);
	});

	it('takes refusals that were under way together for one', () => {
		const throttle = new Throttle(8, 1000);
		const { stage } = throttle;
		for (let request = 0; request < 8; request += 1) throttle.slowDown(stage);
		expect(throttle.concurrency).toBe(4);
	});

	it('recovers, size first, and not beyond where it began', () => {
		const throttle = new Throttle(2, 4);
		for (let step = 0; step < 3; step += 1) slowDown(throttle);
		const seen: number[][] = [];
		for (let success = 0; success < 20; success += 1) {
			throttle.recover(throttle.stage);
			seen.push([throttle.concurrency, throttle.size]);
		}
		expect(seen[2]).toEqual([1, 1]);
		expect(seen[3]).toEqual([1, 2]);
		expect(seen[7]).toEqual([1, 4]);
		expect(seen[11]).toEqual([2, 4]);
		expect(seen[19]).toEqual([2, 4]);
	});

	it('never stops altogether', () => {
		const throttle = new Throttle(1, 3);
		for (let step = 0; step < 20; step += 1) slowDown(throttle);
		expect([throttle.concurrency, throttle.size]).toEqual([1, 1]);
	});
});
