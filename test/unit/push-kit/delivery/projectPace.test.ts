import { ProjectPace, ProjectPaces } from '../../../../push-kit/delivery/projectPace';
import { IMAGE_CHECK_RATE, rateOf } from '../../../../push-kit/delivery/rates';
import { FIRST_PLACES, MOST_PLACES } from '../../../../push-kit/delivery/throttle';

const at = () => 0;

describe('the rate of several runs', () => {
	it('is the smallest that one of them was given, while it runs', () => {
		const pace = new ProjectPace(MOST_PLACES);
		pace.join(0, at);
		const leaveSlow = pace.join(10, at);
		const leaveFast = pace.join(100, at);
		expect(pace.tokensPerSecond).toBe(10);
		leaveSlow();
		expect(pace.tokensPerSecond).toBe(100);
		leaveFast();
		expect(pace.tokensPerSecond).toBe(0);
	});

	it('holds for all of them together', () => {
		const pace = new ProjectPace(MOST_PLACES);
		pace.join(10, at);
		pace.join(10, at);
		const turns = Array.from({ length: 4 }, () => pace.reserve(5, undefined, 1000));
		expect(turns).toEqual([1000, 1000, 2000, 2000]);
	});

	it('counts what was sent before the slower one came', () => {
		const pace = new ProjectPace(MOST_PLACES);
		pace.join(100, at);
		pace.reserve(100, undefined, 1000);
		pace.join(10, at);
		expect(pace.reserve(10, undefined, 1500)).toBe(2000);
	});
});

describe('rates that Huawei names', () => {
	it.each([
		['the creation of live views', rateOf(7, { operation: 0 }), 10, 1000],
		['their updates', rateOf(7, { operation: 1 }), 20, 1000],
		['image checks', IMAGE_CHECK_RATE, 60, 60_000],
	])('hold from the first request: %s', (_, rate, count, span) => {
		const pace = new ProjectPace(MOST_PLACES);
		pace.join(0, at);
		expect(pace.reserve(count, rate, 5000)).toBe(5000);
		expect(pace.reserve(1, rate, 5000)).toBe(5000 + span);
	});

	it('hold for their own messages only', () => {
		const pace = new ProjectPace(MOST_PLACES);
		pace.reserve(10, rateOf(7, { operation: 0 }), 5000);
		expect(pace.reserve(20, rateOf(7, { operation: 1 }), 5000)).toBe(5000);
		expect(pace.reserve(1000, rateOf(0, { notification: {} }), 5000)).toBe(5000);
	});
});

it('keeps silent for all runs once Huawei asked for it', () => {
	const pace = new ProjectPace(MOST_PLACES);
	pace.keepSilent(9000);
	pace.keepSilent(7000);
	expect(pace.reserve(1, undefined, 5000)).toBe(9000);
});

it('has nobody wait until a clock that was set back is as late again', () => {
	const pace = new ProjectPace(MOST_PLACES);
	pace.join(5, at);
	pace.reserve(5, IMAGE_CHECK_RATE, 3_600_000);
	pace.keepSilent(3_660_000);
	expect(pace.reserve(5, IMAGE_CHECK_RATE, 5000)).toBe(5000);
	expect(pace.reserve(5, IMAGE_CHECK_RATE, 5000)).toBe(6000);
	expect(pace.silentUntil).toBe(0);
});

describe('what is kept of a project', () => {
	it('is its pace, for ten minutes after the last run', () => {
		let now = 0;
		const paces = new ProjectPaces(() => now);
		const first = paces.of('shop', MOST_PLACES);
		const leave = first.join(0, () => now);
		first.throttle.slowDown(0);
		now = 3_600_000;
		// It still runs.
		expect(paces.of('shop', MOST_PLACES)).toBe(first);
		leave();
		now += 600_000;
		expect(paces.of('shop', MOST_PLACES).throttle.places).toBe(FIRST_PLACES / 2);
		now += 1;
		expect(paces.of('shop', MOST_PLACES).throttle.places).toBe(FIRST_PLACES);
	});

	it('is its own', () => {
		const paces = new ProjectPaces(() => 0);
		paces.of('shop', MOST_PLACES).throttle.slowDown(0);
		expect(paces.of('bank', MOST_PLACES).throttle.places).toBe(FIRST_PLACES);
	});
});
