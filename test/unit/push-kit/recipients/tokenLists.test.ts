import fc from 'fast-check';

import type { ListPortion } from '../../../../push-kit/delivery/outcomeLedger';
import { TokenDigests } from '../../../../push-kit/recipients/tokenDigests';
import { TokenLists, type TokenList } from '../../../../push-kit/recipients/tokenLists';

const makeSet = () => new TokenDigests(1);

/** A list whose rows come a few at a time; `undefined` is a row without a token. */
function listOf(
	message: string,
	rows: Array<string | undefined>,
	size = 3,
	onlyOne?: string,
): TokenList<string> {
	return {
		kind: message,
		onlyOne,
		parts: [{ message, isHeldOut: false }],
		async *read() {
			for (let start = 0; start < rows.length; start += size) {
				const some = await Promise.resolve(rows.slice(start, start + size));
				const tokens = some.flatMap((token) => token ?? []);
				yield { tokens, rows: some.length, withoutToken: some.length - tokens.length };
			}
		},
	};
}

async function all(lists: TokenLists<string>, total: number): Promise<Array<ListPortion<string>>> {
	const portions: Array<ListPortion<string>> = [];
	for await (const portion of lists.portions(total)) portions.push(portion);
	return portions;
}

const rows = fc.array(
	fc.option(
		fc.nat(30).map((n) => `t${n}`),
		{ nil: undefined },
	),
);

describe('TokenLists', () => {
	it('balances its books, and gives each token of a message once, in order, as often as it is asked', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.constantFrom('A', 'B'), rows), { minLength: 1, maxLength: 4 }),
				async (given) => {
					const lists = new TokenLists(
						given.map(([message, ofList]) => listOf(message, ofList)),
						makeSet,
					);
					const pairs = given.flatMap(([message, ofList], list) =>
						ofList.flatMap((token) => (token === undefined ? [] : [{ message, list, token }])),
					);
					const seen = new Set<string>();
					const once = pairs.filter(({ message, token }) => {
						const isNew = !seen.has(message + token);
						seen.add(message + token);
						return isNew;
					});
					const counts = await lists.count();
					expect(counts).toEqual({
						rows: given.flatMap(([, ofList]) => ofList).length,
						withoutToken: given.flatMap(([, ofList]) => ofList).length - pairs.length,
						doubles: pairs.length - once.length,
						heldOut: 0,
						distinct: once.length,
						ofParts: given.map((_, at) => {
							const { length } = once.filter(({ list }) => list === at);
							return length === 0 ? [] : [length];
						}),
						people: new Set(pairs.map(({ token }) => token)).size,
					});
					const { length } = once;
					for (const total of [length, Math.floor(length / 2)]) {
						const portions = await all(lists, total);
						expect(
							portions.flatMap(({ message, list, first, tokens }) =>
								tokens.map((token, index) => ({ place: first + index, message, list, token })),
							),
						).toEqual(once.slice(0, total).map((one, place) => ({ place, ...one })));
					}
				},
			),
			{ numRuns: 200 },
		);
	});

	it('gives each token to its own part, and nothing to those that are held out', async () => {
		const parts = ['A', 'B', 'C'].map((message) => ({ message, isHeldOut: message === 'C' }));
		const sorted = fc.array(fc.tuple(fc.nat(40), fc.nat(2)), { maxLength: 200 });
		await fc.assert(
			fc.asyncProperty(sorted, fc.integer({ min: 1, max: 9 }), async (pairs, size) => {
				const list: TokenList<string> = {
					kind: 'one',
					parts,
					async *read() {
						for (let start = 0; start < pairs.length; start += size) {
							const some = await Promise.resolve(pairs.slice(start, start + size));
							yield {
								tokens: some.map(([token]) => `t${token}`),
								parts: some.map(([, part]) => part),
								rows: some.length,
								withoutToken: 0,
							};
						}
					},
				};
				const firstOf = new Map<string, number>();
				for (const [token, part] of pairs) {
					if (!firstOf.has(`t${token}`)) firstOf.set(`t${token}`, part);
				}
				const wanted = [...firstOf].filter(([, part]) => part !== 2);
				const lists = new TokenLists([list], makeSet);
				const counts = await lists.count();
				expect(counts).toMatchObject({
					distinct: wanted.length,
					heldOut: firstOf.size - wanted.length,
					people: wanted.length,
					doubles: pairs.length - firstOf.size,
				});
				for (const total of [wanted.length, Math.floor(wanted.length / 2)]) {
					const portions = await all(lists, total);
					const given = portions.flatMap(({ message, part, first, tokens }) =>
						tokens.map((token, index) => ({ place: first + index, message, part, token })),
					);
					expect(given.map(({ place }) => place)).toEqual(given.map((_, place) => place));
					expect(new Map(given.map(({ token, part }) => [token, part]))).toEqual(
						new Map(wanted.slice(0, total)),
					);
					expect(given).toHaveLength(total);
					for (const { message, part } of given) expect(message).toBe(parts[part]?.message);
					expect(await all(lists, total)).toEqual(portions);
				}
			}),
		);
	});

	it('keeps no rare part waiting, whose tokens would keep the text they stand in', async () => {
		const tokens = Array.from({ length: 250_000 }, (_, index) => `t${index}`);
		const list: TokenList<string> = {
			...listOf('A', []),
			parts: Array.from({ length: 30 }, (_, part) => ({ message: `m${part}`, isHeldOut: false })),
			async *read() {
				const parts = tokens.map((_, index) => (index % 1000 === 0 ? 29 : index % 29));
				yield await Promise.resolve({ tokens, parts, rows: tokens.length, withoutToken: 0 });
			},
		};
		const lists = new TokenLists([list], makeSet);
		await lists.count();
		const rare: number[] = [];
		for (const { part, tokens: some } of await all(lists, tokens.length)) {
			if (part === 29) rare.push(some.length);
		}
		expect(rare).toEqual([100, 100, 50]);
	});

	it('cuts a long list into portions that a run can hold', async () => {
		const tokens = Array.from({ length: 25_000 }, (_, index) => `t${index}`);
		const portions = await all(new TokenLists([listOf('A', tokens, 600)], makeSet), 25_000);
		expect(portions.map(({ first, tokens: some }) => [first, some.length])).toEqual([
			[0, 10_000],
			[10_000, 10_000],
			[20_000, 5000],
		]);
	});

	it('tells a list whose people have another message already, of which nobody may get two', async () => {
		const count = async (...campaigns: Array<string | undefined>) => {
			const rowsOf = { A: ['a', 'b'], B: ['c'], C: ['b', 'b', 'a', 'd'] };
			const lists = Object.entries(rowsOf).map(([message, tokens], index) =>
				listOf(message, tokens, 3, campaigns[index]),
			);
			return await new TokenLists(lists, makeSet).count();
		};
		expect(await count('spring', 'spring', 'spring')).toMatchObject({
			clash: { list: 2, tokens: 2 },
			doubles: 1,
		});
		for (const campaigns of [['spring', 'spring', 'summer'], ['spring'], [undefined, 'x', 'x']]) {
			expect(await count(...campaigns)).not.toHaveProperty('clash');
		}
	});

	it('names the list that cannot be read', async () => {
		const broken: TokenList<string> = {
			...listOf('A', []),
			async *read() {
				yield await Promise.resolve({ tokens: ['a'], rows: 1, withoutToken: 0 });
				throw new Error('disk');
			},
		};
		const lists = new TokenLists([listOf('A', ['b']), broken], makeSet);
		expect(await lists.count()).toEqual({ list: 1, error: new Error('disk') });
	});

	it('closes the list it reads when nobody asks for more', async () => {
		let closed = 0;
		const list: TokenList<string> = {
			...listOf('A', []),
			async *read() {
				try {
					for (;;) yield await Promise.resolve({ tokens: ['a', 'b'], rows: 2, withoutToken: 0 });
				} finally {
					closed += 1;
				}
			},
		};
		await all(new TokenLists([list], makeSet), 2);
		expect(closed).toBe(1);
	});
});
