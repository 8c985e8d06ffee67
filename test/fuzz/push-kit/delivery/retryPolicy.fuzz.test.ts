/** `Retry-After`, and the wait that it leads to. */
import fc, { type Arbitrary } from 'fast-check';

import {
	readRetryAfter,
	retryDelay,
	RETRY_LIMITS,
} from '../../../../push-kit/delivery/retryPolicy';
import { checkCases, checkEndless } from '../../cases';
import { damaged, mostly, wildText } from '../../hostile';
import { holdToLaws } from '../../laws';

const NOW = 1_790_000_000_000;

const PIECES = [
	...['0', '9', '1', '.', '-', '+', 'e', ' ', ',', ':', 'GMT', 'Mon', 'Jan', '1e9', '0x', '('],
];

const header: Arbitrary<string> = fc.oneof(
	fc.integer({ min: -10, max: 100_000 }).map(String),
	fc.double({ noNaN: true }).map(String),
	fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
	fc.integer({ min: -5_000, max: 100_000 }).map((ms) => new Date(NOW + ms).toUTCString()),
	fc.constantFrom('Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT'),
	fc.bigInt({ min: 0n }).map(String),
	wildText,
);

test('any header is read as milliseconds or as nothing', () => {
	checkCases(mostly(damaged(header, PIECES), PIECES), (given) => {
		const wait = holdToLaws(() => readRetryAfter(given, NOW));
		if (wait === undefined) return;
		expect(wait).toBeGreaterThanOrEqual(0);
	});
});

test('no header makes the next attempt come sooner than without it', () => {
	const cases = fc.record({
		given: mostly(damaged(header, PIECES), PIECES),
		attempt: fc.integer({ min: 1, max: 20 }),
		random: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
	});
	checkCases(cases, ({ given, attempt, random }) => {
		const wait = holdToLaws(() =>
			retryDelay(attempt, readRetryAfter(given, NOW), random, RETRY_LIMITS),
		);
		const usual = retryDelay(attempt, undefined, random, RETRY_LIMITS);
		expect(wait).toBeGreaterThanOrEqual(usual);
	});
});

test('no piece of a header is slow, however often it stands there', () => {
	checkEndless(PIECES, (text) => void holdToLaws(() => readRetryAfter(text, NOW)));
});
