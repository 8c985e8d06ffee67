/** Calls that the trigger has to refuse, and that must start nothing. */
import { randomBytes } from 'node:crypto';
import { SIGNATURE_HEADER, signReceipt } from '../../../sandbox/receipts/signature';
import type { ReceiptData } from '../../../scripts/start/sandbox';
import { makeStatus, signCall, type ReceiptCall } from './receiptCalls';

export interface BadCall extends ReceiptCall {
	kind: string;
	/** The answer; n8n itself answers a body that is no JSON with 422. */
	expectedStatus: number;
}

type Maker = (url: string, account: ReceiptData, used: ReceiptCall) => ReceiptCall;

function withHeader(call: ReceiptCall, value: string): ReceiptCall {
	return { ...call, headers: { ...call.headers, [SIGNATURE_HEADER]: value } };
}

function signAt({ userName, secret }: ReceiptData, time: number): string {
	return signReceipt({ userName, secret, secretEncoding: 'base64' }, time);
}

const KINDS: ReadonlyArray<{ kind: string; expectedStatus: number; make: Maker }> = [
	{
		kind: 'signed with another key',
		expectedStatus: 401,
		make: (url, account) =>
			signCall(url, { ...account, secret: randomBytes(32).toString('base64') }, [makeStatus()]),
	},
	{
		kind: 'signed for another user name',
		expectedStatus: 401,
		make: (url, account) => signCall(url, { ...account, userName: 'mallory' }, [makeStatus()]),
	},
	{
		kind: 'not signed',
		expectedStatus: 401,
		make: (url) => ({
			url,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ statuses: [makeStatus()] }),
		}),
	},
	{
		kind: 'ten minutes old',
		expectedStatus: 401,
		make: (url, account) =>
			withHeader(signCall(url, account, [makeStatus()]), signAt(account, Date.now() - 600_000)),
	},
	{
		kind: 'an overheard signature with another body',
		expectedStatus: 401,
		make: (_, __, used) => ({ ...used, body: JSON.stringify({ statuses: [makeStatus()] }) }),
	},
	{
		kind: 'a header without a value',
		expectedStatus: 401,
		make: (url, account) =>
			withHeader(signCall(url, account, [makeStatus()]), `timestamp=${Date.now()};nonce=a`),
	},
	{
		kind: 'a body without statuses',
		expectedStatus: 400,
		make: (url, account) => ({ ...signCall(url, account, []), body: '{"status":[]}' }),
	},
	{
		kind: 'a body cut off',
		expectedStatus: 422,
		make: (url, account) => {
			const call = signCall(url, account, [makeStatus()]);
			return { ...call, body: call.body.slice(0, -20) };
		},
	},
];

/**
 * `count` bad calls, of all kinds in turn from `firstKind` on. `used`: a call that was taken before,
 * to be replayed.
 */
export function makeBadCalls(
	url: string,
	account: ReceiptData,
	used: ReceiptCall,
	count: number,
	firstKind = 0,
): BadCall[] {
	return Array.from({ length: count }, (_, i) => {
		const entry = KINDS[(firstKind + i) % KINDS.length];
		if (!entry) throw new Error('firstKind must be a whole number from 0 on.');
		const { kind, expectedStatus, make } = entry;
		return { ...make(url, account, used), kind, expectedStatus };
	});
}
