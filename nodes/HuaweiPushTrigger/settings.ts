/** The trigger's parameters, read once for a call. */
import type { IWebhookFunctions } from 'n8n-workflow';

import { RECEIPT_WINDOW_SECONDS } from '../../push-kit/catalog/limits';
import { textOf } from '../../push-kit/json';
import type { Receipt } from '../../push-kit/receipt/receipt';

export interface TriggerSettings {
	readonly verification: 'signature' | 'none';
	/** Seconds; a day at most, which the verification sees to. */
	readonly tolerance: number;
	readonly acknowledgeUnsigned: boolean;
	/** Empty means all. */
	readonly triggerOn: ReadonlySet<string>;
	/** Empty means all. */
	readonly messageTypes: ReadonlySet<string>;
}

/** Reads the parameters; whatever is no known word of `verification` means `signature`. */
export function readSettings(context: IWebhookFunctions): TriggerSettings {
	const options: unknown = context.getNodeParameter('options', {});
	const { tolerance, acknowledgeUnsigned } = isRecord(options) ? options : {};
	const seconds = Number(textOf(tolerance));
	return {
		verification:
			context.getNodeParameter('verification', 'signature') === 'none' ? 'none' : 'signature',
		tolerance: Number.isFinite(seconds) && seconds > 0 ? seconds : RECEIPT_WINDOW_SECONDS,
		acknowledgeUnsigned: textOf(acknowledgeUnsigned).toLowerCase() === 'true',
		triggerOn: readWords(context.getNodeParameter('triggerOn', [])),
		messageTypes: readWords(context.getNodeParameter('messageTypes', [])),
	};
}

/** Tells whether a receipt is one that shall start the workflow. */
export function isWanted(receipt: Receipt, settings: TriggerSettings): boolean {
	const { triggerOn, messageTypes } = settings;
	return (
		(triggerOn.size === 0 || triggerOn.has(receipt.event)) &&
		(messageTypes.size === 0 || messageTypes.has(receipt.messageType))
	);
}

/**
 * A list of words, or a text of words. What is none of Huawei's stays a word that no receipt has: taken for nothing,
 * it would mean all, and a workflow that removes dead tokens would remove the living.
 */
function readWords(value: unknown): ReadonlySet<string> {
	const words: unknown[] = Array.isArray(value) ? value.flat() : [value];
	return new Set(
		words.flatMap((word) => textOf(word ?? '').split(',')).flatMap((word) => word.trim() || []),
	);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
