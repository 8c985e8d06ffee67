import type { IllegalTokens } from './answers';
import { isNoToken } from '../rules/tokens';
import type { State } from '../state/state';

/** Huawei's reason for a text that is no push token. */
const MALFORMED = 'tokenFormatError';

/** The tokens of one request: those accepted, in order, and those refused, by reason. */
export interface SortedTokens {
	accepted: string[];
	illegalTokens: IllegalTokens;
}

/**
 * Sorts tokens by what is scripted for them. Without a script every token is good but those that are none, and those of a sandbox that is set to refuse all.
 *
 * @param reasonForAll refuses every token, whatever is scripted
 */
export function sortTokens(
	{ scripts, settings }: Pick<State, 'scripts' | 'settings'>,
	tokens: string[],
	reasonForAll?: string,
): SortedTokens {
	const { refuseEveryToken } = settings;
	const nothingSet = scripts.noneRefused && refuseEveryToken === '' && reasonForAll === undefined;
	if (nothingSet && !tokens.some(isNoToken)) return { accepted: tokens, illegalTokens: {} };

	const findReason = (token: string): string | undefined => {
		const own = reasonForAll ?? scripts.get(token)?.reason;
		return own ?? (isNoToken(token) ? MALFORMED : refuseEveryToken || undefined);
	};
	const accepted: string[] = [];
	const byReason = new Map<string, string[]>();
	for (const token of tokens) {
		const reason = findReason(token);
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
