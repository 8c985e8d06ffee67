import { interpretResult } from '../../../../push-kit/delivery/answer';
import { skip } from '../../../../push-kit/delivery/outcome';
import { OutcomeSheet } from '../../../../push-kit/delivery/outcomeSheet';
import { answer, failure, page } from './messages';

const batch = (group: number, start: number, end: number) => ({ group, start, end, attempts: 0 });
const read = (result: Parameters<typeof interpretResult>[1], tokens: string[]) =>
	interpretResult('send', result, tokens);
describe('OutcomeSheet', () => {
	it('has an outcome for tokens that were never tried', () => {
		const sheet = new OutcomeSheet([2, 1], skip('cancelled'));
		const untried = { outcome: 'skipped', reason: 'cancelled' };
		expect(sheet.conclude()).toMatchObject([[untried, untried], [untried]]);
	});

	it('does not let a refusal undo that an earlier attempt may have been accepted', () => {
		const sheet = new OutcomeSheet([1], skip('cancelled'));
		sheet.record(batch(0, 0, 1), read(failure(true), ['a']));
		sheet.record(batch(0, 0, 1), read(page(503), ['a']));
		expect(sheet.conclude()).toMatchObject([[{ outcome: 'unknown' }]]);
	});

	it('lets a later answer settle what was unknown', () => {
		const sheet = new OutcomeSheet([1], skip('cancelled'));
		sheet.record(batch(0, 0, 1), read(failure(true), ['a']));
		sheet.record(batch(0, 0, 1), read(answer('80000000'), ['a']));
		expect(sheet.conclude()).toMatchObject([[{ outcome: 'accepted' }]]);
	});

	it('tells what was never tried as what ended the run, and nothing else', () => {
		const sheet = new OutcomeSheet([2], skip('cancelled'));
		sheet.record(batch(0, 0, 1), read(answer('80000000'), ['a']));
		expect(sheet.conclude(skip('stopped'))).toMatchObject([
			[{ outcome: 'accepted' }, { outcome: 'skipped', reason: 'stopped' }],
		]);
	});
});
