/** Receipt calls at full speed, each signed with a nonce of its own, as Huawei signs them. */
import autocannon from 'autocannon';
import { SIGNATURE_HEADER, signReceipt, type SigningKey } from '../sandbox/receipts/signature';

export const CONNECTIONS = 8;

export interface Load {
	url: string;
	body: string;
	key: SigningKey;
	seconds: number;
}

/** Calls answered with success in a second. Throws if any call was answered otherwise. */
export async function measureRate({ url, body, key, seconds }: Load): Promise<number> {
	const result = await autocannon({
		url,
		connections: CONNECTIONS,
		duration: seconds,
		requests: [
			{
				method: 'POST',
				body,
				setupRequest: (request) => ({
					...request,
					headers: {
						'content-type': 'application/json',
						[SIGNATURE_HEADER]: signReceipt(key, Date.now()),
					},
				}),
			},
		],
	});
	if (result.non2xx > 0 || result.errors > 0) {
		throw new Error(
			`Of ${result.requests.total} receipt calls ${result.non2xx} were refused and ${result.errors} failed.`,
		);
	}
	return result['2xx'] / result.duration;
}
