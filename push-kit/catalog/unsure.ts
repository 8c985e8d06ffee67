/** What is told where Huawei did nothing of what it was asked for, and where nobody knows whether it did. */
import type { HttpStatus } from './httpStatuses';
import type { Endpoint, ResponseCode } from './responseCodes';
import type { Verdict } from './verdicts';

interface Unsure {
	readonly verdict: Verdict;
	readonly advice: string;
}

/** The first sentence, or the last, of whatever ended before the first request. */
export const NOTHING_DONE: Readonly<Record<Endpoint, string>> = {
	send: 'Nothing was sent.',
	revoke: 'Nothing was withdrawn.',
	verify: 'Nothing was verified.',
};

/** A message twice is shown twice; whatever else is asked for, asking twice does it once. */
export const UNSURE: Readonly<Record<Endpoint, Unsure>> = {
	send: {
		verdict: 'keep',
		advice:
			'The message may have been sent all the same. Wait for its receipt, and send it again only if a second copy does no harm. What was sent with a Campaign ID (under Options) can be sent again: the phone shows no second copy.',
	},
	revoke: {
		verdict: 'retryLater',
		advice: 'The message may have been withdrawn or not. Revoke it again: that does no harm.',
	},
	verify: {
		verdict: 'retryLater',
		advice: 'Verify the picture again: that does no harm.',
	},
};

/** @param ifItStays the next click where that does not help, '' for none */
export function adviseUnsure(endpoint: Endpoint, ifItStays = ''): string {
	const { advice } = UNSURE[endpoint];
	return ifItStays === '' ? advice : `${advice} If it stays: ${ifItStays}`;
}

/** The next click after a status or a code: of what leaves open what became of the request, as the endpoint wants it. */
export function remedyOf(
	row: Pick<HttpStatus, 'outcome' | 'remedy'> | Pick<ResponseCode, 'effect' | 'remedy'>,
	endpoint: Endpoint,
): string {
	const isUnsure = 'effect' in row ? row.effect === 'unknown' : row.outcome === 'unknown';
	return isUnsure ? adviseUnsure(endpoint, row.remedy) : row.remedy;
}
