/** What a client meets when the sandbox breaks the connection, or keeps it waiting. */
import axios, { isAxiosError } from 'axios';

import type { Sandbox } from '../../../../sandbox/server';
import { BODIES, withTokens } from '../../../builders/sandbox/bodies';
import { useClient } from '../../../builders/sandbox/client';

/** Sends, and ends with the signal where there is one. */
export type Send = (signal?: AbortSignal) => Promise<unknown>;

/** The code of the network error that the client saw, or `none`. */
export async function findNetworkError(send: Send, signal?: AbortSignal): Promise<string> {
	try {
		await send(signal);
		return 'none';
	} catch (error) {
		return isAxiosError(error) ? (error.code ?? error.message) : String(error);
	}
}

/** Sends, waits until the sandbox has the request and has answered another one, and hangs up. */
export async function hangUpUnanswered(sandbox: Sandbox, send: Send): Promise<string> {
	const client = new AbortController();
	const arrived = new Promise<void>((resolve) => {
		const stop = sandbox.store.watch(() => {
			stop();
			resolve();
		});
	});
	const outcome = findNetworkError(send, client.signal);
	await arrived;
	await axios.get(`${sandbox.url}/sandbox`, { proxy: false });
	client.abort();
	return await outcome;
}

/** A sandbox for the tests of a file, faults for it, and messages that meet them. */
export function useFaults() {
	const { sandbox, client } = useClient();
	const send = async (tokens: string[] = ['A'], signal?: AbortSignal) =>
		await client.send(withTokens(BODIES.notification, tokens), 0, { signal });
	const sendToA: Send = async (signal) => await send(['A'], signal);
	const queue = async (fault: object | object[]) => await client.rest('POST', 'faults', fault);
	return { sandbox, client, send, sendToA, queue };
}
