/** The body of Huawei's answers, read defensively. */

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
	const members = new Map<string, unknown>(Object.entries(value));
	const code = members.get('code');
	if ((typeof code !== 'string' && typeof code !== 'number') || code === '') return undefined;
	const msg = members.get('msg');
	const requestId = members.get('requestId');
	return {
		code: String(code),
		// UNCERTAIN: `msg` of a refusal is documented as a JSON string; an object is read as well.
		msg: typeof msg === 'string' ? msg : msg === undefined ? '' : JSON.stringify(msg),
		...(typeof requestId === 'string' && requestId !== '' && { requestId }),
	};
}

/** The value of a JSON text; `undefined` if it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
