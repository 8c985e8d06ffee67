/**
 * Huawei's side of a campaign to millions: answers every request as Push Kit does, counts, and keeps nothing, where
 * the sandbox keeps a record of each token.
 */
import type { IncomingMessage, RequestListener } from 'node:http';
import { writePartialSuccess } from '../sandbox/delivery/answers';
import { GONE } from './tokenFile';

/** What arrived since the last reset. */
export interface Counted {
	/** Requests to `messages:send`. */
	requests: number;
	/** In all requests together, refused ones too. */
	tokens: number;
	refused: number;
}

export interface CountingGateway {
	listener: RequestListener;
	read: () => Counted;
	reset: () => void;
}

const SEND = /\/messages:send$/;

export function makeCountingGateway(): CountingGateway {
	const nothing: Counted = { requests: 0, tokens: 0, refused: 0 };
	let counted = { ...nothing };
	let answers = 0;
	const judge = (body: string) => {
		const tokens = readTokens(body);
		const gone = tokens.filter((token) => token.startsWith(GONE));
		counted.requests += 1;
		counted.tokens += tokens.length;
		counted.refused += gone.length;
		const requestId = String(++answers).padStart(24, '0');
		if (gone.length === 0) return { code: '80000000', msg: 'Success', requestId };
		const msg = writePartialSuccess({ noRight: gone }, tokens.length - gone.length);
		return { code: '80100000', msg, requestId };
	};
	const answer = async (request: IncomingMessage): Promise<[status: number, body: object]> => {
		if (request.method !== 'POST' || !SEND.test(request.url ?? '')) return [404, {}];
		return [200, judge(await readBody(request))];
	};
	return {
		listener: (request, response) => {
			answer(request)
				.then(([status, body]) => {
					response.writeHead(status, { 'content-type': 'application/json' });
					response.end(JSON.stringify(body));
				})
				// A sender that went away, or one that wrote no message.
				.catch(() => response.destroy());
		},
		read: () => ({ ...counted }),
		reset: () => {
			counted = { ...nothing };
		},
	};
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString();
}

/** Throws where the body is no message to tokens. */
function readTokens(body: string): string[] {
	const { target }: { target: { token: string[] } } = JSON.parse(body);
	return target.token;
}
