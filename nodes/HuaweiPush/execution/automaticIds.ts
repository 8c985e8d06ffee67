import { createHash } from 'node:crypto';

import type { RunContext } from '../operation';

/** Largest `notifyId` (31 bits). */
const NOTIFY_ID_MASK = 0x7fffffff;

/**
 * Gives a message an ID by which it can be revoked: the same for all who get this message in this run, so
 * that they still share requests; different for other messages and other runs.
 */
export function withAutomaticNotifyId(
	{ runId, nodeId }: RunContext,
	notification: Record<string, unknown>,
): Record<string, unknown> {
	const notifyId = digest([runId, nodeId, notification]).readUInt32BE(0) & NOTIFY_ID_MASK;
	return { ...notification, notifyId };
}

/**
 * An `appMessageId` made from the message's content: a run that is repeated sends the same one again,
 * and the phone shows the message once.
 */
export function safeAppMessageId({ nodeId }: RunContext, message: object): string {
	return digest([nodeId, message]).toString('hex').slice(0, 32);
}

/** IDs of workflow and execution: joins the receipts with the run. At most 64 bytes. */
export function automaticBiTag(workflowId: string, executionId: string): string {
	return `${workflowId}-${executionId}`.slice(0, 64);
}

function digest(parts: readonly unknown[]): Buffer {
	return createHash('sha256').update(JSON.stringify(parts)).digest();
}
