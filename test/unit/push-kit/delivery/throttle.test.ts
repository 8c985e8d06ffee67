import fc from 'fast-check';

import {
	FIRST_PLACES,
	MOST_PLACES,
	placesOf,
	Throttle,
} from '../../../../push-kit/delivery/throttle';

const slowDown = (throttle: Throttle) => {
	throttle.slowDown(throttle.stage);
	return [throttle.places, throttle.size];
};

const answers = (throttle: Throttle, count: number, devices = 1) => {
	for (let answer = 0; answer < count; answer += 1) throttle.recover(throttle.stage, devices);
};

describe('places', () => {
	it.each([
		[1, 1],
		[125, 1],
		[250, 2],
		[1000, 8],
	])('%d devices take %d', (devices, places) => expect(placesOf(devices)).toBe(places));

	it('begin with 64 requests or 8,000 devices', () => {
		const { places } = new Throttle(MOST_PLACES, 1000);
		expect([places, (places / placesOf(1000)) * 1000]).toEqual([FIRST_PLACES, 8000]);
	});

	it('never begin with more than there may be', () => {
		expect(new Throttle(3, 1000).places).toBe(3);
	});
});

describe('growth', () => {
	it('is threefold in a window until the first refusal', () => {
		const throttle = new Throttle(MOST_PLACES, 1000);
		answers(throttle, FIRST_PLACES);
		expect(throttle.places).toBe(3 * FIRST_PLACES);
	});

	it('is as fast where requests are full', () => {
		const throttle = new Throttle(MOST_PLACES, 1000);
		answers(throttle, FIRST_PLACES / placesOf(1000), 1000);
		expect(throttle.places).toBe(3 * FIRST_PLACES);
	});

	it('is one in a window after it, above the place where it was met', () => {
		const throttle = new Throttle(MOST_PLACES, 1000);
		slowDown(throttle);
		const { places } = throttle;
		answers(throttle, places + 1);
		expect(throttle.places).toBe(places + 1);
		answers(throttle, places + 2);
		expect(throttle.places).toBe(places + 2);
	});

	it('ends where no more are wanted', () => {
		const throttle = new Throttle(100, 1000);
		answers(throttle, 1000);
		expect(throttle.places).toBe(100);
	});

	it('takes nothing from answers to what was sent before the last refusal', () => {
		const throttle = new Throttle(MOST_PLACES, 1000);
		const { stage } = throttle;
		slowDown(throttle);
		for (let answer = 0; answer < 1000; answer += 1) throttle.recover(stage, 1);
		expect(throttle.places).toBe(FIRST_PLACES / 2);
	});
});

describe('giving way', () => {
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
		expect(throttle.places).toBe(4);
	});

	it('recovers, size first', () => {
		const throttle = new Throttle(2, 4);
		for (let step = 0; step < 3; step += 1) slowDown(throttle);
		const seen: number[][] = [];
		for (let success = 0; success < 20; success += 1) {
			throttle.recover(throttle.stage, 1);
			seen.push([throttle.places, throttle.size]);
		}
		expect(seen[2]).toEqual([1, 1]);
		expect(seen[3]).toEqual([1, 2]);
		expect(seen[7]).toEqual([1, 4]);
		expect(seen[8]).toEqual([2, 4]);
		expect(seen[19]).toEqual([2, 4]);
	});

	it('never stops altogether', () => {
		const throttle = new Throttle(1, 3);
		for (let step = 0; step < 20; step += 1) slowDown(throttle);
		expect([throttle.places, throttle.size]).toEqual([1, 1]);
	});

	it('for long where this machine is at its end, and not for ever', () => {
		const throttle = new Throttle(MOST_PLACES, 1000);
		throttle.lowerLimit(throttle.stage);
		answers(throttle, 1000);
		expect(throttle.places).toBeLessThan(FIRST_PLACES);
		for (let step = 0; step < 10; step += 1) throttle.lowerLimit(throttle.stage);
		expect(throttle.places).toBe(1);
		answers(throttle, 100_000);
		expect(throttle.places).toBeGreaterThan(FIRST_PLACES);
	});
});

it('stays between one place and the most, whatever comes', () => {
	const step = fc.constantFrom('slowDown', 'lowerLimit', 'recover');
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 600 }), fc.array(step), (most, steps) => {
			const throttle = new Throttle(most, 1000);
			for (const name of steps) {
				if (name === 'recover') answers(throttle, 50);
				else throttle[name](throttle.stage);
				expect(throttle.places).toBeGreaterThanOrEqual(1);
				expect(throttle.places).toBeLessThanOrEqual(most);
				expect(throttle.size).toBeGreaterThanOrEqual(1);
			}
		}),
	);
});
