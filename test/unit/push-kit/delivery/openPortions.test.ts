import { interpretResult } from '../../../../push-kit/delivery/answer';
import { OpenPortions } from '../../../../push-kit/delivery/openPortions';
import { skip, type TokenOutcome } from '../../../../push-kit/delivery/outcome';
import { answer, failure, page } from './messages';

const read = (result: Parameters<typeof interpretResult>[1], tokens: readonly string[]) =>
	interpretResult('send', result, tokens);

/** Portions of these tokens, and what is handed over of them. */
function open(...lists: string[][]) {
	const settled: Array<[readonly string[], readonly TokenOutcome[]]> = [];
	const portions = new OpenPortions(skip('cancelled'), ({ tokens }, outcomes) => {
		settled.push([tokens, outcomes]);
	});
	for (const tokens of lists) portions.add({ message: 'offer', tokens });
	return { portions, settled };
}

const UNTRIED = { outcome: 'skipped', reason: 'cancelled' };

describe('OpenPortions', () => {
	it('hands a portion over once, when the last of its tokens has settled, and forgets it', () => {
		const { portions, settled } = open(['a', 'b'], ['c']);
		portions.record({ portion: 0, start: 0 }, read(answer('80000000'), ['a']));
		portions.settle({ portion: 0, start: 0, end: 1 });
		expect(settled).toEqual([]);
		portions.record({ portion: 0, start: 1 }, read(page(404), ['b']));
		portions.settle({ portion: 0, start: 1, end: 2 });
		expect(settled).toMatchObject([
			[
				['a', 'b'],
				[{ outcome: 'accepted' }, { outcome: 'failed' }],
			],
		]);
		expect(() => portions.at(0)).toThrow(RangeError);
		portions.conclude(skip('cancelled'));
		expect(settled.map(([tokens]) => tokens)).toEqual([['a', 'b'], ['c']]);
	});

	it('has an outcome for tokens that were never tried', () => {
		const { portions, settled } = open(['a', 'b'], ['c'], []);
		portions.conclude(skip('cancelled'));
		expect(settled).toMatchObject([
			[[], []],
			[
				['a', 'b'],
				[UNTRIED, UNTRIED],
			],
			[['c'], [UNTRIED]],
		]);
	});

	it('does not let a refusal undo that an earlier attempt may have been accepted', () => {
		const { portions, settled } = open(['a']);
		portions.record({ portion: 0, start: 0 }, read(failure(true), ['a']));
		portions.record({ portion: 0, start: 0 }, read(page(503), ['a']));
		portions.conclude(skip('cancelled'));
		expect(settled).toMatchObject([[['a'], [{ outcome: 'unknown' }]]]);
	});

	it('lets a later answer settle what was unknown', () => {
		const { portions, settled } = open(['a']);
		portions.record({ portion: 0, start: 0 }, read(failure(true), ['a']));
		portions.record({ portion: 0, start: 0 }, read(answer('80000000'), ['a']));
		portions.conclude(skip('cancelled'));
		expect(settled).toMatchObject([[['a'], [{ outcome: 'accepted' }]]]);
	});

	it('tells what was never tried as what ended the run, and nothing else', () => {
		const { portions, settled } = open(['a', 'b']);
		portions.record({ portion: 0, start: 0 }, read(answer('80000000'), ['a']));
		portions.settle({ portion: 0, start: 0, end: 1 });
		portions.conclude(skip('stopped'));
		expect(settled).toMatchObject([
			[
				['a', 'b'],
				[{ outcome: 'accepted' }, { outcome: 'skipped', reason: 'stopped' }],
			],
		]);
	});
});
