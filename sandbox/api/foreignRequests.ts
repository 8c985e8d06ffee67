import type { FastifyReply, FastifyRequest } from 'fastify';

/** The names under which the sandbox may be called; it listens on the loopback address alone. */
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
/** Of `Sec-Fetch-Site`: the sandbox's own page, and an address that the user typed. */
const OWN_SITES = ['same-origin', 'none'];

const REFUSAL = {
	error:
		'The sandbox answers its own page and programs on this machine only, under 127.0.0.1 or localhost. Another page cannot call it or lead to it: copy the address into the address bar of the browser.',
};

function readOrigin(address: string): string | undefined {
	return URL.canParse(address) ? new URL(address).origin : undefined;
}

/**
 * Whether a request may come from a page of another origin, or from a page whose name was made to
 * point here (DNS rebinding). Programs such as n8n and curl send neither `Origin` nor `Referer` nor
 * `Sec-Fetch-Site`; a browser sends at least one of them with whatever could change anything, and
 * no page can hide or forge it. Another port of this machine is another origin: what listens
 * there, n8n for one, shows pages that others wrote.
 */
function isForeign({ headersDistinct, url = '' }: FastifyRequest['raw']): boolean {
	const { host = [], origin = [], referer = [], 'sec-fetch-site': site = [] } = headersDistinct;
	const [name = ''] = host;
	if (host.length !== 1 || !LOOPBACK_HOSTS.includes(name.replace(/:\d+$/, '').toLowerCase())) {
		return true;
	}
	const own = readOrigin(`http://${name}`);
	return (
		// An address in place of a path names a host of its own.
		!url.startsWith('/') ||
		own === undefined ||
		![...origin, ...referer].every((address) => readOrigin(address) === own) ||
		!site.every((word) => OWN_SITES.includes(word))
	);
}

/** Refuses foreign requests before anything else is read of them; for every route of a server. */
export async function refuseForeignRequests(
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply | undefined> {
	return isForeign(request.raw) ? await reply.code(403).send(REFUSAL) : undefined;
}
