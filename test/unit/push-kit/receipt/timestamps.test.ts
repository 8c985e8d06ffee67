import { isPointInTime, toIsoTime, toMilliseconds } from '../../../../push-kit/receipt/timestamps';

describe('toMilliseconds', () => {
	it('keeps milliseconds and multiplies seconds', () => {
		expect(toMilliseconds(1_790_000_000_123)).toBe(1_790_000_000_123);
		expect(toMilliseconds(1_790_000_000)).toBe(1_790_000_000_000);
	});

	it('cuts microseconds and nanoseconds', () => {
		expect(toMilliseconds(1_790_000_000_123_456)).toBe(1_790_000_000_123);
		expect(toMilliseconds(1_790_000_000_123_456_768)).toBe(1_790_000_000_123);
	});

	it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e20])(
		'leaves %p, which is none of them',
		(value) => {
			expect(toMilliseconds(value)).toBe(value);
		},
	);

	it('tells them apart at the year 1973 in milliseconds, 5138 in seconds', () => {
		expect(toMilliseconds(99_999_999_999)).toBe(99_999_999_999_000);
		expect(toMilliseconds(100_000_000_000)).toBe(100_000_000_000);
	});
});

describe('toIsoTime', () => {
	it('writes UTC', () => {
		expect(toIsoTime(1_790_000_000_123)).toBe('2026-09-21T14:13:20.123Z');
	});

	it('writes the last point in time that there is', () => {
		expect(toIsoTime(8.64e15)).toBe('+275760-09-13T00:00:00.000Z');
		expect(toIsoTime(-8.64e15)).toBe('-271821-04-20T00:00:00.000Z');
	});

	it.each([Number.NaN, Number.POSITIVE_INFINITY, 9e15, -9e15, 8.64e15 + 1])(
		'gives null for %p',
		(value) => {
			expect(toIsoTime(value)).toBeNull();
		},
	);
});

test('isPointInTime begins after 1970 and ends where dates do', () => {
	for (const value of [1, 1_790_000_000_123, 8.64e15]) expect(isPointInTime(value)).toBe(true);
	for (const value of [0, -1, 8.64e15 + 1, Number.NaN, Number.POSITIVE_INFINITY]) {
		expect(isPointInTime(value)).toBe(false);
	}
});
