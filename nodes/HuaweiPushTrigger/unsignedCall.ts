/**
 * What becomes of a call without a signature. It never starts anything; the question is only what
 * it is answered.
 *
 * AppGallery Connect's receipt test comes without a signature and without a receipt, by one source,
 * and a configuration whose test is refused cannot be saved: such a call is acknowledged. One with
 * a receipt is refused, so that Huawei, who has no success, may send it again once it signs.
 */
import { parseReceiptBody } from '../../push-kit/receipt/parse';

/** Bytes. A test is small; strangers get no more work done than this. */
const LARGEST_TEST = 262_144;

export type UnsignedVerdict = 'acknowledge' | 'missing' | 'version1';

/**
 * Judges the body of an unsigned call; `undefined` for one that could not be read.
 * `acknowledgeAll`: *Acknowledge Unsigned Calls*. A V1 body is refused even then: saved like that,
 * no receipt would ever be taken.
 */
export function judgeUnsigned(body: Buffer | undefined, acknowledgeAll: boolean): UnsignedVerdict {
	if (body === undefined || body.length > LARGEST_TEST) {
		return acknowledgeAll ? 'acknowledge' : 'missing';
	}
	const parsed = parseReceiptBody(body.toString('utf8'));
	if (!parsed.ok && parsed.reason === 'version1') return acknowledgeAll ? 'version1' : 'missing';
	if (acknowledgeAll) return 'acknowledge';
	const holdsReceipts = parsed.ok
		? parsed.statuses.some(({ token }) => token !== '')
		: parsed.reason === 'tooManyStatuses';
	return holdsReceipts ? 'missing' : 'acknowledge';
}
