import { interpretResult } from '../../../../push-kit/delivery/answer';
import { skip } from '../../../../push-kit/delivery/outcome';
import { OutcomeSheet } from '../../../../push-kit/delivery/outcomeSheet';
import { answer, failure, illegal, page } from './messages';

const batch = (group: number, start: number, end: number) => ({ group, start, end, attempts: 0 });
const read = (result: Parameters<typeof interpretResult>[1], tokens: string[]) =>
	interpretResult('send', result, tokens);
const refusedAlone = (token: string) =>
	read(answer('80300007', { msg: illegal({ noRight: [token] }) }), [token]);

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

	it('keeps a lone token without right while the set-up may be at fault', () => {
		const sheet = new OutcomeSheet([1, 1], skip('cancelled'));
		sheet.record(batch(0, 0, 1), refusedAlone('a'));
		sheet.record(batch(1, 0, 1), refusedAlone('b'));
		expect(sheet.conclude()).toMatchObject([[{ verdict: 'fixSetup' }], [{ verdict: 'fixSetup' }]]);
	});

	it('gives up a lone token without right where Huawei took other messages', () => {
		const sheet = new OutcomeSheet([1, 1], skip('cancelled'));
		sheet.record(batch(0, 0, 1), refusedAlone('a'));
		sheet.record(batch(1, 0, 1), read(answer('80000000'), ['b']));
		expect(sheet.conclude()).toMatchObject([[{ verdict: 'remove' }], [{ outcome: 'accepted' }]]);
	});

	it('keeps the tokens of a whole request without right even then', () => {
		const sheet = new OutcomeSheet([2, 1], skip('cancelled'));
		const msg = illegal({ noRight: ['a', 'b'] });
		sheet.record(batch(0, 0, 2), read(answer('80300007', { msg }), ['a', 'b']));
		sheet.record(batch(1, 0, 1), read(answer('80000000'), ['c']));
		expect(sheet.conclude()[0]).toMatchObject([{ verdict: 'fixSetup' }, { verdict: 'fixSetup' }]);
	});
});
