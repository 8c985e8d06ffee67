import { createServer } from 'node:http';

export interface Reply {
	status?: number;
	headers?: Record<string, string>;
	/** A text is sent as it is. */
	body: object | string;
	/** Milliseconds until it is sent. */
	after?: number;
}

/** @param number of the request, from 1 */
export type Answering = (number: number, tokens: string[], url: string) => Reply;

export interface AnsweringServer {
	url: string;
	requests: () => number;
	/** How often each token was sent a message that is not known to have been refused. */
	copies: Map<string, number>;
	close: () => Promise<void>;
}

/** The success of a real Push Kit. */
export const SUCCESS: Reply = { body: { code: '80000000', msg: 'Success', requestId: '1' } };

/** A server on loopback that says whatever the test wants, which the sandbox, being a Push Kit, never would. */
export async function startAnsweringServer(answering: Answering): Promise<AnsweringServer> {
	let requests = 0;
	const copies = new Map<string, number>();
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			requests += 1;
			const sent: { target?: { token?: string[] } } = JSON.parse(Buffer.concat(chunks).toString());
			const tokens = sent.target?.token ?? [];
			for (const token of tokens) copies.set(token, (copies.get(token) ?? 0) + 1);
			const {
				status = 200,
				headers,
				body,
				after = 0,
			} = answering(requests, tokens, request.url ?? '');
			const reply = () => {
				response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
				response.end(typeof body === 'string' ? body : JSON.stringify(body));
			};
			if (after === 0) reply();
			else setTimeout(reply, after);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		requests: () => requests,
		copies,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
