import type { FastifyReply, FastifyRequest } from 'fastify';

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

function isLoopback(host: string | undefined): boolean {
	return host !== undefined && LOOPBACK_HOSTS.includes(host.replace(/:\d+$/, '').toLowerCase());
}

/**
 * Refuses a request unless its Host (and its Origin, where a browser sends one) is this machine:
 * a web page elsewhere could otherwise reach the key through a name that it lets point here.
 */
export async function refuseForeignHosts(
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply | undefined> {
	const { host, origin } = request.headers;
	const foreignOrigin =
		origin !== undefined && !isLoopback(URL.canParse(origin) ? new URL(origin).host : undefined);
	if (isLoopback(host) && !foreignOrigin) return undefined;
	return await reply
		.code(403)
		.send({ error: 'The sandbox answers only under 127.0.0.1 and localhost.' });
}
