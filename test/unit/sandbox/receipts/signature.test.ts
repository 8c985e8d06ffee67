import { createHmac } from 'node:crypto';

import { signReceipt } from '../../../../sandbox/receipts/signature';
import published from '../../../vectors/receipt-signature.json';

describe('signReceipt', () => {
	it.each(published.vectors)('matches the vector: $description', (vector) => {
		const secretEncoding = vector.secretEncoding === 'base64' ? 'base64' : 'text';
		const { userName, secret } = vector;
		const header = signReceipt(
			{ userName, secret, secretEncoding },
			Number(vector.timestamp),
			vector.nonce,
		);
		expect(header).toBe(vector.header);
	});

	it('takes a new nonce, a UUID, for every call', () => {
		const key = { userName: 'u', secret: 'c2VjcmV0', secretEncoding: 'base64' } as const;
		const headers = [signReceipt(key, 1790000000123), signReceipt(key, 1790000000123)];
		const nonces = headers.map((header) => /;nonce=([0-9a-f-]{36});value=/.exec(header)?.[1]);
		expect(new Set(nonces).size).toBe(2);
		expect(nonces).not.toContain(undefined);
		const value = createHmac('sha256', 'secret')
			.update(`1790000000123${nonces[0]}u`)
			.digest('base64');
		expect(headers[0]?.endsWith(`;value=${value}`)).toBe(true);
	});
});
