import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

/** Milliseconds: far more than any answer takes on a busy machine. */
const ANSWER_WITHIN = 20_000;

export interface RawAnswer {
	status: number;
	headers: IncomingHttpHeaders;
	text: string;
}

export interface RawRequest {
	method: string;
	path: string;
	/** An array sends a header more than once; `host` replaces the true one. */
	headers?: Record<string, string | string[]>;
	body?: string;
}

/** Sends a request as no well-behaved client would. Of a stream only the head is awaited. */
export async function sendRaw(port: number, request: RawRequest): Promise<RawAnswer> {
	const { method, path, headers: given = {}, body } = request;
	const headers = Object.entries({
		host: `127.0.0.1:${port}`,
		connection: 'close',
		...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
		...given,
	}).flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one]));
	return await new Promise((resolve, reject) => {
		// A flat list is sent as it is: nothing is added, joined or left out.
		const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false });
		sent.on('error', reject);
		sent.setTimeout(ANSWER_WITHIN, () =>
			sent.destroy(new Error(`${method} ${path} was not answered`)),
		);
		sent.on('response', (response) => {
			const chunks: Buffer[] = [];
			const answer = () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					text: Buffer.concat(chunks).toString('utf8'),
				});
			response.on('error', reject);
			if (response.headers['content-type'] === 'text/event-stream') {
				answer();
				sent.destroy();
				return;
			}
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', answer);
		});
		sent.end(body);
	});
}

/** Writes bytes that need not be HTTP at all, and returns whatever comes back until the end. */
export async function sendBytes(port: number, bytes: string | Buffer): Promise<string> {
	return await new Promise((resolve) => {
		const chunks: Buffer[] = [];
		const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
		socket.on('data', (chunk: Buffer) => chunks.push(chunk));
		socket.setTimeout(ANSWER_WITHIN, () => socket.destroy());
		socket.on('error', () => undefined);
		socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
	});
}
