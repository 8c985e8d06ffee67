import fc from 'fast-check';

import { requestSize, TokenBucket } from '../../../../push-kit/delivery/pace';

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

	it('keeps no more than a second, however long it lives', () => {
		const bucket = new TokenBucket(1_000_000);
		for (let request = 0; request < 10_000; request += 1) bucket.take(1, request * 100);
		expect(JSON.stringify(bucket).length).toBeLessThan(1000);
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
