/** Signature headers made on their own, and their verification in one call. */
import { createHmac } from 'node:crypto';

import {
	type CallbackAccount,
	parseSignatureHeader,
	type SignatureHeader,
	verifySignature,
} from '../../../../push-kit/receipt/signature';

export const NOW = 1_790_000_000_000;

export const AT_NOW = { now: NOW, tolerance: 300 };

export const verify = (
	header: SignatureHeader,
	account: CallbackAccount,
	window: Parameters<typeof verifySignature>[2],
) => verifySignature(parseSignatureHeader(header), account, window);

/** The account whose secret signs `header()`. */
export function account(overrides: Partial<CallbackAccount> = {}): CallbackAccount {
	return {
		userName: 'shop-receipts',
		secret: Buffer.alloc(32, 7).toString('base64'),
		secretEncoding: 'auto',
		...overrides,
	};
}

/** A header signed on its own, without the code under test. */
export function header(
	overrides: { timestamp?: string; nonce?: string; userName?: string; key?: Buffer } = {},
): string {
	const { timestamp = String(NOW), nonce = 'n-1', userName = 'shop-receipts' } = overrides;
	const value = createHmac('sha256', overrides.key ?? Buffer.alloc(32, 7))
		.update(timestamp + nonce + userName)
		.digest('base64');
	return `timestamp=${timestamp};nonce=${nonce};value=${value}`;
}
