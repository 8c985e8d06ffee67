import axios, { type AxiosResponse } from 'axios';

import { makeAccount, type SandboxAccount } from '../../../sandbox/account/serviceAccount';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/server';
import { standIn } from '../useSandbox';
import type { Body } from './bodies';
import { mintJwt } from './jwt';

// Key pairs are made at test time, and a loaded machine takes its time for them.
jest.setTimeout(60_000);

export interface Answer {
	code: string;
	msg: string;
	requestId: string;
	[name: string]: unknown;
}

interface SendOptions {
	pushType?: number | string;
	headers?: Record<string, string | undefined>;
	signal?: AbortSignal;
}

let account: Promise<SandboxAccount> | undefined;

/** One key pair serves all sandboxes of a test file. */
export async function startTestSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	account ??= makeAccount();
	return await startSandbox({ account: await account, ...options });
}

/** Speaks to a sandbox as a client of Push Kit does, and to its REST API as a tester does. */
export class Client {
	jwt: string;

	constructor(readonly sandbox: Sandbox) {
		this.jwt = mintJwt(sandbox.keyFile);
	}

	async post(path: string, body: unknown, options: SendOptions = {}) {
		return await axios.post<Answer>(`${this.sandbox.url}${path}`, body, {
			headers: {
				'Content-Type': 'application/json',
				Authorization: `Bearer ${this.jwt}`,
				'push-type': String(options.pushType ?? 0),
				...options.headers,
			},
			signal: options.signal,
			validateStatus: () => true,
			proxy: false,
		});
	}

	async send(body: Body, pushType: number | string = 0, options: SendOptions = {}) {
		const path = `/v3/${this.sandbox.projectId}/messages:send`;
		return await this.post(path, body, { ...options, pushType });
	}

	async revoke(body: unknown, pushType = 0) {
		return await this.post(`/v1/${this.sandbox.clientId}/messages:revoke`, body, { pushType });
	}

	async verifyImage(body: unknown, pushType = 0) {
		return await this.post(`/v2/${this.sandbox.projectId}/images:verify`, body, { pushType });
	}

	/** A call of the REST API: `rest('PUT', 'tokens/abc', {...})`. */
	async rest<T = Record<string, unknown>>(
		method: string,
		path: string,
		data?: unknown,
		headers?: Record<string, string>,
	): Promise<AxiosResponse<T>> {
		return await axios.request<T>({
			method,
			url: `${this.sandbox.url}/sandbox${path ? `/${path}` : ''}`,
			data,
			headers,
			validateStatus: () => true,
			proxy: false,
		});
	}
}

/**
 * A sandbox and its client for the tests of a file: started before the first, emptied before each, closed after the
 * last. Call it at the top of the file; inside tests they are the running ones.
 */
export function useClient(options: SandboxOptions = {}): { sandbox: Sandbox; client: Client } {
	let running: Client | undefined;
	const started = () => {
		if (running === undefined) throw new Error('The sandbox starts before the first test.');
		return running;
	};
	beforeAll(async () => {
		running = new Client(await startTestSandbox(options));
	});
	beforeEach(() => started().sandbox.reset());
	afterAll(async () => await running?.sandbox.close());
	return { sandbox: standIn(() => started().sandbox), client: standIn(started) };
}
