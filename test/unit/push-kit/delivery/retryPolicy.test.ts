import fc from 'fast-check';

import {
	classifyRetry,
	readRetryAfter,
	RETRY_LIMITS,
	retryDelay,
} from '../../../../push-kit/delivery/retryPolicy';
import { answer, failure, page } from './messages';

const NOW = Date.parse('2026-11-23T10:00:00Z');

describe('classifyRetry', () => {
	it.each([
		['flow control', page(503), 'slowDown', 'slowDown'],
		['too many requests', page(429), 'slowDown', 'slowDown'],
		['a request that never left', failure(false), 'backOff', 'backOff'],
		['a bad certificate', failure(false, true), 'giveUp', 'giveUp'],
		['a connection that broke', failure(true), 'never', 'backOff'],
		['an internal error', page(500), 'never', 'backOff'],
		['a broken gateway', page(502), 'never', 'backOff'],
		['Inner Error', answer('81000001', { status: 500 }), 'never', 'backOff'],
		['Inner Error with 200', answer('81000001'), 'never', 'backOff'],
		['an error while revoking', answer('80000001', { status: 500 }), 'never', 'backOff'],
		['a web page', page(200), 'never', 'never'],
		['a wrong address', page(404), 'giveUp', 'giveUp'],
		['a refused login', page(401), 'giveUp', 'giveUp'],
		['a lifetime that is too long', answer('80300036', { status: 400 }), 'giveUp', 'giveUp'],
		[
			'an expired login after the second one',
			answer('80200005', { status: 401 }),
			'giveUp',
			'giveUp',
		],
		['a wrong message at a 404', answer('80100003', { status: 404 }), 'never', 'never'],
		['a code of some gateway at a 404', answer('404', { status: 404 }), 'giveUp', 'giveUp'],
		[
			'flow control that may have taken it',
			answer('81000001', { status: 503 }),
			'never',
			'slowDown',
		],
		['flow control with a new code', answer('89999999', { status: 503 }), 'never', 'slowDown'],
		[
			'too many requests, with a new code',
			answer('80000009', { status: 429 }),
			'never',
			'slowDown',
		],
		['flow control that refuses', answer('80300029', { status: 503 }), 'slowDown', 'slowDown'],
		['flow control of refused tokens', answer('80300007', { status: 503 }), 'never', 'never'],
		['Inner Error at a 401', answer('81000001', { status: 401 }), 'never', 'backOff'],
		['an internal error that refuses', answer('80100003', { status: 500 }), 'never', 'never'],
		['a new code at a 500', answer('89999999', { status: 500 }), 'never', 'backOff'],
		['a new code at a 200', answer('89999999'), 'never', 'never'],
		['an answer that is none', page(101), 'never', 'never'],
		['401 after the second login', answer('80200001', { status: 401 }), 'giveUp', 'giveUp'],
		['a refused account', answer('80200001'), 'giveUp', 'giveUp'],
		['an expired login inside 200', answer('80200005'), 'renew', 'renew'],
		['an expired login inside 400', answer('80200005', { status: 400 }), 'renew', 'renew'],
		['success', answer('80000000'), 'never', 'never'],
		['a partial success', answer('80100000'), 'never', 'never'],
		['refused tokens', answer('80300007', { status: 400 }), 'never', 'never'],
		['a used-up quota', answer('80300029', { status: 400 }), 'never', 'never'],
		['a code that nobody knows', answer('99999999', { status: 400 }), 'never', 'never'],
	])('%s: %#', (_, result, once, repeatable) => {
		expect(classifyRetry(result, false)).toBe(once);
		expect(classifyRetry(result, true)).toBe(repeatable);
	});

	it.each([500, 502, 503])('never repeats what the code says was taken, even with %d', (status) => {
		expect(classifyRetry(answer('80000000', { status }), true)).toBe('never');
		expect(classifyRetry(answer('80100000', { status }), true)).toBe('never');
	});
});

describe('retryDelay', () => {
	it('is exponential with full jitter, within its bound', () => {
		const whole = [1, 2, 3, 4, 20].map((attempt) =>
			retryDelay(attempt, undefined, 1, RETRY_LIMITS),
		);
		expect(whole).toEqual([500, 1000, 2000, 4000, 30_000]);
		expect(retryDelay(3, undefined, 0, RETRY_LIMITS)).toBe(0);
		expect(retryDelay(3, undefined, 0.25, RETRY_LIMITS)).toBe(500);
	});

	const asked = fc.oneof(
		fc.constantFrom(undefined, 0, 1, 500, 3_600_000, 1e15, Number.POSITIVE_INFINITY),
		fc.nat(600_000),
	);
	const chance = fc.double({ min: 0, max: 1, noNaN: true });

	it('is never shorter than Huawei asks for, nor than the back-off without a wish, nor much longer', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 20 }), asked, chance, (attempt, wish, random) => {
				const delay = retryDelay(attempt, wish, random, RETRY_LIMITS);
				const backOff = retryDelay(attempt, undefined, random, RETRY_LIMITS);
				expect(delay).toBeGreaterThanOrEqual(wish ?? 0);
				expect(delay).toBeGreaterThanOrEqual(backOff);
				expect(delay).toBeLessThanOrEqual(Math.max(backOff, (wish ?? 0) + RETRY_LIMITS.baseDelay));
			}),
		);
	});

	it.each(['0', '0.0', 'Mon, 23 Nov 2020 10:00:00 GMT', '-5'])(
		'backs off in spite of Retry-After: %s',
		(header) => {
			const delays = [1, 2, 3, 4].map((attempt) =>
				retryDelay(attempt, readRetryAfter(header, NOW), 0.5, RETRY_LIMITS),
			);
			expect(delays).toEqual([250, 500, 1000, 2000]);
		},
	);

	it('does not bring all back in the same moment', () => {
		expect(retryDelay(1, 60_000, 0, RETRY_LIMITS)).toBe(60_000);
		expect(retryDelay(1, 60_000, 1, RETRY_LIMITS)).toBe(60_500);
		expect(retryDelay(1, 100, 1, { ...RETRY_LIMITS, baseDelay: 10 })).toBe(110);
	});
});

describe('readRetryAfter', () => {
	it.each([
		['120', 120_000],
		['0', 0],
		['007', 7000],
		[' 1.5 ', 1500],
		['Mon, 23 Nov 2026 10:00:07 GMT', 7000],
		['Monday, 23-Nov-26 10:00:07 GMT', 7000],
		['Mon Nov 23 10:00:07 2026', 7000],
		['Mon Nov  2 10:00:07 2026', 0],
		['Mon, 23 Nov 2026 09:00:00 GMT', 0],
		['1000000000000', 1e15],
		['9'.repeat(400), Number.POSITIVE_INFINITY],
		['soon', undefined],
		['-5', undefined],
		['+5', undefined],
		['5x', undefined],
		['x5', undefined],
		['5 s', undefined],
		['5,5', undefined],
		['1e12', undefined],
		['0x10', undefined],
		['5.', undefined],
		['Infinity', undefined],
		['try again in 2099', undefined],
		['May 2099', undefined],
		['2099-01-01T00:00:00Z', undefined],
		['Mon, 99 Nov 2026 10:00:07 GMT', undefined],
		['x Mon, 23 Nov 2026 10:00:07 GMT', undefined],
		['Mon, 23 Nov 2026 10:00:07 GMT x', undefined],
		['', undefined],
		[undefined, undefined],
	])('reads %j as %s', (header, milliseconds) => {
		expect(readRetryAfter(header, NOW)).toBe(milliseconds);
	});
});
