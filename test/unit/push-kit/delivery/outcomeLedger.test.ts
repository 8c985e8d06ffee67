import fc from 'fast-check';

import { interpretResult } from '../../../../push-kit/delivery/answer';
import { CountedTokens, judge, Judgement } from '../../../../push-kit/delivery/judgement';
import { skip, type TokenOutcome } from '../../../../push-kit/delivery/outcome';
import { OutcomeLedger, type ListPortion } from '../../../../push-kit/delivery/outcomeLedger';
import { answer, failure, freshSetUp, illegal } from './messages';

const URL = 'https://push.example/send';
const OK = answer('80000000');
const REFUSED = answer('80300007', { msg: illegal({ tokenFormatError: ['a', 'b', 'c', 'd'] }) });

function ledgerOf(total: number, mostNamed = 100) {
	const { setUp, record } = freshSetUp();
	const judgement = new Judgement(setUp, record, () => new CountedTokens());
	return new OutcomeLedger<string>(total, () => URL, judgement, mostNamed);
}

const portion = (first: number, tokens: string[], list = 0): ListPortion<string> => ({
	message: 'offer',
	first,
	list,
	part: 0,
	tokens,
});

const read = (result: Parameters<typeof interpretResult>[1], tokens: readonly string[]) =>
	interpretResult('send', result, tokens);

function add(
	ledger: OutcomeLedger<string>,
	result: Parameters<typeof interpretResult>[1],
	of: ListPortion<string>,
) {
	ledger.add(of, read(result, of.tokens));
}

const told = (ledger: OutcomeLedger<string>) =>
	ledger.namedProblems()?.map(({ token, list, outcome }) => [token, list, outcome.outcome]);

describe('OutcomeLedger', () => {
	it('names problems in the order of the list, however the portions settle', () => {
		const ledger = ledgerOf(5);
		add(ledger, REFUSED, portion(3, ['c', 'd'], 1));
		add(ledger, failure(true), portion(0, ['x']));
		add(ledger, OK, portion(1, ['y', 'z']));
		expect(told(ledger)).toEqual([
			['x', 0, 'unknown'],
			['c', 1, 'rejected'],
			['d', 1, 'rejected'],
		]);
		expect(ledger.tallies()).toEqual([{ message: 'offer', tally: expect.any(Map), requests: 2 }]);
		const [{ tally } = { tally: new Map<TokenOutcome, number>() }] = ledger.tallies();
		expect([...tally].map(([{ outcome }, number]) => [outcome, number])).toEqual([
			['rejected', 2],
			['unknown', 1],
			['accepted', 2],
		]);
	});

	it('judges by the whole run, not by what it knew when a token settled', () => {
		const ledger = ledgerOf(20);
		add(ledger, REFUSED, portion(0, ['a', 'b']));
		const others = Array.from({ length: 18 }, (_, index) => `t${index}`);
		add(ledger, OK, portion(2, others));
		expect(ledger.namedProblems()?.map(({ outcome }) => outcome.verdict)).toEqual([
			'remove',
			'remove',
		]);
		const refused = ledgerOf(4);
		add(refused, REFUSED, portion(0, ['a', 'b', 'c', 'd']));
		expect(refused.problemAt(0, { message: 'offer', token: 'a' }, skip('stopped'))).toMatchObject({
			verdict: 'fixSetup',
		});
	});

	it('keeps one entry for all that was accepted, however many requests took it', () => {
		const ledger = ledgerOf(50);
		for (let place = 0; place < 50; place += 1) add(ledger, OK, portion(place, [`t${place}`]));
		const [{ tally, requests } = { tally: new Map<TokenOutcome, number>(), requests: 0 }] =
			ledger.tallies();
		expect([...tally.values()]).toEqual([50]);
		expect(requests).toBe(50);
	});

	it('asks for the list where there are more problems than it names', () => {
		const ledger = ledgerOf(4, 2);
		add(ledger, REFUSED, portion(0, ['a', 'b', 'c']));
		expect(ledger.namedProblems()).toBeUndefined();
		const at = (place: number) =>
			ledger.problemAt(place, { message: 'offer', token: 'abcd'[place] ?? '' }, skip('stopped'));
		expect([0, 1, 2, 3].map((place) => at(place)?.reason)).toEqual([
			'tokenFormatError',
			'tokenFormatError',
			'tokenFormatError',
			'stopped',
		]);
		expect([ledger.problemTokens, ledger.notAskedFor]).toEqual([4, 1]);
	});

	it('keeps few outcomes where each request takes one device, and each device is refused', () => {
		const ledger = ledgerOf(50, 2);
		for (let place = 0; place < 50; place += 1) {
			const msg = illegal({ tokenFormatError: ['a'] });
			add(ledger, answer('80300007', { msg }), portion(place, ['a']));
		}
		const all = Array.from({ length: 50 }, (_, place) =>
			ledger.problemAt(place, { message: 'offer', token: 'a' }, skip('stopped')),
		);
		expect(new Set(all).size).toBeLessThanOrEqual(3);
		expect([...(ledger.tallies()[0]?.tally.values() ?? [])]).toEqual([50]);
	});

	it('tells those it names where the list cannot be read again', () => {
		const ledger = ledgerOf(9);
		add(ledger, REFUSED, portion(0, ['a', 'b', 'c']));
		expect(ledger.namedProblems()).toBeUndefined();
		expect(ledger.namedFrom(1).map(({ token }) => token)).toEqual(['b', 'c']);
	});

	it('tells every token as a run in memory does, whatever came of it', () => {
		const kinds = fc.constantFrom(OK, failure(true), failure(false), REFUSED);
		fc.assert(
			fc.property(fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 4 }))), (script) => {
				let first = 0;
				const portions = script.map(([result, size], index) => {
					const tokens = ['a', 'b', 'c', 'd']
						.slice(0, size)
						.map((t) => (index === 0 ? t : t + index));
					const outcomes = read(result, tokens);
					const made = { ...portion(first, tokens), outcomes };
					first += size;
					return made;
				});
				const ledger = ledgerOf(first);
				// They settle in any order.
				for (const { outcomes, ...of } of portions.toReversed()) ledger.add(of, outcomes);
				const { setUp, record } = freshSetUp();
				const settled = portions.map(({ tokens, outcomes }) => ({ url: URL, tokens, outcomes }));
				const expected = judge(settled, setUp, record).flat();
				const places = portions.flatMap(({ tokens }) => tokens);
				const known = places.map((token, place) =>
					ledger.problemAt(place, { message: 'offer', token }, skip('stopped')),
				);
				expect(known).toEqual(
					expected.map((one) => (one.outcome === 'accepted' ? undefined : one)),
				);
			}),
		);
	});
});
