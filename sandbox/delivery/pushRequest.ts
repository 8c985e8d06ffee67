import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import type { JwtReport } from '../account/jwtCheck';
import { isObject, Refusal } from '../rules/fields';
import type { Arrival } from '../state/arrival';
import type { State } from '../state/state';

/** A request to one of Push Kit's URLs, read but not judged. */
export interface PushRequest<E extends Endpoint = Endpoint> {
	endpoint: E;
	/** What must stand in the URL: the project ID, or the Client ID. */
	expectedId: string;
	pathId: string;
	url: string;
	time: string;
	/** All headers but Authorization. */
	headers: Record<string, string>;
	pushType?: number;
	jwt: JwtReport;
	/** The parsed body, or its text where it is not JSON or nests too deep to be handled. */
	body: unknown;
	/** Bytes of memory that the body takes. */
	bodyWeight: number;
	requestId: string;
}

/** What a request of any kind is kept as, with no outcome yet. */
export function describeRequest<E extends Endpoint>(
	state: State,
	request: PushRequest<E>,
): Arrival & { endpoint: E } {
	const { endpoint, time, url, pushType, headers, jwt, body, requestId } = request;
	return {
		id: state.store.nextId(),
		time,
		endpoint,
		url,
		pushType,
		headers,
		jwt,
		body,
		requestId,
	};
}

/** Where the tokens stand in a body: under `target` when sending, at the top level when revoking. */
export function listTokens({
	endpoint,
	body,
}: Pick<Arrival, 'endpoint' | 'body'>): readonly unknown[] {
	if (!isObject(body)) return [];
	const parent = endpoint === 'send' ? body.target : body;
	return isObject(parent) && Array.isArray(parent.token) ? parent.token : [];
}

/**
 * What every endpoint demands before it looks at the body: a good JWT, the ID of the project or
 * app it belongs to, and JSON. UNCERTAIN: a foreign project ID may also be answered 80200001.
 *
 * @throws Refusal
 */
export function checkAccess({ jwt, pathId, expectedId, headers }: PushRequest): void {
	if (jwt.code) throw new Refusal(jwt.code, jwt.problem ?? 'The JWT was refused.');
	if (pathId !== expectedId) {
		throw new Refusal('80300002', 'The ID in the URL is not the one of this sandbox.');
	}
	if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
		throw new Refusal('80100001', 'The header Content-Type must be application/json.');
	}
}
