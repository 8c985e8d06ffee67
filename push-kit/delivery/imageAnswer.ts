/** What an answer of the image check tells beyond the outcome (`push-image-control`). */

import { membersOf } from '../json';
import type { TokenOutcome } from './outcome';

/** Of a picture that passed: where it is to be loaded from, and until when. */
export interface ImageDetails extends Readonly<Record<string, string | undefined>> {
	readonly downloadUrl?: string;
	/** Unix seconds, as Huawei sends them: a string. */
	readonly expireTime?: string;
	/** The same as ISO 8601 in UTC. */
	readonly expiresAt?: string;
}

/** Longest address that is handed on. */
const LONGEST_URL = 4096;

/** The outcome of a picture, with what an operator needs of it. */
export function describePicture(outcome: TokenOutcome, body: unknown): TokenOutcome {
	if (outcome.outcome === 'accepted') return { ...outcome, details: readDetails(body) };
	if (outcome.outcome !== 'unknown') return outcome;
	return {
		...outcome,
		// Checking twice checks once.
		verdict: 'retryLater',
		advice: "Huawei's answer did not arrive. Verify the picture again.",
	};
}

function readDetails(body: unknown): ImageDetails {
	const { downloadUrl, expireTime } = membersOf(typeof body === 'string' ? undefined : body);
	const date = new Date(Number(expireTime) * 1000);
	const hasDate = Number(expireTime) > 0 && !Number.isNaN(date.getTime());
	return {
		...(typeof downloadUrl === 'string' && downloadUrl.length <= LONGEST_URL && { downloadUrl }),
		...(typeof expireTime === 'string' && expireTime.length <= 20 && { expireTime }),
		...(hasDate && { expiresAt: date.toISOString() }),
	};
}
