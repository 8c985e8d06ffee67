/** Sends groups of equal messages that are at hand, and judges what became of them. */

import type { DeliveryOptions, RequestRules } from './deliveryOptions';
import type { MessageGroup } from './grouping';
import { judge } from './judgement';
import type { TokenOutcome } from './outcome';
import { sendPortions } from './sendPortions';
import { supplyOf } from './supply';

/**
 * Sends every group and gives the outcomes of its tokens, parallel to `groups` and to their `tokens`.
 * Never throws for anything that happens on the way: each token has exactly one outcome.
 */
export async function deliver<M>(
	groups: ReadonlyArray<MessageGroup<M>>,
	rules: RequestRules<M>,
	options: DeliveryOptions,
): Promise<TokenOutcome[][]> {
	const outcomes = new Map<MessageGroup<M>, readonly TokenOutcome[]>();
	const { rest } = await sendPortions(supplyOf(groups), rules, options, (group, itsOutcomes) => {
		outcomes.set(group, itsOutcomes);
	});
	// The verdicts of a refusal rest on the whole run, so they are given when it is over.
	const settled = groups.map((group) => ({
		url: rules.url(group.message),
		tokens: group.tokens,
		outcomes: outcomes.get(group) ?? group.tokens.map(() => rest),
	}));
	return judge(settled, options.setUp, options.record);
}
