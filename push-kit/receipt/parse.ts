/**
 * The body of a receipt call. V2: `{ statuses: [{ token, pushType, appPackageName, biTag?,
 * requestId, deliveryStatus | formStatus: { result, timestamp, formId? } }] }`, documented with at
 * most 100 statuses; more are taken all the same. V1 (of the old HMS Core) lacks push type and
 * app, and is told apart so that the operator can be told where to choose V2.
 * Source pages: `push-api-msg-receipt`, `push-receiptapi`.
 */
import { copyUnknown, isObject, type JsonObject, parseKeepingDigits } from './receiptJson';
import { trimInvisible } from '../visibleText';

/** One element of `statuses`, with the members of `deliveryStatus` or `formStatus` beside it. */
export interface ReceiptStatus {
	/** Empty where the status names no push token. */
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
	readonly unknownFields: JsonObject;
}

export type BodyFault = 'empty' | 'notJson' | 'noStatuses' | 'tooManyStatuses' | 'version1';

export type ParsedBody =
	| { readonly ok: true; readonly statuses: readonly ReceiptStatus[] }
	| { readonly ok: false; readonly reason: BodyFault };

/** Fifty times what Huawei documents. More is no call of Huawei's, and would keep n8n busy. */
export const MOST_STATUSES = 5000;

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

/** Of a form update, whose outcome stands in `formStatus`. */
const FORM_PUSH_TYPE = 1;

/**
 * Parses the text of a body. An empty `statuses` array is valid and gives no status. An element
 * that is no object carries nothing and is left out; the statuses beside it still count.
 */
export function parseReceiptBody(text: string): ParsedBody {
	// Takes a byte order mark away too.
	const json = text.trim();
	if (json === '') return { ok: false, reason: 'empty' };

	let body: unknown;
	try {
		body = parseKeepingDigits(json);
	} catch {
		return { ok: false, reason: 'notJson' };
	}

	const statuses: unknown = isObject(body) ? body.statuses : undefined;
	if (!Array.isArray(statuses)) return { ok: false, reason: 'noStatuses' };
	if (statuses.length > MOST_STATUSES) return { ok: false, reason: 'tooManyStatuses' };
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
	const pushType = readNumber(element.pushType);
	const outcome = findOutcome(element, pushType);
	return {
		token: readToken(element.token),
		pushType,
		appPackageName: readText(element.appPackageName),
		biTag: readText(element.biTag),
		requestId: readText(element.requestId),
		formId: readFormId(outcome.formId),
		result: readNumber(outcome.result),
		timestamp: readNumber(outcome.timestamp),
		unknownFields: {
			...copyUnknown(outcome, RESULT_FIELDS),
			...copyUnknown(element, STATUS_FIELDS),
		},
	};
}

/** The one of the two that the push type calls for; the other where only that holds a result. */
function findOutcome({ deliveryStatus, formStatus }: JsonObject, pushType?: number): JsonObject {
	const both =
		pushType === FORM_PUSH_TYPE ? [formStatus, deliveryStatus] : [deliveryStatus, formStatus];
	const outcomes = both.filter(isObject);
	return outcomes.find(({ result }) => readNumber(result) !== undefined) ?? outcomes[0] ?? {};
}

/** What a system writes for "none"; signs alone may mean every row to a database. */
const NO_TOKEN = /^(?:null|undefined|none|nil|nan|n\/a|unknown|empty|[^\p{L}\p{N}]*)$/iu;

/** A push token is a text; whatever else stands there names no device. */
function readToken(value: unknown): string {
	const token = typeof value === 'string' ? trimInvisible(value) : '';
	return NO_TOKEN.test(token) ? '' : token;
}

function readText(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number, or a text of decimal digits. */
const DIGITS = /^\s*-?\d{1,20}\s*$/;

function readNumber(value: unknown): number | undefined {
	if (typeof value === 'string' && DIGITS.test(value)) return Number(value);
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A number only where it is the same in digits. */
function readFormId(value: unknown): number | string | undefined {
	const text = readText(value)?.trim();
	if (text === undefined || text === '') return undefined;
	const number = Number(text);
	return Number.isSafeInteger(number) && String(number) === text ? number : text;
}
