import type { IllegalTokens } from '../answers';
import type { State } from '../state';

/** The tokens of one request: those accepted, in order, and those refused, by reason. */
export interface SortedTokens {
	accepted: string[];
	illegalTokens: IllegalTokens;
}

/**
 * Sorts tokens by what is scripted for them or is their device's fate. Without either every token is good, for the length
 * and form of tokens are not fixed (`push-get-token`); only an empty one is malformed.
 *
 * @param reasonForAll refuses every token, whatever is scripted
 */
export function sortTokens(
	{ scripts, devices }: Pick<State, 'scripts' | 'devices'>,
	tokens: string[],
	reasonForAll?: string,
): SortedTokens {
	const nothingScripted = scripts.empty && devices.noneRefused;
	if (nothingScripted && reasonForAll === undefined && !tokens.includes('')) {
		return { accepted: tokens, illegalTokens: {} };
	}
	const accepted: string[] = [];
	const byReason = new Map<string, string[]>();
	for (const token of tokens) {
		const scripted = reasonForAll ?? scripts.get(token)?.reason ?? devices.findReason(token);
		const reason = scripted ?? (token === '' ? 'tokenFormatError' : undefined);
		if (reason === undefined) {
			accepted.push(token);
			continue;
		}
		const refused = byReason.get(reason);
		if (refused) refused.push(token);
		else byReason.set(reason, [token]);
	}
	return { accepted, illegalTokens: Object.fromEntries(byReason) };
}
