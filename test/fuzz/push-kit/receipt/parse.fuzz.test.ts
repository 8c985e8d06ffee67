/** The body of a receipt call, up to the items that a workflow gets. */
import fc, { type Arbitrary } from 'fast-check';

import { parseReceiptBody } from '../../../../push-kit/receipt/parse';
import { describeReceipt, type Receipt } from '../../../../push-kit/receipt/receipt';
import { checkCases, checkEndless } from '../../cases';
import {
	damaged,
	deepJson,
	mostly,
	objectOf,
	wildText,
	wildValue,
	withChanges,
} from '../../hostile';
import { holdToLaws } from '../../laws';

const NOW = 1_790_000_000_000;

const RESULT = { result: 0, timestamp: NOW, formId: 42 };

const STATUS = {
	token: 'MASI-a-push-token-of-this-test',
	pushType: 0,
	appPackageName: 'com.example.shop',
	biTag: 'spring',
	requestId: '17',
};

/** Of V2 and V1, with fields that are no such fields, and with ours. */
const status: Arbitrary<unknown> = fc.oneof(
	fc
		.tuple(
			withChanges(STATUS),
			fc.constantFrom('deliveryStatus', 'formStatus', '__proto__', 'result'),
			fc.oneof(withChanges(RESULT), wildValue),
		)
		.map(([members, name, result]) =>
			Object.fromEntries([...Object.entries(members), [name, result]]),
		),
	withChanges({ token: 't', status: 0, appid: '1', requestId: '1', timestamp: 1 }),
	objectOf(
		wildValue,
		fc.constantFrom('verdict', 'pausedUntil', 'scope', 'receiptKey', 'event', '__proto__', 'token'),
	),
	wildValue,
);

const PIECES = [
	...[
		'{"statuses":[',
		'{',
		'"formId":',
		'"formId":1',
		'1',
		'"formId": ',
		'"requestId":',
		'"token":"',
	],
	...['"formId":12345678901234567890', '9007199254740993', ',', '"', '\\', 'x', '{"token":"a"},'],
	...['"statuses":', '{"statuses":[]}', '"__proto__":', '-', '1e9'],
];

const text: Arbitrary<string> = fc.oneof(
	fc.array(status, { maxLength: 4 }).map((statuses) => JSON.stringify({ statuses })),
	fc.array(status, { maxLength: 2 }).map((statuses) => JSON.stringify({ statuses }, null, '\t')),
	wildValue.map((statuses) => JSON.stringify({ statuses })),
	wildValue.map((value) => JSON.stringify(value)),
	deepJson.map((json) => `{"statuses":[{"token":"t","extra":${json}}]}`),
	deepJson,
	wildText,
);

function itemsOf(body: string): Receipt[] {
	const parsed = parseReceiptBody(body);
	return parsed.ok ? parsed.statuses.map((one) => describeReceipt(one, NOW)) : [];
}

const VERDICTS = ['keep', 'remove', 'pause', 'fixSetup', 'fixMessage', 'retryLater'];

const isTime = (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** Whether a receipt is what its type says, and gives nobody up whom it does not name. */
function isSound(receipt: Receipt): boolean {
	const { pushToken, messageType, delivered, verdict, receiptKey, deliveredAt, pausedUntil } =
		receipt;
	return (
		[pushToken, messageType].every((text) => typeof text === 'string') &&
		typeof delivered === 'boolean' &&
		VERDICTS.includes(verdict) &&
		/^[0-9a-f]{32}$/.test(receiptKey) &&
		(deliveredAt === null || isTime(deliveredAt)) &&
		(pausedUntil === undefined || isTime(pausedUntil)) &&
		(verdict !== 'remove' || pushToken !== '')
	);
}

function expectSound(body: string): void {
	const receipts = holdToLaws(() => itemsOf(body)) ?? [];
	expect(receipts.filter((receipt) => !isSound(receipt))).toEqual([]);
}

test('any body gives receipts or a reason', () => {
	checkCases(mostly(damaged(text, PIECES), PIECES), expectSound);
});

test('no piece of a body is slow, however often it stands there', () => {
	checkEndless(PIECES, expectSound);
});
