/** The body of Huawei's answers, read defensively. */

import type { TransportResult } from './transport';

/** The part of an answer that says what happened (`push-scenariozed-api-response`). */
export interface PushAnswer {
	code: string;
	msg: string;
	requestId?: string;
}

/**
 * Reads an answer's body, whatever the HTTP status: Huawei's code decides.
 *
 * @param body parsed JSON, or the text of something else
 * @returns `undefined` if the body holds no code of Huawei's (HTML, empty, truncated)
 */
export function readAnswer(body: unknown): PushAnswer | undefined {
	const value = typeof body === 'string' ? parseJson(body) : body;
	if (typeof value !== 'object' || value === null) return undefined;
	const code = member(value, 'code');
	if ((typeof code !== 'string' && typeof code !== 'number') || code === '') return undefined;
	const requestId = member(value, 'requestId');
	return {
		code: String(code),
		msg: textOf(member(value, 'msg')),
		...(typeof requestId === 'string' && requestId !== '' && { requestId }),
	};
}

/** What Huawei says in a result; `undefined` where nothing was answered, or nobody of Huawei's did. */
export function readResult(result: TransportResult): PushAnswer | undefined {
	return result.kind === 'answer' ? readAnswer(result.body) : undefined;
}

function member(value: object, name: string): unknown {
	return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

/** UNCERTAIN: `msg` of a refusal is documented as a JSON string; an object is read as well. */
function textOf(msg: unknown): string {
	if (msg === undefined || typeof msg === 'string') return msg ?? '';
	try {
		return JSON.stringify(msg);
	} catch {
		// Nested so deeply that nothing can be said of it, hence nothing that Huawei means.
		return '';
	}
}

/** The value of a JSON text; `undefined` if it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
