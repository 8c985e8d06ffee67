import { findVerdict, VERDICTS } from '../../../../push-kit/catalog/verdicts';

describe('the verdicts', () => {
	it('are the six words that workflows branch on', () => {
		expect(Object.keys(VERDICTS).sort()).toEqual([
			'fixMessage',
			'fixSetup',
			'keep',
			'pause',
			'remove',
			'retryLater',
		]);
	});

	it('tell to keep the token in every case but a dead one', () => {
		for (const [verdict, { advice }] of Object.entries(VERDICTS)) {
			expect(advice).toMatch(verdict === 'remove' ? /^Remove the token/ : /^Keep the token/);
		}
	});

	it('are found by their word; unknown words pass', () => {
		expect(findVerdict('pause')?.name).toBe('Pause');
		expect(findVerdict('Pause')).toBeUndefined();
		expect(findVerdict('toString')).toBeUndefined();
	});
});
