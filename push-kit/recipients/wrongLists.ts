/** Which of many lists cannot be sent: each is read for itself, so that a thousand wrong ones do not cost a million. */

import type { BrokenList, ListClash, MetTokens, TokenList } from './tokenLists';

/** A list that cannot be read, or that goes to people to whom another list sends another message. */
export type WrongList = BrokenList | ListClash;

/** Where each token is met, and by which kind of list. */
interface Met {
	readonly ofKind: MetTokens;
	readonly ofKey: MetTokens;
}

/**
 * All lists, counted from 0, without which the others can be counted and sent. Of two that clash the earlier one stays.
 * What comes after a wrong list does not suffer from what was in it.
 *
 * @param makeSet for the time of the search
 */
export async function findWrongLists<M>(
	lists: ReadonlyArray<TokenList<M>>,
	makeSet: () => MetTokens,
): Promise<WrongList[]> {
	const wrong: WrongList[] = [];
	const met = new Map<unknown, MetTokens>();
	const shared = new Map<string, MetTokens>();
	for (const [list, one] of lists.entries()) {
		const places = one.onlyOne === undefined ? undefined : placesOf(one.kind, one.onlyOne);
		try {
			const clash = await countClash(one, places, makeSet);
			if (clash > 0) wrong.push({ list, tokens: clash });
			else if (places !== undefined) await addAll(one, places);
		} catch (error) {
			wrong.push({ list, error });
		}
	}
	return wrong;

	function placesOf(kind: unknown, key: string): Met {
		const ofKind = met.get(kind) ?? makeSet();
		const ofKey = shared.get(key) ?? makeSet();
		met.set(kind, ofKind);
		shared.set(key, ofKey);
		return { ofKind, ofKey };
	}
}

/** Different tokens of the list that an earlier one has for another message; reads all of it in any case. */
async function countClash<M>(
	list: TokenList<M>,
	places: Met | undefined,
	makeSet: () => MetTokens,
): Promise<number> {
	const clashing = makeSet();
	for await (const { tokens } of list.read()) {
		if (places === undefined) continue;
		for (const token of tokens) {
			if (places.ofKey.has(token) && !places.ofKind.has(token)) clashing.add(token);
		}
	}
	return clashing.size;
}

async function addAll<M>(list: TokenList<M>, { ofKind, ofKey }: Met): Promise<void> {
	for await (const { tokens } of list.read()) {
		for (const token of tokens) {
			ofKind.add(token);
			ofKey.add(token);
		}
	}
}
