/**
 * A phone shows one message of a campaign (`message/campaign.ts`): of two different ones in a run it would hide
 * one, and which of them would be chance. So neither may be sent before somebody has decided.
 */

import { StepCount, type Steps } from '../steps';
import type { MessageGroup } from './grouping';

/** A recipient who cannot be served, and another who names the same token for another message. */
export interface Clash<R> {
	readonly recipient: R;
	readonly other: R;
}

/**
 * All recipients to whom two different messages of one campaign would go.
 *
 * @param campaignOf of a message; `undefined` for one that a phone shows whatever came before
 */
export function* findClashes<M, R>(
	groups: ReadonlyArray<MessageGroup<M, R>>,
	campaignOf: (message: M) => string | undefined,
): Steps<Array<Clash<R>>> {
	const clashes: Array<Clash<R>> = [];
	/** By campaign and token: who was first, and whether a second message came. */
	const firsts = new Map<string, Map<string, First<R>>>();
	const count = new StepCount();
	for (const { message, tokens, recipients } of groups) {
		const campaign = campaignOf(message);
		if (campaign === undefined) continue;
		const ofCampaign = firsts.get(campaign) ?? new Map<string, First<R>>();
		firsts.set(campaign, ofCampaign);
		for (const [index, token] of tokens.entries()) {
			if (count.isFullWithNext()) yield;
			const here = recipients[index] ?? [];
			const [second] = here;
			const first = ofCampaign.get(token);
			if (second === undefined) continue;
			if (first === undefined) {
				ofCampaign.set(token, { recipients: here, clashes: false });
				continue;
			}
			const [other] = first.recipients;
			if (other === undefined) continue;
			if (!first.clashes) {
				first.clashes = true;
				for (const recipient of first.recipients) clashes.push({ recipient, other: second });
			}
			for (const recipient of here) clashes.push({ recipient, other });
		}
	}
	return clashes;
}

interface First<R> {
	readonly recipients: readonly R[];
	clashes: boolean;
}
