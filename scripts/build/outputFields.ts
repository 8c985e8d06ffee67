/**
 * The fields of the items that come out, by operation: THE table that the output schemas are made of. The types
 * are those of the nodes themselves, so that a field which is new or renamed there does not compile here.
 */
import type { Operation } from '../../nodes/HuaweiPush/actions/operation';
import { subjectOf } from '../../nodes/HuaweiPush/run/subject';
import type { ImageDetails } from '../../push-kit/delivery/imageAnswer';
import type { MessageReport } from '../../push-kit/delivery/outgoing';
import type { TokenOutcome } from '../../push-kit/delivery/outcome';
import type { Receipt } from '../../push-kit/receipt/receipt';

/** JSON Schema's names of what stands in a field. */
export type JsonType = 'string' | 'integer' | 'boolean';

type JsonTypeOf<T> = T extends string ? 'string' : T extends number ? 'integer' : 'boolean';

/** Fields by name, in the order in which an item has them. */
export type OutputFields = Readonly<Record<string, JsonType>>;

/** The named members of `T`, optional ones and those that may be null as well. */
type FieldsOf<T> = {
	readonly [K in keyof T as string extends K ? never : K]-?: JsonTypeOf<NonNullable<T[K]>>;
};

/** What only the Problem output tells, or no output at all. */
type NotOfAccepted =
	| 'status'
	| 'reason'
	| 'reasons'
	| 'details'
	| 'verdict'
	| 'advice'
	| 'notBefore';

const OUTCOME: FieldsOf<Omit<TokenOutcome, NotOfAccepted>> = {
	outcome: 'string',
	requestId: 'string',
	code: 'string',
};

type Report = FieldsOf<MessageReport>;

/** Of a field of the report: its type, and which operations tell it of a production message. */
type ReportRow<K extends keyof Report> = readonly [
	type: Report[K],
	isToldBy: (operation: Operation) => boolean,
];

const REPORT: { readonly [K in keyof Report]: ReportRow<K> } = {
	messageType: ['string', () => true],
	// No field of a production message.
	testMessage: ['boolean', () => false],
	biTag: ['string', ({ kind }) => kind === 'send'],
	notifyId: ['integer', asksFor('notifyId')],
	activityId: ['integer', asksFor('activityId')],
	formId: ['integer', asksFor('formId')],
	variant: ['string', (operation) => operation.kind === 'send' && operation.hasVariants === true],
};

const IMAGE_DETAILS: FieldsOf<ImageDetails> = {
	downloadUrl: 'string',
	expireTime: 'string',
	expiresAt: 'string',
};

/** An ID is told where the form asks for it; a message of any kind may have any. */
function asksFor(name: string): (operation: Operation) => boolean {
	return (operation) =>
		(operation.kind === 'send' && operation.pushTypeField !== undefined) ||
		namesIn(operation.fields).includes(name);
}

function namesIn(fields: readonly object[]): string[] {
	return fields.flatMap((field) => [
		...('name' in field && typeof field.name === 'string' ? [field.name] : []),
		...('options' in field && Array.isArray(field.options) ? namesIn(field.options) : []),
		...('values' in field && Array.isArray(field.values) ? namesIn(field.values) : []),
	]);
}

/** An item on Accepted of a production run. */
export function acceptedFields(operation: Operation): OutputFields {
	const { outcome, ...answer } = OUTCOME;
	const report = Object.entries(REPORT)
		.filter(([, [, isToldBy]]) => isToldBy(operation))
		.map(([name, [type]]) => [name, type] as const);
	return {
		[subjectOf(operation).target]: 'string',
		outcome,
		...Object.fromEntries(report),
		...(operation.kind === 'images' && IMAGE_DETAILS),
		...answer,
	};
}

/** An item of the trigger. */
export const RECEIPT_FIELDS: FieldsOf<Receipt> = {
	pushToken: 'string',
	messageType: 'string',
	pushType: 'integer',
	delivered: 'boolean',
	result: 'integer',
	resultText: 'string',
	event: 'string',
	verdict: 'string',
	advice: 'string',
	pausedUntil: 'string',
	scope: 'string',
	requestId: 'string',
	biTag: 'string',
	appPackageName: 'string',
	formId: 'integer',
	deliveredAt: 'string',
	receiptKey: 'string',
};
