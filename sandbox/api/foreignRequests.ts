import type { FastifyReply, FastifyRequest } from 'fastify';

/** The names of this machine, under which the sandbox may always be called. */
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
/** Of `Sec-Fetch-Site`: the sandbox's own page, and an address that the user typed. */
const OWN_SITES = ['same-origin', 'none'];
/** How the `User-Agent` of every browser begins; a page cannot change it where it need not name itself. */
const BROWSER = /^Mozilla\//i;
/** The page and its files hold nothing of anybody: they may be opened from an address bar. */
const PAGE_PATH = /^\/(?:assets\/[^/?]+)?(?:\?|$)/;

function writeRefusal(allowedHosts: readonly string[]): { error: string } {
	const names = ['127.0.0.1', 'localhost', ...allowedHosts].join(', ');
	return {
		error: `The sandbox answers its own page and programs only, under these names: ${names}. Another page cannot call it or lead to it: copy the address into the address bar of the browser. A program that calls it under another name, such as n8n in a container: start the sandbox with --allow-host and that name.`,
	};
}

function readOrigin(address: string): string | undefined {
	return URL.canParse(address) ? new URL(address).origin : undefined;
}

/**
 * Whether a request may come from a page of another origin, or from a page whose name was made to
 * point here (DNS rebinding). Programs such as n8n and curl send neither `Origin` nor `Referer` nor
 * `Sec-Fetch-Site`; a browser sends at least one of them with whatever could change anything, and
 * no page can hide or forge it. Another port of this machine is another origin: what listens
 * there, n8n for one, shows pages that others wrote.
 *
 * Under a name that is not this machine's own, browsers leave `Sec-Fetch-Site` out, and a page can have
 * `Referer` left out: there a browser must prove that it is the sandbox's page that asks.
 */
function isForeign(
	{ headersDistinct, url = '' }: FastifyRequest['raw'],
	allowedHosts: readonly string[],
): boolean {
	const { host = [], origin = [], referer = [], 'sec-fetch-site': site = [] } = headersDistinct;
	const { 'user-agent': agent = [] } = headersDistinct;
	const [authority = ''] = host;
	const name = authority.replace(/:\d+$/, '').toLowerCase();
	const isLoopback = LOOPBACK_HOSTS.includes(name);
	if (host.length !== 1 || !(isLoopback || allowedHosts.includes(name))) return true;
	const own = readOrigin(`http://${authority}`);
	const addresses = [...origin, ...referer];
	const isBrowser = agent.some((program) => BROWSER.test(program));
	return (
		// An address in place of a path names a host of its own.
		!url.startsWith('/') ||
		own === undefined ||
		!addresses.every((address) => readOrigin(address) === own) ||
		!site.every((word) => OWN_SITES.includes(word)) ||
		(!isLoopback && isBrowser && addresses.length === 0 && !PAGE_PATH.test(url))
	);
}

/**
 * Refuses foreign requests before anything else is read of them; for every route of a server.
 *
 * @param allowedHosts in lower case: names beside those of this machine, matched exactly, whatever the port
 */
export function refuseForeignRequests(allowedHosts: readonly string[]) {
	const refusal = writeRefusal(allowedHosts);
	return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> =>
		isForeign(request.raw, allowedHosts) ? await reply.code(403).send(refusal) : undefined;
}
