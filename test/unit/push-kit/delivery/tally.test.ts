import { skip, type TokenOutcome } from '../../../../push-kit/delivery/outcome';
import { countsOf, sumOf, tallyOf } from '../../../../push-kit/delivery/tally';

const ACCEPTED: TokenOutcome = { outcome: 'accepted', verdict: 'keep', advice: '' };

describe('a tally', () => {
	it('counts outcomes in order of first appearance', () => {
		const tally = tallyOf([skip('noToken'), ACCEPTED, ACCEPTED, skip('noToken'), skip('stopped')]);
		expect([...tally]).toEqual([
			[skip('noToken'), 2],
			[ACCEPTED, 2],
			[skip('stopped'), 1],
		]);
		expect(countsOf(tally)).toEqual({
			accepted: 2,
			rejected: 0,
			failed: 0,
			unknown: 0,
			skipped: 3,
		});
	});

	it('adds up', () => {
		const sum = sumOf([
			tallyOf([ACCEPTED]),
			tallyOf([skip('stopped'), ACCEPTED]),
			tallyOf([]),
			new Map([[skip('noToken'), 0]]),
		]);
		expect([...sum]).toEqual([
			[ACCEPTED, 2],
			[skip('stopped'), 1],
		]);
	});
});
