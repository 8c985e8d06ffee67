/** When a request is sent again, and how long to wait: only what cannot put a message on a phone twice. */

import { findResponseCode } from '../catalog/responseCodes';
import { isTaken } from './answer';
import { readAnswer } from './pushAnswer';
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
 * that every other request to this address would meet too: nobody there knows the account.
 */
export type RetryKind = 'never' | 'backOff' | 'renew' | 'slowDown' | 'giveUp';

/** Codes that refuse the account itself, whatever the message and its tokens. */
const ACCOUNT_REFUSED = new Set(['80200001', '80300036']);

/**
 * @param repeatable whether a second copy does no harm (revoke, a badge that is set, an image check, a
 *   notification with an `appMessageId`): only then is a request repeated that may have been accepted
 */
export function classifyRetry(result: TransportResult, repeatable: boolean): RetryKind {
	if (result.kind === 'failure') {
		if (result.final === true) return 'giveUp';
		return result.sent && !repeatable ? 'never' : 'backOff';
	}
	// n8n has minted a new JWT and sent once more by itself before a 401 arrives here.
	if (result.status === 401) return 'giveUp';
	const answer = readAnswer(result.body);
	if (answer === undefined) return retryOfStatus(result.status, repeatable);
	if (isTaken(answer)) return 'never';
	const row = findResponseCode(answer.code);
	if (row?.retry === 'newToken') return 'renew';
	if (ACCOUNT_REFUSED.has(answer.code)) return 'giveUp';
	if (row?.outcome === 'unknown' && result.status < 500) return repeatable ? 'backOff' : 'never';
	return retryOfStatus(result.status, repeatable);
}

function retryOfStatus(status: number, repeatable: boolean): RetryKind {
	if (status === 503 || status === 429) return 'slowDown';
	if (status === 404) return 'giveUp';
	return status >= 500 && repeatable ? 'backOff' : 'never';
}

/**
 * Milliseconds to wait before the next attempt: exponential with full jitter, or as long as Huawei asks
 * for, and then a little more, so that not all come back in the same moment.
 *
 * @param attempt number of sends so far, from 1
 * @param random from 0 to 1
 */
export function retryDelay(
	attempt: number,
	retryAfter: number | undefined,
	random: number,
	{ baseDelay, maximumDelay }: RetryLimits,
): number {
	if (retryAfter !== undefined) {
		return Math.round(retryAfter + random * Math.min(retryAfter, baseDelay));
	}
	return Math.round(random * Math.min(maximumDelay, baseDelay * 2 ** (attempt - 1)));
}

/**
 * Milliseconds that a `Retry-After` header asks for.
 *
 * @param header seconds or an HTTP date
 * @param now Unix time in milliseconds
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
	const text = header?.trim() ?? '';
	if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
	// Every form of an HTTP date names the month; `Date.parse` alone would take "-5" for a year.
	const date = /[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
