import { adviseUnsure, NOTHING_DONE, remedyOf, UNSURE } from '../../../../push-kit/catalog/unsure';

describe('adviseUnsure', () => {
	it('leaves the customer alone where a message may have been sent', () => {
		expect(UNSURE.send.verdict).toBe('keep');
		expect(adviseUnsure('send')).toContain('send it again only if a second copy does no harm');
	});

	it.each(['revoke', 'verify'] as const)('says that %s does no harm a second time', (endpoint) => {
		expect(UNSURE[endpoint].verdict).toBe('retryLater');
		expect(adviseUnsure(endpoint)).toContain('that does no harm');
	});

	it('names what to do where that does not help, if there is something', () => {
		expect(adviseUnsure('revoke', 'Ask Huawei.')).toBe(
			`${UNSURE.revoke.advice} If it stays: Ask Huawei.`,
		);
		expect(adviseUnsure('revoke')).not.toContain('If it stays');
	});
});

it('says of each endpoint in its own word that nothing was done', () => {
	expect(Object.values(NOTHING_DONE)).toEqual([
		'Nothing was sent.',
		'Nothing was withdrawn.',
		'Nothing was verified.',
	]);
});

describe('remedyOf', () => {
	it('is the remedy alone of what surely failed', () => {
		expect(remedyOf({ outcome: 'failed', remedy: 'Do this.' }, 'send')).toBe('Do this.');
		expect(remedyOf({ effect: 'refused', remedy: 'Do this.' }, 'revoke')).toBe('Do this.');
	});

	it('comes behind what to do first of what is unknown', () => {
		const advice = adviseUnsure('send', 'Do this.');
		expect(remedyOf({ outcome: 'unknown', remedy: 'Do this.' }, 'send')).toBe(advice);
		expect(remedyOf({ effect: 'unknown', remedy: 'Do this.' }, 'send')).toBe(advice);
	});
});
