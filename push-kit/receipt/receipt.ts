/**
 * A receipt as a workflow gets it: one status of a receipt call, with the words, the verdict and
 * the times that an operator needs to act on it.
 * Source pages: `push-api-msg-receipt`, `push-msg-receipt`.
 */
import { createHash } from 'node:crypto';

import { CONSOLE_STEPS } from '../catalog/consoleSteps';
import { findMessageTypeByPushType } from '../catalog/messageTypes';
import {
	findReceiptResult,
	type ReceiptEvent,
	type ReceiptResult,
} from '../catalog/receiptResults';
import type { Verdict } from '../catalog/verdicts';
import type { ReceiptStatus } from './parse';
import { isPointInTime, toIsoTime, toMilliseconds } from './timestamps';

export interface Receipt {
	/** Empty where the receipt names none; it then gives nobody up. */
	readonly pushToken: string;
	/** `custom` for a push type that is not in the catalog. */
	readonly messageType: string;
	readonly pushType: number | null;
	/** Whether the message arrived on the device: result 0. */
	readonly delivered: boolean;
	readonly result: number | null;
	readonly resultText: string;
	readonly event: ReceiptEvent;
	readonly verdict: Verdict;
	readonly advice: string;
	/** ISO 8601, UTC; only where Huawei names how long a block lasts. */
	readonly pausedUntil?: string;
	/** What a pause covers: all messages to the token, one service widget or one live view. */
	readonly scope?: ReceiptResult['scope'];
	readonly requestId: string | null;
	readonly biTag?: string;
	readonly appPackageName: string | null;
	readonly formId?: number | string;
	/**
	 * ISO 8601, UTC: when the message arrived or, for a failure, when the receipt was made.
	 * `null` where the receipt names no time.
	 */
	readonly deliveredAt: string | null;
	/** The same for each delivery of the same receipt. */
	readonly receiptKey: string;
	/** Fields that Huawei added later, by its own names. */
	readonly [unknownField: string]: unknown;
}

/** For a status without a result, which no page documents. */
const NO_RESULT = {
	resultText: 'The receipt names no result.',
	advice: 'Nothing to do. Compare the receipt with the newest page of Huawei if it recurs.',
	verdict: 'keep',
	event: 'other',
	scope: undefined,
	pauseSeconds: undefined,
} as const satisfies Meaning;

type Meaning = Omit<ReceiptResult, 'result' | 'source'>;

/** What takes a device out of the list, for good or for a time. */
const GIVES_UP: ReadonlySet<Verdict> = new Set<Verdict>(['remove', 'pause']);

/** A workflow that acts on such a receipt would act on a row without a token, or on all of them. */
const NOBODY = {
	advice: `The receipt names no push token: remove and pause nobody because of it. ${CONSOLE_STEPS.traceMessage}`,
	verdict: 'keep',
	event: 'other',
	scope: undefined,
	pauseSeconds: undefined,
} as const satisfies Omit<Meaning, 'resultText'>;

function findMeaning({ token, result }: ReceiptStatus): Meaning {
	const meaning = result === undefined ? NO_RESULT : findReceiptResult(result);
	return token === '' && GIVES_UP.has(meaning.verdict) ? { ...meaning, ...NOBODY } : meaning;
}

/**
 * Makes the receipt of one status. `now` (milliseconds) is the start of a pause where the status
 * names no time of its own, or one that is still to come.
 */
export function describeReceipt(status: ReceiptStatus, now: number): Receipt {
	const meaning = findMeaning(status);
	const reportedAt = findTime(status.timestamp);
	const pausedUntil =
		meaning.pauseSeconds === undefined
			? null
			: toIsoTime(Math.min(reportedAt ?? now, now) + meaning.pauseSeconds * 1000);

	return {
		...withoutOwnNames(status.unknownFields),
		pushToken: status.token,
		messageType: nameMessageType(status.pushType),
		pushType: status.pushType ?? null,
		delivered: status.result === 0,
		result: status.result ?? null,
		resultText: meaning.resultText,
		event: meaning.event,
		verdict: meaning.verdict,
		advice: meaning.advice,
		...(pausedUntil !== null && { pausedUntil }),
		...(meaning.scope !== undefined && { scope: meaning.scope }),
		requestId: status.requestId ?? null,
		...(status.biTag !== undefined && { biTag: status.biTag }),
		appPackageName: status.appPackageName ?? null,
		...(status.formId !== undefined && { formId: status.formId }),
		deliveredAt: reportedAt === null ? null : toIsoTime(reportedAt),
		receiptKey: makeReceiptKey(status),
	};
}

/** Milliseconds; `null` for what is no point in time, as the 0 of an empty field. */
function findTime(timestamp: number | undefined): number | null {
	const milliseconds = timestamp === undefined ? Number.NaN : toMilliseconds(timestamp);
	return isPointInTime(milliseconds) ? milliseconds : null;
}

/** Absent where they do not apply: a field of that name in a call must not pass for one of ours. */
const OPTIONAL_NAMES = new Set(['pausedUntil', 'scope', 'biTag', 'formId']);

function withoutOwnNames(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(fields).filter(([name]) => !OPTIONAL_NAMES.has(name)));
}

function nameMessageType(pushType: number | undefined): string {
	return pushType === undefined ? 'custom' : findMessageTypeByPushType(pushType).messageType;
}

/**
 * Hashes what makes a receipt this one receipt. The result belongs to it, because a message may be
 * reported as held back (27) first and as delivered (0) later; the time does not.
 */
function makeReceiptKey(
	status: Pick<ReceiptStatus, 'requestId' | 'token' | 'formId' | 'result'>,
): string {
	const identity = [
		status.requestId ?? '',
		status.token,
		String(status.formId ?? ''),
		String(status.result ?? ''),
	];
	return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
}
