import { findResponseCode, type Endpoint } from '../../push-kit/catalog/responseCodes';
import type { Settings } from '../state/settings';

/** What Push Kit answers: `code` is a string of digits, all three are always present. */
export interface AnswerBody {
	code: string;
	msg: string;
	requestId: string;
	/** Image check only: the address to use in messages, and its end in Unix seconds, as a string. */
	downloadUrl?: string;
	expireTime?: string;
}

export interface Answer {
	status: number;
	body: AnswerBody;
}

/** Tokens that were refused, by reason. */
export type IllegalTokens = Record<string, string[]>;

/**
 * HTTP status of a code. UNCERTAIN: no page maps codes to statuses beyond "400: read the business
 * code" and "401: authentication failed". What is listed nowhere here is a parameter error, 400;
 * so is 80300036, which stands among the parameter codes and not among those of authentication.
 */
function findStatus(code: string, settings: Settings): number {
	if (code === '80100000' || code === '80300007' || code === '80100020') {
		return settings.refusedTokensStatus;
	}
	if (code === '80200005' || code === '80200003') return settings.expiredTokenStatus;
	const fixed: Readonly<Record<string, number>> = {
		'80000000': 200,
		'83010000': 200,
		'80200001': 401,
		'80000001': 500,
		'81000001': 500,
	};
	return fixed[code] ?? 400;
}

/** Huawei's text for a code, its placeholders filled in order. */
function writeMessage(
	code: string,
	endpoint: Endpoint,
	values: ReadonlyArray<string | number> = [],
): string {
	const text = findResponseCode(code, endpoint)?.serverMessage ?? 'Unknown Error';
	const rest = [...values];
	return text.replace(/\{\w+\}/g, () => String(rest.shift() ?? ''));
}

/** Builds the answer for one code; `msg` replaces Huawei's text where a fault is scripted so. */
export function buildAnswer(
	code: string,
	settings: Settings,
	requestId: string,
	words: { endpoint: Endpoint; values?: ReadonlyArray<string | number>; msg?: string },
): Answer {
	const msg = words.msg ?? writeMessage(code, words.endpoint, words.values);
	return { status: findStatus(code, settings), body: { code, msg, requestId } };
}

/** `msg` of 80100000 is a JSON document in a string (`push-scenariozed-api-response`). */
export function writePartialSuccess(illegalTokens: IllegalTokens, success: number): string {
	return JSON.stringify({ illegalTokens, success, failure: countTokens(illegalTokens) });
}

/** `msg` of 80300007: other order, and no `success`. */
export function writeAllInvalid(illegalTokens: IllegalTokens): string {
	return JSON.stringify({ failure: countTokens(illegalTokens), illegalTokens });
}

function countTokens(illegalTokens: IllegalTokens): number {
	return Object.values(illegalTokens).reduce((sum, tokens) => sum + tokens.length, 0);
}
