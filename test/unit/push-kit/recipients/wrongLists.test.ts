import fc from 'fast-check';

import { TokenLists, type TokenList } from '../../../../push-kit/recipients/tokenLists';
import { findWrongLists } from '../../../../push-kit/recipients/wrongLists';

const makeSet = () => {
	const set = new Set<string>();
	return {
		get size() {
			return set.size;
		},
		has: (token: string) => set.has(token),
		add: (token: string) => set.size < set.add(token).size,
	};
};

/** A list of a campaign; `!` stands for what cannot be read. */
interface Given {
	message: string;
	onlyOne: string | undefined;
	tokens: string[];
}

let reads = 0;

const listOf = ({ message, onlyOne, tokens }: Given): TokenList<string> => ({
	kind: `${message} ${onlyOne}`,
	...(onlyOne !== undefined && { onlyOne }),
	parts: [{ message, isHeldOut: false }],
	async *read() {
		reads += 1;
		for (const token of await Promise.resolve(tokens)) {
			if (token === '!') throw new RangeError('broken');
			yield { tokens: [token], rows: 1, withoutToken: 0 };
		}
	},
});

/** One after the other, each time from the beginning: slow, and surely right. */
async function takeOutOneByOne(given: ReadonlyArray<TokenList<string>>) {
	const left = given.map((one, list) => ({ one, list }));
	const wrong: Array<{ list: number; tokens?: number }> = [];
	for (;;) {
		const counts = await new TokenLists(
			left.map(({ one }) => one),
			makeSet,
		).count();
		const met = 'error' in counts ? counts : counts.clash;
		if (met === undefined) return wrong.sort((a, b) => a.list - b.list);
		const [out] = left.splice(met.list, 1);
		wrong.push({ ...met, list: out?.list ?? -1 });
	}
}

const given = fc.array(
	fc.record({
		message: fc.constantFrom('A', 'B', 'C'),
		onlyOne: fc.constantFrom(undefined, 'spring', 'summer'),
		tokens: fc.array(fc.constantFrom('t1', 't2', 't3', 't4', 't4', '!'), { maxLength: 6 }),
	}),
	{ maxLength: 6 },
);

it('finds what taking them out one by one finds', async () => {
	await fc.assert(
		fc.asyncProperty(given, async (all) => {
			const lists = all.map(listOf);
			expect(await findWrongLists(lists, makeSet)).toEqual(await takeOutOneByOne(lists));
		}),
	);
});

it('reads each of a hundred lists twice at most', async () => {
	const lists = Array.from({ length: 100 }, (_, number) =>
		listOf({
			message: number < 50 ? 'A' : `B${number}`,
			onlyOne: 'spring',
			tokens: number % 2 === 0 ? ['t1', '!'] : ['t1'],
		}),
	);
	reads = 0;
	expect(await findWrongLists(lists, makeSet)).toHaveLength(75);
	expect(reads).toBe(100 + 25);
});
