import axios from 'axios';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

import { parseJson } from '../rules/untrustedJson';
import type { ProbeKind } from './probes';

/** One try of a call, and what the receiver answered. */
export interface Attempt {
	/** ISO 8601, by the sandbox's clock. */
	time: string;
	status?: number;
	/** The answer's body: parsed where it is JSON, as text otherwise. */
	answer?: unknown;
	/** Set when there was no answer at all. */
	error?: string;
}

/** One call of the receipt URL. A repeat is a further attempt with the same headers and body. */
export interface ReceiptCall {
	id: number;
	/** `delivery` for receipts of messages; the others are called on demand. */
	kind: 'delivery' | ProbeKind;
	url: string;
	headers: Record<string, string>;
	/** The very bytes that were posted. */
	body: string;
	statusCount: number;
	attempts: Attempt[];
	/** The last answer was `{"code":"0",...}` with a status of 200 to 299. */
	ok: boolean;
}

/** An answer must come within so many milliseconds. UNCERTAIN: Huawei's own limit is not published. */
const ANSWER_TIMEOUT = 10_000;

/** Success is a line of JSON; of what a receiver answers beside it no more is read. Bytes. */
const MAX_ANSWER = 64 * 1024;

function parseAnswer(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return text;
	}
}

/** Whether the receiver took the receipts: `code` must be the string "0" (`push-msg-receipt`). */
export function isSuccess({ status, answer }: Attempt): boolean {
	const code =
		typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : undefined;
	return status !== undefined && status >= 200 && status < 300 && code === '0';
}

/** Posts receipts over connections that are kept open, and never throws. */
export class ReceiptPoster {
	private readonly httpAgent = new HttpAgent({ keepAlive: true });
	private readonly httpsAgent = new HttpsAgent({ keepAlive: true });
	private abort = new AbortController();

	async post(call: ReceiptCall, time: string): Promise<Attempt> {
		try {
			const response = await axios.post<string>(call.url, call.body, {
				headers: call.headers,
				httpAgent: this.httpAgent,
				httpsAgent: this.httpsAgent,
				// The receiver stands on this machine; a proxy of the environment would not find it.
				proxy: false,
				maxRedirects: 0,
				timeout: ANSWER_TIMEOUT,
				maxContentLength: MAX_ANSWER,
				responseType: 'text',
				transformResponse: (text: string) => text,
				validateStatus: () => true,
				signal: this.abort.signal,
			});
			return { time, status: response.status, answer: parseAnswer(response.data) };
		} catch (error) {
			return { time, error: error instanceof Error ? error.message : String(error) };
		}
	}

	/** Breaks off every call under way. */
	stop(): void {
		this.abort.abort();
		this.abort = new AbortController();
		this.httpAgent.destroy();
		this.httpsAgent.destroy();
	}
}
