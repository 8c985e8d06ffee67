import type { FastifyRequest } from 'fastify';

import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import type { PushRequest } from '../delivery/pushRequest';
import { catchRefusal } from '../rules/fields';
import { readPushType } from '../rules/messageRules';
import { measureJson, parseJson } from '../rules/untrustedJson';
import type { State } from '../state/state';

function parseBody(text: string): unknown {
	let body: unknown;
	const refusal = catchRefusal(() => {
		body = parseJson(text);
	});
	// The text is judged as what it is: no object.
	return refusal ? text : body;
}

function keepHeaders(request: FastifyRequest): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const [name, value] of Object.entries(request.headers)) {
		if (name !== 'authorization' && value !== undefined) kept[name] = String(value);
	}
	return kept;
}

/** Reads a request to one of Push Kit's URLs without judging it. */
export function readPushRequest<E extends Endpoint>(
	request: FastifyRequest,
	state: State,
	endpoint: E,
	path: { id: string; expectedId: string },
): PushRequest<E> {
	const now = state.now();
	const text = typeof request.body === 'string' ? request.body : '';
	return {
		endpoint,
		pathId: path.id,
		expectedId: path.expectedId,
		url: request.url,
		time: new Date(now).toISOString(),
		headers: keepHeaders(request),
		pushType: readPushType(request.headers['push-type']),
		jwt: state.checkJwt(request.headers.authorization, now),
		body: parseBody(text),
		bodyWeight: measureJson(text).weight,
		requestId: state.nextRequestId(),
	};
}
