/** The signature of a receipt call, read and verified without the code under test. */
import { createHmac } from 'node:crypto';

import type { ReceivedCall } from '../../../builders/sandbox/receiver';

export function readSignature({ headers }: ReceivedCall) {
	const header = String(headers['x-huawei-callback-id']);
	const match = /^timestamp=(\d{13});nonce=([0-9a-f-]{36});value=([A-Za-z0-9+/]{43}=)$/.exec(
		header,
	);
	const [, timestamp = '', nonce = '', value = ''] = match ?? [];
	return { header, timestamp, nonce, value };
}

/** Whether the call is signed with this key in the name of this user. */
export function verifies(call: ReceivedCall, userName: string, key: Buffer): boolean {
	const { timestamp, nonce, value } = readSignature(call);
	const hmac = createHmac('sha256', key).update(`${timestamp}${nonce}${userName}`);
	return hmac.digest('base64') === value;
}
