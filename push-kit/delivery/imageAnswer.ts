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

/** Longest address that is passed on: browsers and servers take none that is much longer. */
const LONGEST_ADDRESS = 4000;

/** The outcome of a picture, with what an operator needs of it. */
export function describePicture(outcome: TokenOutcome, body: unknown): TokenOutcome {
	if (outcome.outcome === 'accepted') return { ...outcome, details: readDetails(body) };
	return outcome;
}

/** What is neither an address nor a time is not passed on. */
function readDetails(body: unknown): ImageDetails {
	const { downloadUrl, expireTime } = membersOf(body);
	const isReadable = typeof expireTime === 'string' || typeof expireTime === 'number';
	const end = isReadable && /^\d{1,12}$/.test(String(expireTime)) ? String(expireTime) : '0';
	return {
		...(isAddress(downloadUrl) && { downloadUrl }),
		...(Number(end) > 0 && {
			expireTime: end,
			expiresAt: new Date(Number(end) * 1000).toISOString(),
		}),
	};
}

function isAddress(value: unknown): value is string {
	return (
		typeof value === 'string' &&
		value.length <= LONGEST_ADDRESS &&
		/^https:\/\/\S+$/i.test(value) &&
		URL.canParse(value)
	);
}
