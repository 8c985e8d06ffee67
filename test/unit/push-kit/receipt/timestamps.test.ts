import { toIsoTime, toMilliseconds } from '../../../../push-kit/receipt/timestamps';

describe('toMilliseconds', () => {
	it('keeps milliseconds and multiplies seconds', () => {
		expect(toMilliseconds(1_790_000_000_123)).toBe(1_790_000_000_123);
		expect(toMilliseconds(1_790_000_000)).toBe(1_790_000_000_000);
	});
});

describe('toIsoTime', () => {
	it('writes UTC', () => {
		expect(toIsoTime(1_790_000_000_123)).toBe('2026-09-21T14:13:20.123Z');
	});

	it.each([Number.NaN, Number.POSITIVE_INFINITY, 9e15])('gives null for %p', (value) => {
		expect(toIsoTime(value)).toBeNull();
	});
});
