import fc from 'fast-check';
import {
	growthExponent,
	longestSilence,
	median,
	peakAbove,
	usedBetween,
} from '../../../bench/statistics';

describe('median', () => {
	test.each([
		[[7], 7],
		[[9, 1, 5], 5],
		[[4, 1, 3, 100], 3.5],
	])('of %j is %d', (values, expected) => {
		expect(median(values)).toBe(expected);
	});

	test('does not change the values it is given', () => {
		const values = [3, 1, 2];
		median(values);
		expect(values).toEqual([3, 1, 2]);
	});

	test('has as many values above it as below it', () => {
		fc.assert(
			fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
				const middle = median(values);
				const below = values.filter((value) => value < middle).length;
				const above = values.filter((value) => value > middle).length;
				expect(below).toBeLessThanOrEqual(values.length / 2);
				expect(above).toBeLessThanOrEqual(values.length / 2);
			}),
		);
	});

	test('refuses no values', () => {
		expect(() => median([])).toThrow(RangeError);
	});
});

describe('growthExponent', () => {
	test.each([
		['linear', 50, 500, 1],
		['quadratic', 50, 5_000, 2],
		['constant', 50, 50, 0],
	])('ten times the size: %s', (_, small, large, expected) => {
		const exponent = growthExponent({ size: 10, cost: small }, { size: 100, cost: large });
		expect(exponent).toBeCloseTo(expected, 10);
	});

	test.each([
		[
			{ size: 10, cost: 1 },
			{ size: 10, cost: 2 },
		],
		[
			{ size: 10, cost: 0 },
			{ size: 100, cost: 2 },
		],
		[
			{ size: 10, cost: 1 },
			{ size: 100, cost: Number.NaN },
		],
	])('refuses %j and %j', (small, large) => {
		expect(() => growthExponent(small, large)).toThrow(RangeError);
	});
});

describe('longestSilence', () => {
	test.each([
		['between two answers', [110, 120, 170, 190], 70 - 20],
		['before the first', [160, 180], 60],
		['after the last', [120, 130], 70],
		['all of it without an answer', [], 100],
		['of the time that is looked at only', [10, 99, 150, 500], 50],
	])('%s', (_, answers, expected) => {
		expect(longestSilence(answers, 100, 200)).toBe(expected);
	});
});

describe('usedBetween', () => {
	const samples = [
		{ at: 10, ms: 100 },
		{ at: 30, ms: 110 },
		{ at: 50, ms: 125 },
		{ at: 70, ms: 145 },
	];

	test.each([
		[30, 50, 15],
		[35, 45, 15],
		[35, 55, 35],
		[0, 100, 45],
	])('from %d to %d: %d', (from, to, expected) => {
		expect(usedBetween(samples, from, to)).toBe(expected);
	});

	test('is unknown without samples', () => {
		expect(usedBetween([], 0, 10)).toBeUndefined();
	});
});

describe('peakAbove', () => {
	const samples = [
		{ at: 10, bytes: 120 },
		{ at: 20, bytes: 180 },
		{ at: 30, bytes: 400 },
	];

	test('is the largest sample above the level', () => {
		expect(peakAbove(samples, 100)).toBe(300);
	});

	test('leaves out what came later', () => {
		expect(peakAbove(samples, 100, 20)).toBe(80);
	});

	test('is nothing where the level was never passed', () => {
		expect(peakAbove(samples, 500)).toBe(0);
	});
});
