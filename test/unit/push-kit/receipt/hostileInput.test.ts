/**
 * What strangers may send: large, deep and misshapen input. 200 kB in two seconds is a bound for a
 * busy machine, which only work that grows with the square of the length misses.
 */
import fc from 'fast-check';

import { findAccountFault } from '../../../../push-kit/receipt/accountFaults';
import { parseReceiptBody } from '../../../../push-kit/receipt/parse';
import { describeReceipt } from '../../../../push-kit/receipt/receipt';
import { decodeBase64Secret, parseSignatureHeader } from '../../../../push-kit/receipt/signature';
import { cpuMilliseconds } from '../../../builders/cpuTime';

const SIZE = 200_000;
const BOUND = 2_000;

const of = (piece: string, size = SIZE) => piece.repeat(Math.floor(size / piece.length));

/** Reads a body and describes its receipts; gives what became of it, and the time in milliseconds. */
function take(body: string) {
	const started = cpuMilliseconds();
	const parsed = parseReceiptBody(body);
	const receipts = parsed.ok ? parsed.statuses.map((status) => describeReceipt(status, 0)) : [];
	const milliseconds = cpuMilliseconds() - started;
	return { reason: parsed.ok ? undefined : parsed.reason, receipts, milliseconds };
}

const status = (members: string) => `{"statuses":[{"token":"T",${members}}]}`;

describe('a body of 200 kB', () => {
	it.each<[string, string, string | undefined]>([
		['quotation marks', of('"'), 'notJson'],
		['escaped quotation marks', `"${of('\\"')}`, 'notJson'],
		['backslashes', `["${of('\\')}"]`, 'noStatuses'],
		['digits', `[${of('1')}]`, 'noStatuses'],
		['digits that end wrongly', `[${of('1')}x`, 'notJson'],
		['long numbers', `[${of('9007199254740993,')}1]`, 'noStatuses'],
		['a long number before blanks', `[9007199254740993${of(' ')}x`, 'notJson'],
		['long numbers without commas', `[${of('9007199254740993 ')}`, 'notJson'],
		['empty texts around a long number', `["",9007199254740993,${of('"",')}1]`, 'noStatuses'],
		['brackets', of('['), 'notJson'],
		['nested lists', of('[') + of(']'), 'noStatuses'],
		['nested objects', `${of('{"a":')}1${of('}', SIZE / 5)}`, 'noStatuses'],
		['blanks', of(' '), 'empty'],
		['empty statuses', `{"statuses":[${of('{},')}{}]}`, 'tooManyStatuses'],
		['numbers in place of statuses', `{"statuses":[${of('1,')}1]}`, 'tooManyStatuses'],
		['nesting in a status', status(`"x":${of('[')}${of(']')}`), undefined],
		['a result of blanks', status(`"deliveryStatus":{"result":"${of(' ')}x"}`), undefined],
		['a form ID of digits', status(`"pushType":1,"formStatus":{"formId":"${of('9')}"}`), undefined],
		['a token of blanks', `{"statuses":[{"token":"${of(' ')}"}]}`, undefined],
		['a token between blanks', `{"statuses":[{"token":"${of('\u200b')}x${of(' ')}"}]}`, undefined],
	])('of %s takes time for its length only', (_name, body, reason) => {
		const taken = take(body);
		expect(taken.reason).toBe(reason);
		expect(taken.milliseconds).toBeLessThan(BOUND);
	});

	it('of unknown members gives an item of a thousand values at most', () => {
		const members = Array.from({ length: 16_000 }, (_, index) => `"k${index}":[1]`).join(',');
		const { receipts, milliseconds } = take(status(members));
		expect(Object.keys(receipts[0] ?? {}).length).toBeLessThan(1020);
		expect(milliseconds).toBeLessThan(BOUND);
	});
});

describe('a header or secret of 200 kB', () => {
	it.each([
		['semicolons', of(';')],
		['equals signs', of('=')],
		['commas', of(',')],
		['digits', `timestamp=${of('1')}`],
		['Base64', `timestamp=1790000000123;nonce=a;value=${of('A')}!`],
		['blanks', `timestamp=${of(' ')}1`],
		['a JSON without an end', `{${of('"a":')}`],
		['dots', `eyJ${of('.a')}`],
	])('of %s takes time for its length only', (_name, text) => {
		const started = cpuMilliseconds();
		expect(parseSignatureHeader(text)).toEqual({ ok: false, reason: 'malformed' });
		expect(parseSignatureHeader([text, text])).toEqual({ ok: false, reason: 'malformed' });
		decodeBase64Secret(text);
		for (const secretEncoding of ['auto', 'base64'] as const) {
			expect(findAccountFault({ userName: 'u', secret: text, secretEncoding })).toMatch(/^Secret/);
		}
		expect(cpuMilliseconds() - started).toBeLessThan(BOUND);
	});
});

test('whatever comes, an item is plain data with our fields, and gives up no empty token', () => {
	const member = fc.jsonValue({ maxDepth: 3 });
	const name = fc.constantFrom(
		...['token', 'pushType', 'deliveryStatus', 'formStatus', 'requestId', 'biTag', 'result'],
		...['verdict', 'event', 'pausedUntil', 'scope', '__proto__', 'constructor', 'toString', 'x'],
	);
	const outcome = fc.record({
		result: fc.oneof(member, fc.constantFrom(0, 2, 6, 262)),
		timestamp: fc.oneof(member, fc.double(), fc.maxSafeInteger()),
	});
	const element = fc
		.tuple(fc.dictionary(name, member), fc.oneof(member, fc.string()), outcome)
		.map(([rest, token, deliveryStatus]) => ({ deliveryStatus, ...rest, token }));
	fc.assert(
		fc.property(fc.array(element, { maxLength: 4 }), (statuses) => {
			for (const receipt of take(JSON.stringify({ statuses })).receipts) {
				const { pushToken, verdict, event } = receipt;
				expect(typeof pushToken).toBe('string');
				if (pushToken === '') expect(['remove', 'pause']).not.toContain(verdict);
				if (verdict === 'remove') expect(event).toBe('tokenInvalid');
				expect(Object.keys(receipt)).not.toContain('__proto__');
				expect(Object.keys(receipt)).not.toContain('constructor');
				if (verdict !== 'pause') expect(receipt).not.toHaveProperty('pausedUntil');
				expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
			}
		}),
	);
});
