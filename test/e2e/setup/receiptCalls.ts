/** Receipt calls as Huawei makes them, built and signed one by one. */
import axios from 'axios';
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { SIGNATURE_HEADER, signReceipt } from '../../../sandbox/receipts/signature';
import { buildStatus, type ReceiptStatus } from '../../../sandbox/receipts/statuses';
import type { ReceiptData } from '../../../scripts/start/sandbox';

const TIMEOUT_MS = 60_000;
const ATTEMPTS = 20;
const PAUSE_MS = 500;
const SUCCESS = JSON.stringify({ code: '0', message: 'success' });
/** 0: the connection broke. 502: the proxy had nobody to ask. 500, 503: n8n could not store it. */
export const TRY_AGAIN = [0, 500, 502, 503];

export interface ReceiptCall {
	url: string;
	headers: Record<string, string>;
	body: string;
}

export interface Answer {
	/** 0: the connection broke. */
	status: number;
	body: unknown;
	milliseconds: number;
}

/** A status with a token and a request ID of its own where none are given. */
export function makeStatus(
	result = 0,
	source: { token?: string; requestId?: string; biTag?: string; formId?: number } = {},
): ReceiptStatus {
	const { token = randomUUID(), requestId = randomUUID(), biTag, formId } = source;
	return buildStatus(
		{ pushType: formId === undefined ? 0 : 1, requestId, biTag, formId },
		{ token, result, timestamp: Date.now(), appPackageName: 'com.example.shop' },
	);
}

/** A call that the trigger has to take. */
export function signCall(
	url: string,
	{ userName, secret }: ReceiptData,
	statuses: readonly ReceiptStatus[],
): ReceiptCall {
	const key = { userName, secret, secretEncoding: 'base64' } as const;
	return {
		url,
		headers: {
			'content-type': 'application/json',
			[SIGNATURE_HEADER]: signReceipt(key, Date.now()),
		},
		body: JSON.stringify({ statuses }),
	};
}

/** Posts one call over a connection of its own. Never throws: a broken connection is status 0. */
export async function postCall(call: ReceiptCall): Promise<Answer> {
	return await post(call, new Agent());
}

/**
 * Posts all calls over so many connections, each of which is busy until no call is left. Answers in
 * order of calls. `onAnswer` is told at once how many calls have been answered with success.
 */
export async function postCalls(
	calls: readonly ReceiptCall[],
	connections: number,
	onAnswer?: (taken: number) => void,
): Promise<Answer[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const answers: Answer[] = [];
	let next = 0;
	let taken = 0;
	const work = async () => {
		for (let i = next++; i < calls.length; i = next++) {
			const call = calls[i];
			if (!call) continue;
			const answer = await post(call, agent);
			answers[i] = answer;
			if (answer.status === 200) onAnswer?.(++taken);
		}
	};
	await Promise.all(Array.from({ length: connections }, work));
	agent.destroy();
	return answers;
}

/**
 * Posts all calls, and once more with the same signature what n8n had no answer of success to: an
 * n8n that is short of breath answers 503 by itself. Returns the calls that had to be repeated.
 * Throws if a call is never taken, or is refused.
 */
export async function deliverCalls(
	calls: readonly ReceiptCall[],
	connections: number,
): Promise<ReceiptCall[]> {
	const repeated = new Set<ReceiptCall>();
	let open = calls;
	for (let attempt = 1; open.length > 0; attempt++) {
		const answers = await postCalls(open, connections);
		for (const answer of answers) refuseOtherAnswers(answer);
		open = open.filter((_, i) => answers[i]?.status !== 200);
		for (const call of open) repeated.add(call);
		if (open.length > 0 && attempt === ATTEMPTS) {
			throw new Error(`${open.length} of ${calls.length} calls were never taken.`);
		}
		if (open.length > 0) await wait(PAUSE_MS);
	}
	return [...repeated];
}

/** Success, or nothing that n8n could have started an execution with. */
function refuseOtherAnswers({ status, body }: Answer): void {
	const isSuccess = status === 200 && JSON.stringify(body) === SUCCESS;
	if (isSuccess || TRY_AGAIN.includes(status)) return;
	throw new Error(`A call was answered ${status}: ${JSON.stringify(body)}`);
}

async function post({ url, headers, body }: ReceiptCall, httpAgent: Agent): Promise<Answer> {
	const started = Date.now();
	try {
		const answer = await axios.post<unknown>(url, body, {
			headers,
			httpAgent,
			proxy: false,
			timeout: TIMEOUT_MS,
			validateStatus: () => true,
			transformRequest: (data: string) => data,
		});
		return { status: answer.status, body: answer.data, milliseconds: Date.now() - started };
	} catch {
		return { status: 0, body: undefined, milliseconds: Date.now() - started };
	}
}
