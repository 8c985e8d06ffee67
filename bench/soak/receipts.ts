/** Receipts at a steady rate, good and bad ones, against the n8n that takes them. */
import { setTimeout as wait } from 'node:timers/promises';

import type { Stack } from '../../scripts/start/stack';
import { makeBadCalls } from '../../test/e2e/setup/badCalls';
import { makeStatus, postCall, signCall } from '../../test/e2e/setup/receiptCalls';
import { publishReceiptWorkflow } from '../../test/e2e/setup/receiptWorkflow';
import type { LoadOptions, LoadResult } from './soak';

const STATUSES_PER_CALL = 10;
/** One call in so many is bad. */
const BAD_EVERY = 10;
/** More would mean that n8n falls behind: then calls are left out rather than piled up. */
const MAX_OPEN_CALLS = 20;

/** Runs for `minutes`; bounded in calls by rate and time. */
export async function sendReceipts(stack: Stack, options: LoadOptions): Promise<LoadResult> {
	const { minutes, rate, tell, elapsed, signal } = options;
	const account = stack.sandbox.receiptData;
	const { url } = await publishReceiptWorkflow(stack.client, stack.credentials.receipts);
	const used = signCall(url, account, [makeStatus()]);
	await postCall(used);

	const wrong = new Map<string, number>();
	const open = new Set<Promise<void>>();
	const counts = { calls: 0, leftOut: 0 };

	const sendNext = async () => {
		const number = counts.calls++;
		const isBad = number % BAD_EVERY === 0;
		const [badCall] = isBad ? makeBadCalls(url, account, used, 1, number / BAD_EVERY) : [];
		const statuses = Array.from({ length: STATUSES_PER_CALL }, () => makeStatus());
		const { status } = await postCall(badCall ?? signCall(url, account, statuses));
		const expected = badCall?.expectedStatus ?? 200;
		if (status === expected) return;
		// n8n's own answer when it is short of breath; Huawei would try again.
		if (status === 503) {
			counts.leftOut++;
			return;
		}
		const what = `${badCall?.kind ?? 'a good call'}: ${status} instead of ${expected}`;
		wrong.set(what, (wrong.get(what) ?? 0) + 1);
	};

	let nextCall = 0;
	while (elapsed() < minutes * 60) {
		signal?.throwIfAborted();
		for (; nextCall < elapsed() * rate; nextCall++) {
			if (open.size >= MAX_OPEN_CALLS) {
				counts.leftOut++;
				continue;
			}
			const call: Promise<void> = sendNext().finally(() => open.delete(call));
			open.add(call);
		}
		tell(`${counts.calls} calls`);
		await wait(1000 / rate / 2);
	}
	await Promise.all(open);
	return {
		counts,
		faults: [...wrong].map(([what, count]) => `Wrong answer, ${count} times: ${what}.`),
	};
}
