/** Whom a run from the editor may reach where the credential names no Test Tokens: the first of the list. */

import type { EarlierRuns } from '../../../push-kit/recipients/earlierRuns';

/** Push tokens that a node may reach in one execution, over all its runs. */
export const SAFE_TOKENS = 10;

/** @param earlier whom the node has reached in this execution, whom it may reach again */
export function isWithinSafe(token: string, earlier: EarlierRuns): boolean {
	return earlier.recipients < SAFE_TOKENS || earlier.has(token);
}
