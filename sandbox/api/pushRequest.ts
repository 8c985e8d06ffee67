import type { FastifyRequest } from 'fastify';

import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import type { PushRequest } from '../delivery/pushRequest';
import { readPushType } from '../rules/messageRules';
import type { State } from '../state';

function parseBody(text: unknown): unknown {
	if (typeof text !== 'string') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function keepHeaders(request: FastifyRequest): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const [name, value] of Object.entries(request.headers)) {
		if (name !== 'authorization' && value !== undefined) kept[name] = String(value);
	}
	return kept;
}

/** Reads a request to one of Push Kit's URLs without judging it. */
export function readPushRequest(
	request: FastifyRequest,
	state: State,
	endpoint: Endpoint,
	path: { id: string; expectedId: string },
): PushRequest {
	const now = state.now();
	return {
		endpoint,
		pathId: path.id,
		expectedId: path.expectedId,
		url: request.url,
		time: new Date(now).toISOString(),
		headers: keepHeaders(request),
		pushType: readPushType(request.headers['push-type']),
		jwt: state.checkJwt(request.headers.authorization, now),
		body: parseBody(request.body),
		requestId: state.nextRequestId(),
	};
}
