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

	it('is never shorter than Huawei asks for, nor much longer', () => {
		const args = [
			fc.integer({ min: 1, max: 20 }),
			fc.nat(600_000),
			fc.double({ min: 0, max: 1, noNaN: true }),
		] as const;
		fc.assert(
			fc.property(...args, (attempt, asked, random) => {
				const delay = retryDelay(attempt, asked, random, RETRY_LIMITS);
				expect(delay).toBeGreaterThanOrEqual(asked);
				expect(delay).toBeLessThanOrEqual(asked + RETRY_LIMITS.baseDelay);
			}),
		);
	});
});

describe('readRetryAfter', () => {
	it.each([
		['120', 120_000],
		['0', 0],
		[' 1.5 ', 1500],
		['Mon, 23 Nov 2026 10:00:07 GMT', 7000],
		['Mon, 23 Nov 2026 09:00:00 GMT', 0],
		['soon', undefined],
		['-5', undefined],
		['', undefined],
		[undefined, undefined],
	])('reads %j as %s', (header, milliseconds) => {
		expect(readRetryAfter(header, NOW)).toBe(milliseconds);
	});
});
