/** A request to any route of the sandbox that nothing but its origin can have refused. */
import type { Client } from '../../../builders/sandbox/client';
import { BODIES } from '../../../builders/sandbox/bodies';
import type { RawRequest } from './rawRequest';

export interface Route {
	method: string;
	/** As the router writes it. */
	url: string;
}

export type Headers = Record<string, string | string[]>;

const BODY = JSON.stringify({
	...BODIES.notification,
	fault: '503',
	fate: 'normal',
	kind: 'test',
	tokens: {},
});

/** The address of a route, filled in with what the sandbox has. */
export function aim({ url }: Route, { sandbox }: Client): string {
	const id = url.startsWith('/v1') ? sandbox.clientId : sandbox.projectId;
	return url
		.replace(/::/g, '\n')
		.replace(/:id(?=\/)/, url.startsWith('/v') ? id : '1')
		.replace(/:\w+/g, 'TOKEN_A')
		.replace(/\n/g, ':');
}

export function attack(
	client: Client,
	route: Route,
	headers: Headers,
	contentType: string,
): RawRequest {
	const hasBody = route.method !== 'GET' && route.method !== 'HEAD';
	return {
		method: route.method,
		path: aim(route, client),
		headers: {
			...(hasBody && contentType !== '' && { 'content-type': contentType }),
			// No page has a JWT. It is here so that nothing but the origin can be what is refused.
			authorization: `Bearer ${client.jwt}`,
			'push-type': '0',
			...headers,
		},
		body: hasBody ? BODY : undefined,
	};
}
