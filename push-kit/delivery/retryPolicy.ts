/** When a request is sent again, and how long to wait: only what cannot put a message on a phone twice. */

import { findResponseCode } from '../catalog/responseCodes';
import { standingOf } from './answer';
import { readResult, type PushAnswer } from './pushAnswer';
import type { TransportResult } from './transport';

export interface RetryLimits {
	/** Sends of one request, the first included. */
	attempts: number;
	/** First wait, in milliseconds; doubled with each attempt. */
	baseDelay: number;
	/** Longest single wait, in milliseconds, unless Huawei asks for more with Retry-After. */
	maximumDelay: number;
	/** Milliseconds from the first failure of a stretch without any success, after which no request waits any more. */
	budget: number;
}

export const RETRY_LIMITS: RetryLimits = {
	attempts: 6,
	baseDelay: 500,
	maximumDelay: 30_000,
	budget: 120_000,
};

/**
 * `never`: the result stands. `backOff`: wait, then send again. `renew`: at once, once, with a new JWT.
 * `slowDown` is `backOff` that also asks for fewer requests at a time (flow control). `giveUp` is `never`
 * that every other request to this address is likely to meet too: nobody there knows the account.
 */
export type RetryKind = 'never' | 'backOff' | 'renew' | 'slowDown' | 'giveUp';

/**
 * @param repeatable whether a second copy does no harm (revoke, a badge that is set, an image check, a
 *   notification with an `appMessageId`): only then is a request repeated that may have been accepted
 * @param answer what `result` says, for whoever has read it already
 */
export function classifyRetry(
	result: TransportResult,
	repeatable: boolean,
	answer: PushAnswer | undefined = readResult(result),
): RetryKind {
	if (result.kind === 'failure') {
		if (!result.sent) return result.final === true ? 'giveUp' : 'backOff';
		return repeatable ? 'backOff' : 'never';
	}
	const { status } = result;
	const standing = standingOf(status, answer);
	if (standing === 'unknown') return repeatable ? retryOfUnknown(status, answer) : 'never';
	return standing === 'failed' ? retryOfRefusal(status, answer) : 'never';
}

/** A request that may have been accepted, where a second copy does no harm. */
function retryOfUnknown(status: number, answer: PushAnswer | undefined): RetryKind {
	if (isFlowControl(status)) return 'slowDown';
	const known = answer !== undefined && findResponseCode(answer.code) !== undefined;
	return known || status >= 500 ? 'backOff' : 'never';
}

/** A request that was surely not accepted. */
function retryOfRefusal(status: number, answer: PushAnswer | undefined): RetryKind {
	// n8n has minted a new JWT and sent once more by itself before a 401 arrives here.
	if (status === 401) return 'giveUp';
	const row = answer && findResponseCode(answer.code);
	if (row?.effect === 'expiredToken') return 'renew';
	if (row?.effect === 'accountRefused') return 'giveUp';
	if (isFlowControl(status)) return 'slowDown';
	// A code of Huawei's shows that the address is right, whatever else is wrong.
	return status === 404 && row === undefined ? 'giveUp' : 'never';
}

/**
 * What a result says of the pace: `flowControl` refuses what is too much, `unanswered` may be a service that
 * cannot keep up, and `machine` is this machine at its own end. `none` permits more.
 */
export type Pressure = 'none' | 'flowControl' | 'unanswered' | 'machine';

export function pressureOf(result: TransportResult): Pressure {
	if (result.kind === 'answer') return isFlowControl(result.status) ? 'flowControl' : 'none';
	if (result.exhausted === true) return 'machine';
	return result.unanswered === true ? 'unanswered' : 'none';
}

function isFlowControl(status: number): boolean {
	return status === 503 || status === 429;
}

/**
 * Milliseconds to wait before the next attempt: exponential with full jitter. Where Huawei asks for more,
 * as long as it asks and then a little longer, so that not all come back in the same moment; where it asks
 * for less (nothing, a moment that is over), no less.
 *
 * @param attempt number of sends so far, from 1
 * @param retryAfter milliseconds
 * @param random from 0 to 1
 */
export function retryDelay(
	attempt: number,
	retryAfter: number | undefined,
	random: number,
	{ baseDelay, maximumDelay }: RetryLimits,
): number {
	const backOff = random * Math.min(maximumDelay, baseDelay * 2 ** (attempt - 1));
	const asked = retryAfter ?? 0;
	return Math.round(Math.max(backOff, asked + random * Math.min(asked, baseDelay)));
}

/** The forms of an HTTP date (RFC 9110): the usual one, and two old ones. All are in UTC, one says so. */
const HTTP_DATES = [
	/^[A-Za-z]{3}, \d{2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
	/^[A-Za-z]{6,9}, \d{2}-[A-Za-z]{3}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
	/^[A-Za-z]{3} [A-Za-z]{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
];

/**
 * Milliseconds that a `Retry-After` header asks for; perhaps more than anyone would wait. `undefined` for
 * what is neither a number nor a date.
 *
 * @param header seconds or an HTTP date
 * @param now Unix time in milliseconds
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
	const text = header?.trim() ?? '';
	if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
	// `Date.parse` alone would take "-5" and "try 2099" for dates.
	if (!HTTP_DATES.some((form) => form.test(text))) return undefined;
	const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
