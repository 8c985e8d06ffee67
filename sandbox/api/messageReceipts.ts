import type { ReceiptCall } from '../receipts/receiptCall';
import type { ReceiptStatus } from '../receipts/statuses';
import type { Message } from '../state/arrival';

/** One receipt of a message: what its device reported, and what became of the call that told it. */
export interface MessageReceipt {
	token: string;
	result: number;
	/** When the device answered, in Unix milliseconds. */
	timestamp: number;
	callId: number;
	/** The receiver answered the call with success. */
	taken: boolean;
	/** HTTP status of the last answer, or why there was none. */
	answer?: number | string;
}

/** The receipts that were sent for one message. */
export interface MessageReceipts {
	total: number;
	/** How often each result was reported, by rising result. */
	counts: Array<{ result: number; count: number }>;
	/** The first ones; a message may have a thousand. */
	receipts: MessageReceipt[];
}

const MAX_LISTED = 100;

function readStatuses({ body }: ReceiptCall): ReceiptStatus[] {
	return (JSON.parse(body) as { statuses: ReceiptStatus[] }).statuses;
}

/** Every receipt that a remembered call told of a message, in the order of the calls. */
export function findReceipts(calls: readonly ReceiptCall[], message: Message): MessageReceipts {
	const { requestId } = message;
	const counts = new Map<number, number>();
	const receipts: MessageReceipt[] = [];
	let total = 0;
	for (const call of calls) {
		// The text is searched first: most calls tell of other messages, and none is parsed in vain.
		if (call.kind !== 'delivery' || !call.body.includes(requestId)) continue;
		const { status, error } = call.attempts.at(-1) ?? {};
		for (const one of readStatuses(call)) {
			const outcome = one.deliveryStatus ?? one.formStatus;
			if (one.requestId !== requestId || !outcome) continue;
			total++;
			counts.set(outcome.result, (counts.get(outcome.result) ?? 0) + 1);
			if (receipts.length >= MAX_LISTED) continue;
			receipts.push({
				token: one.token,
				result: outcome.result,
				timestamp: outcome.timestamp,
				callId: call.id,
				taken: call.ok,
				answer: error ?? status,
			});
		}
	}
	const byResult = [...counts].sort(([one], [other]) => one - other);
	return { total, counts: byResult.map(([result, count]) => ({ result, count })), receipts };
}
