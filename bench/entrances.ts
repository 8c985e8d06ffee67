/**
 * More ways into the sandbox: http and https, each under any number of paths. A path is a gateway to this
 * package, and what it has found out about one gateway's pace says nothing about another. Some lead past the
 * sandbox, to who only counts.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { LoopbackTls } from './certificate';

export interface Entrances {
	/** Base URLs, without a slash at the end. */
	http: string;
	https: string;
	close: () => void;
}

const HOST = '127.0.0.1';
/** All that connect at once: with Node's 511 the others would try again a second later. */
const BACKLOG = 4_096;
/** `/gateway-...` before the path that the sandbox knows. */
const GATEWAY = /^\/gateway-[\w-]+(?=\/)/;
/** `/counting-...` before it: not for the sandbox. */
const COUNTING = /^\/counting-[\w-]+\//;

/**
 * Opens both on free ports of 127.0.0.1; `inner` gets their requests as if they had come to it, `counting` those
 * under its paths as they are.
 */
export async function openEntrances(
	inner: Server,
	tls: LoopbackTls,
	counting: RequestListener,
): Promise<Entrances> {
	const pass: RequestListener = (request, response) => {
		if (COUNTING.test(request.url ?? '')) {
			counting(request, response);
			return;
		}
		request.url = request.url?.replace(GATEWAY, '');
		inner.emit('request', request, response);
	};
	const plain = createServer(pass);
	const secure = createTlsServer({ key: tls.key, cert: tls.certificate }, pass);
	return {
		http: `http://${HOST}:${await listen(plain)}`,
		https: `https://${HOST}:${await listen(secure)}`,
		close: () => {
			for (const server of [plain, secure]) {
				server.close();
				server.closeAllConnections();
			}
		},
	};
}

async function listen(server: Server | ReturnType<typeof createTlsServer>): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen({ port: 0, host: HOST, backlog: BACKLOG }, resolve);
	});
	const address = server.address();
	return typeof address === 'object' && address ? address.port : 0;
}
