/** Huawei's answer to a request, turned into one outcome per token. */

import { findHttpStatus } from '../catalog/httpStatuses';
import { findResponseCode, type Endpoint, type ResponseCode } from '../catalog/responseCodes';
import { describePicture } from './imageAnswer';
import type { TokenOutcome } from './outcome';
import { readAnswer, type PushAnswer } from './pushAnswer';
import { allRefused, fullSuccess, partialSuccess } from './refusedTokens';
import type { TransportFailure, TransportResult } from './transport';

/** Of sending and revoking, and of the image check. */
const SUCCESS = new Set(['80000000', '83010000']);
/** Of sending and of revoking. */
const PARTIAL_SUCCESS = new Set(['80100000', '80100020']);
const ALL_REFUSED = '80300007';

/** Most characters of Huawei's own text that are shown. */
const QUOTE_LENGTH = 300;

/** Of a push token in any text. */
const VISIBLE_CHARACTERS = 6;

/** Whether Huawei took the message for some tokens at least, so that the request must never be repeated. */
export function isTaken({ code }: PushAnswer): boolean {
	return SUCCESS.has(code) || PARTIAL_SUCCESS.has(code);
}

/** One outcome for each token of a request, in the order of `tokens`. */
export function interpretResult(
	endpoint: Endpoint,
	result: TransportResult,
	tokens: readonly string[],
): TokenOutcome[] {
	const outcomes =
		result.kind === 'answer'
			? interpretAnswer(endpoint, result.status, result.body, tokens)
			: fill(tokens, outcomeOfFailure(result));
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
	const answer = readAnswer(body);
	if (answer === undefined) return fill(tokens, outcomeOfStatus(status));
	const { code } = answer;
	if (SUCCESS.has(code)) return fullSuccess(answer, tokens);
	if (PARTIAL_SUCCESS.has(code)) return partialSuccess(answer, tokens);
	if (code === ALL_REFUSED) return allRefused(answer, findResponseCode(code, endpoint), tokens);
	return fill(tokens, outcomeOfCode(endpoint, status, answer, tokens));
}

function outcomeOfFailure(failure: TransportFailure): TokenOutcome {
	return failure.sent
		? {
				outcome: 'unknown',
				reason: failure.reason,
				verdict: 'keep',
				advice: `${failure.description} Huawei may have accepted the message all the same: wait for its receipt before you send it again.`,
			}
		: {
				outcome: 'failed',
				reason: failure.reason,
				verdict: failure.final === true ? 'fixSetup' : 'retryLater',
				advice: `${failure.description} Nothing was sent.`,
			};
}

function outcomeOfCode(
	endpoint: Endpoint,
	status: number,
	answer: PushAnswer,
	tokens: readonly string[],
): TokenOutcome {
	const row = findResponseCode(answer.code, endpoint);
	const { code, requestId } = answer;
	const words = maskTokens(answer.msg, tokens);
	if (row === undefined) {
		const { outcome, verdict, remedy } = findHttpStatus(status);
		return {
			outcome: status < 300 ? 'unknown' : outcome,
			code,
			requestId,
			reason: 'unknownCode',
			verdict: status < 300 ? 'keep' : verdict,
			advice: `Huawei answered with the code ${code}${quote(words)}, which this version does not know. ${remedy}`,
		};
	}
	return {
		outcome: row.outcome ?? 'failed',
		code,
		requestId,
		reason: reasonWord(row),
		verdict: row.outcome === 'unknown' ? 'keep' : row.verdict,
		advice: `${row.meaning}${quote(words, row.serverMessage)} ${row.remedy}`,
	};
}

function outcomeOfStatus(status: number): TokenOutcome {
	const { outcome, verdict, meaning, remedy } = findHttpStatus(status);
	const reason = status < 300 ? 'noCode' : `http${status}`;
	return { outcome, status, reason, verdict, advice: `${meaning} ${remedy}` };
}

function reasonWord({ code }: ResponseCode): string {
	return `code${code}`;
}

/** Huawei's own text names the field at fault: worth showing where it is more than the code's usual text. */
function quote(msg: string, usual = ''): string {
	const text = msg.trim().slice(0, QUOTE_LENGTH);
	return text === '' || text === usual || /^[{[]/.test(text) ? '' : ` (Huawei: "${text}")`;
}

/** Huawei's text may repeat what it was sent: no whole token and no JWT may pass into an error or a log. */
function maskTokens(text: string, tokens: readonly string[]): string {
	const withoutJwt = text.replace(/eyJ[\w-]*\.[\w.-]*/g, 'eyJ…');
	return tokens
		.filter((token) => token.length > VISIBLE_CHARACTERS && withoutJwt.includes(token))
		.reduce(
			(masked, token) => masked.replaceAll(token, `${token.slice(0, VISIBLE_CHARACTERS)}…`),
			withoutJwt,
		);
}

function fill(tokens: readonly string[], outcome: TokenOutcome): TokenOutcome[] {
	return tokens.map(() => outcome);
}
