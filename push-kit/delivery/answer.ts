/** Huawei's answer to a request, turned into one outcome per token. */

import { findHttpStatus } from '../catalog/httpStatuses';
import {
	findResponseCode,
	type Effect,
	type Endpoint,
	type ResponseCode,
} from '../catalog/responseCodes';
import { adviseUnsure, NOTHING_DONE, remedyOf, UNSURE } from '../catalog/unsure';
import { describePicture } from './imageAnswer';
import type { TokenOutcome } from './outcome';
import { readAnswer, readResult, type PushAnswer } from './pushAnswer';
import { allRefused, fullSuccess, partialSuccess } from './refusedTokens';
import { sayable, sayableWord } from './serverWords';
import { brokenRequest, type TransportFailure, type TransportResult } from './transport';

/**
 * What an answer says of its request as a whole. `taken`: for some tokens at least. `rejected`: for none, as
 * each token's own fault. `failed`: surely not. `unknown`: perhaps. What is reported of a request and whether
 * it is sent again both follow from it, so that neither can contradict the other.
 */
export type Standing = 'taken' | 'rejected' | 'failed' | 'unknown';

const STANDING_BY_EFFECT: Readonly<Record<Effect, Standing>> = {
	taken: 'taken',
	partial: 'taken',
	tokensRefused: 'rejected',
	accountRefused: 'failed',
	expiredToken: 'failed',
	projectRefused: 'failed',
	refused: 'failed',
	revokeFailed: 'unknown',
	unknown: 'unknown',
};

/** Whether Huawei took the message for some tokens at least, so that the request must never be repeated. */
export function isTaken({ code }: PushAnswer): boolean {
	const row = findResponseCode(code);
	return row !== undefined && STANDING_BY_EFFECT[row.effect] === 'taken';
}

/** @param answer `undefined` where the body holds no code of Huawei's */
export function standingOf(status: number, answer: PushAnswer | undefined): Standing {
	if (answer === undefined) return findHttpStatus(status).outcome;
	const row = findResponseCode(answer.code);
	if (row !== undefined) return STANDING_BY_EFFECT[row.effect];
	// A code of tomorrow may say anything: only a status that refuses the request itself is believed.
	return status >= 300 && status < 500 && status !== 429
		? findHttpStatus(status).outcome
		: 'unknown';
}

/**
 * One outcome for each token of a request, in the order of `tokens`.
 *
 * @param answer what `result` says, for whoever has read it already
 */
export function interpretResult(
	endpoint: Endpoint,
	result: TransportResult,
	tokens: readonly string[],
	answer: PushAnswer | undefined = readResult(result),
): TokenOutcome[] {
	const outcomes =
		result.kind === 'answer'
			? interpretRead(endpoint, result.status, answer, tokens)
			: fill(tokens, outcomeOfFailure(result, endpoint));
	if (endpoint !== 'verify') return outcomes;
	const body = result.kind === 'answer' ? result.body : undefined;
	return outcomes.map((outcome) => describePicture(outcome, body));
}

/**
 * One outcome for each token of a request that was answered.
 *
 * @param status HTTP status
 * @param body parsed JSON, or the text of something else
 */
export function interpretAnswer(
	endpoint: Endpoint,
	status: number,
	body: unknown,
	tokens: readonly string[],
): TokenOutcome[] {
	return interpretRead(endpoint, status, readAnswer(body), tokens);
}

function interpretRead(
	endpoint: Endpoint,
	status: number,
	read: PushAnswer | undefined,
	tokens: readonly string[],
): TokenOutcome[] {
	if (read === undefined) return fill(tokens, outcomeOfStatus(status, endpoint));
	const standing = standingOf(status, read);
	const answer = sayableAnswer(read, tokens);
	const row = findRow(read.code, endpoint);
	if (row?.effect === 'partial') return partialSuccess(answer, tokens);
	if (row?.effect === 'taken') return fullSuccess(answer, tokens);
	if (standing === 'rejected') return allRefused(answer, row, tokens);
	return fill(tokens, outcomeOfCode({ status, standing, row, endpoint }, answer, tokens));
}

/** The answer with a code and a request ID that may be kept; `msg` stays whole, because it names tokens. */
function sayableAnswer(
	{ code, msg, requestId }: PushAnswer,
	tokens: readonly string[],
): PushAnswer {
	return {
		code: sayableWord(code, tokens),
		msg,
		...(requestId !== undefined && { requestId: sayableWord(requestId, tokens) }),
	};
}

/** What a code means here; `undefined` too where it is one of another endpoint that would mislead here. */
function findRow(code: string, endpoint: Endpoint): ResponseCode | undefined {
	const row = findResponseCode(code, endpoint);
	if (row === undefined || row.endpoints.includes(endpoint)) return row;
	return row.effect === 'taken' || row.effect === 'revokeFailed' ? undefined : row;
}

/** The outcome of all tokens of a request without an answer. */
function outcomeOfFailure(failure: TransportFailure, endpoint: Endpoint = 'send'): TokenOutcome {
	return failure.sent
		? {
				outcome: 'unknown',
				reason: failure.reason,
				verdict: UNSURE[endpoint].verdict,
				advice: `${failure.description} ${adviseUnsure(endpoint)}`,
			}
		: {
				outcome: 'failed',
				reason: failure.reason,
				verdict: failure.final === true ? 'fixSetup' : 'retryLater',
				advice: `${failure.description} ${NOTHING_DONE[endpoint]}`,
			};
}

/**
 * The outcome of all tokens of a request that something broke.
 *
 * @param asked what for; `undefined` where it has not gone out
 */
export function outcomeOfBreak(asked: Endpoint | undefined, error: unknown): TokenOutcome {
	return outcomeOfFailure(brokenRequest(asked !== undefined, error), asked);
}

function outcomeOfCode(
	read: {
		status: number;
		standing: Standing;
		row: ResponseCode | undefined;
		endpoint: Endpoint;
	},
	answer: PushAnswer,
	tokens: readonly string[],
): TokenOutcome {
	const { code, requestId } = answer;
	const words = sayable(answer.msg, tokens);
	const { row, endpoint } = read;
	if (row !== undefined) {
		const isUnsure = row.effect === 'unknown';
		return {
			outcome: isUnsure ? 'unknown' : 'failed',
			code,
			requestId,
			reason: reasonWord(row),
			verdict: isUnsure ? UNSURE[endpoint].verdict : row.verdict,
			advice: `${row.meaning}${quote(words, row.serverMessage)} ${remedyOf(row, endpoint)}`,
		};
	}
	const failed = read.standing === 'failed';
	const { verdict, remedy } = findHttpStatus(read.status);
	return {
		outcome: failed ? 'failed' : 'unknown',
		code,
		requestId,
		reason: 'unknownCode',
		verdict: failed ? verdict : UNSURE[endpoint].verdict,
		advice: `Huawei answered with the code ${code}${quote(words)}, which this version does not know. ${failed ? remedy : adviseUnsure(endpoint)}`,
	};
}

function outcomeOfStatus(status: number, endpoint: Endpoint): TokenOutcome {
	const row = findHttpStatus(status);
	const reason = status < 300 ? 'noCode' : `http${status}`;
	return {
		outcome: row.outcome,
		status,
		reason,
		verdict: row.outcome === 'unknown' ? UNSURE[endpoint].verdict : row.verdict,
		advice: `${row.meaning} ${remedyOf(row, endpoint)}`,
	};
}

function reasonWord({ code }: ResponseCode): string {
	return `code${code}`;
}

/** Huawei's own text names the field at fault: worth showing where it is more than the code's usual text. */
function quote(words: string, usual = ''): string {
	return words === '' || words === usual || /^[{[]/.test(words) ? '' : ` (Huawei: "${words}")`;
}

function fill(tokens: readonly string[], outcome: TokenOutcome): TokenOutcome[] {
	return tokens.map(() => outcome);
}
