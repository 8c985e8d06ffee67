/** Whom a run to the tokens of files goes to: all of them, or the few that a run from the editor may reach. */

import type { EarlierRuns } from '../../../push-kit/recipients/earlierRuns';
import type { ListPortion } from '../../../push-kit/delivery/outcomeLedger';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { partsWithTokens, type ListCampaign } from './listCampaign';
import type { RunSettings } from './runSettings';
import { isWithinSafe, SAFE_TOKENS } from './safeTokens';

/** Whom the run goes to. */
interface Target {
	/** Tokens in all. */
	readonly total: number;
	/** Tokens of the lists that get nothing, because their variant says so. */
	readonly heldOut: number;
	/** Those of each message, the held out ones among them. */
	readonly ofMessage: ReadonlyMap<OutgoingMessage, number>;
	/** Tokens of the lists that a run from the editor does not reach. */
	readonly heldBack: number;
	portions(): AsyncGenerator<ListPortion<OutgoingMessage>, undefined>;
}

export async function targetOf(
	{ testTokens, earlier }: RunSettings,
	campaign: ListCampaign,
): Promise<Target> {
	const { lists, first, counts } = campaign;
	const { distinct, heldOut } = counts;
	if (testTokens !== undefined && testTokens.length > 0 && first !== undefined) {
		const tokens = [...new Set(testTokens)];
		return {
			total: tokens.length,
			heldOut,
			ofMessage: new Map([[first, tokens.length]]),
			heldBack: distinct,
			async *portions() {
				yield await Promise.resolve({ message: first, tokens, first: 0, list: 0, part: 0 });
				return undefined;
			},
		};
	}
	const total = testTokens === undefined ? distinct : await takeFirst(campaign, earlier);
	const portions = () => lists.portions(total);
	const ofMessage = new Map<OutgoingMessage, number>();
	const add = (message: OutgoingMessage, tokens: number) =>
		ofMessage.set(message, (ofMessage.get(message) ?? 0) + tokens);
	if (total === distinct) {
		for (const { part, tokens } of partsWithTokens(campaign)) add(part.message, tokens);
	} else {
		for await (const { message, tokens } of portions()) add(message, tokens.length);
	}
	return { total, heldOut, ofMessage, heldBack: distinct - total, portions };
}

/** The number of tokens at the beginning of the lists that a run from the editor reaches. */
async function takeFirst({ lists }: ListCampaign, earlier: EarlierRuns): Promise<number> {
	let total = 0;
	for await (const { tokens } of lists.portions(SAFE_TOKENS)) {
		for (const token of tokens) {
			if (!isWithinSafe(token, earlier)) return total;
			earlier.add(token);
			total += 1;
		}
	}
	return total;
}
