import { createHmac, randomUUID } from 'node:crypto';

export const SIGNATURE_HEADER = 'X-HUAWEI-CALLBACK-ID';

/** How the HMAC key is made of the secret: newer configurations decode base64, old ones do not. */
export type SecretEncoding = 'base64' | 'text';

export interface SigningKey {
	userName: string;
	secret: string;
	secretEncoding: SecretEncoding;
}

/**
 * The value of `X-HUAWEI-CALLBACK-ID` (`push-msg-receipt`): an HMAC-SHA256 over time, nonce and
 * user name without separators. The body is not signed.
 *
 * @param timestamp milliseconds, 13 digits
 */
export function signReceipt(key: SigningKey, timestamp: number, nonce: string = randomUUID()) {
	const secret = Buffer.from(key.secret, key.secretEncoding === 'base64' ? 'base64' : 'utf8');
	const value = createHmac('sha256', secret)
		.update(`${timestamp}${nonce}${key.userName}`, 'utf8')
		.digest('base64');
	return `timestamp=${timestamp};nonce=${nonce};value=${value}`;
}
