/**
 * The body of a receipt call. V2: `{ statuses: [{ token, pushType, appPackageName, biTag?,
 * requestId, deliveryStatus | formStatus: { result, timestamp, formId? } }] }`, documented with at
 * most 100 statuses; more are taken all the same. V1 (of the old HMS Core) lacks push type and
 * app, and is told apart so that the operator can be told where to choose V2.
 * Source pages: `push-api-msg-receipt`, `push-receiptapi`.
 */

/** One element of `statuses`, with the members of `deliveryStatus` or `formStatus` beside it. */
export interface ReceiptStatus {
	readonly token: string;
	readonly pushType?: number;
	readonly appPackageName?: string;
	readonly biTag?: string;
	readonly requestId?: string;
	/** A Long: kept as text where a JavaScript number cannot hold it. */
	readonly formId?: number | string;
	readonly result?: number;
	/** As received, in milliseconds or seconds. */
	readonly timestamp?: number;
	/** Whatever else Huawei sends, by its own name. */
	readonly unknownFields: Readonly<Record<string, unknown>>;
}

export type BodyFault = 'empty' | 'notJson' | 'noStatuses' | 'version1';

export type ParsedBody =
	| { readonly ok: true; readonly statuses: readonly ReceiptStatus[] }
	| { readonly ok: false; readonly reason: BodyFault };

type JsonObject = Readonly<Record<string, unknown>>;

const STATUS_FIELDS = new Set([
	'token',
	'pushType',
	'appPackageName',
	'biTag',
	'requestId',
	'deliveryStatus',
	'formStatus',
]);

const RESULT_FIELDS = new Set(['formId', 'result', 'timestamp']);

/** A form ID beyond the precision of a number is put in quotes before the text is parsed. */
const LONG_FORM_ID = /("formId"\s*:\s*)(\d{16,})(?=\s*[,}])/g;

/**
 * Parses the text of a body. An empty `statuses` array is valid and gives no status. An element
 * that is no object carries nothing and is left out; the statuses beside it still count.
 */
export function parseReceiptBody(text: string): ParsedBody {
	const json = text.replace(/^\uFEFF/, '').trim();
	if (json === '') return { ok: false, reason: 'empty' };

	let body: unknown;
	try {
		body = JSON.parse(json.replace(LONG_FORM_ID, '$1"$2"'));
	} catch {
		return { ok: false, reason: 'notJson' };
	}

	const statuses: unknown = isObject(body) ? body.statuses : undefined;
	if (!Array.isArray(statuses)) return { ok: false, reason: 'noStatuses' };
	const elements = statuses.filter(isObject);
	if (elements.length === 0 && statuses.length > 0) return { ok: false, reason: 'noStatuses' };
	if (elements.some(isVersion1) && !elements.some(isVersion2)) {
		return { ok: false, reason: 'version1' };
	}
	return { ok: true, statuses: elements.map(readStatus) };
}

function isVersion2(element: JsonObject): boolean {
	return 'pushType' in element || 'deliveryStatus' in element || 'formStatus' in element;
}

function isVersion1(element: JsonObject): boolean {
	return !isVersion2(element) && ('status' in element || 'appid' in element);
}

function readStatus(element: JsonObject): ReceiptStatus {
	const { deliveryStatus, formStatus } = element;
	const outcome = isObject(formStatus)
		? formStatus
		: isObject(deliveryStatus)
			? deliveryStatus
			: {};
	return {
		token: readText(element.token) ?? '',
		pushType: readNumber(element.pushType),
		appPackageName: readText(element.appPackageName),
		biTag: readText(element.biTag),
		requestId: readText(element.requestId),
		formId: readFormId(outcome.formId),
		result: readNumber(outcome.result),
		timestamp: readNumber(outcome.timestamp),
		unknownFields: { ...omit(outcome, RESULT_FIELDS), ...omit(element, STATUS_FIELDS) },
	};
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function omit(source: JsonObject, known: ReadonlySet<string>): JsonObject {
	return Object.fromEntries(Object.entries(source).filter(([name]) => !known.has(name)));
}

function readText(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function readNumber(value: unknown): number | undefined {
	if (typeof value === 'string' && value.trim() !== '') return readNumber(Number(value));
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function readFormId(value: unknown): number | string | undefined {
	const number = readNumber(value);
	return number !== undefined && Number.isSafeInteger(number) ? number : readText(value);
}
