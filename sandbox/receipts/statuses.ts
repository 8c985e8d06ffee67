/** One receipt of version V2 (`push-api-msg-receipt`). Times are Unix milliseconds. */
export interface ReceiptStatus {
	token: string;
	pushType: number;
	appPackageName: string;
	biTag: string;
	requestId: string;
	deliveryStatus?: { result: number; timestamp: number };
	formStatus?: { formId: number; result: number; timestamp: number };
}

/** What a receipt must know of the message it belongs to. */
export interface ReceiptSource {
	pushType: number;
	requestId: string;
	biTag?: string;
	/** Given for form updates only. */
	formId?: number;
}

export function buildStatus(
	source: ReceiptSource,
	receipt: { token: string; result: number; timestamp: number; appPackageName: string },
): ReceiptStatus {
	const { token, result, timestamp, appPackageName } = receipt;
	const { pushType, requestId, biTag = '', formId } = source;
	const head = { token, pushType, appPackageName, biTag, requestId };
	return formId === undefined
		? { ...head, deliveryStatus: { result, timestamp } }
		: { ...head, formStatus: { formId, result, timestamp } };
}

/** The fixed message of the console's test button by the guide: one delivery and one form sample. */
export function buildTestStatuses(appPackageName: string, timestamp: number): ReceiptStatus[] {
	const requestId = 'test-receipt';
	return [
		buildStatus(
			{ pushType: 0, requestId, biTag: 'test' },
			{ token: 'TEST_RECEIPT_TOKEN', result: 0, timestamp, appPackageName },
		),
		buildStatus(
			{ pushType: 1, requestId, biTag: 'test', formId: 1 },
			{ token: 'TEST_RECEIPT_TOKEN', result: 0, timestamp, appPackageName },
		),
	];
}
