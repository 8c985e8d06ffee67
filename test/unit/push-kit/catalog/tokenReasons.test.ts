import { findTokenReason, TOKEN_REASONS } from '../../../../push-kit/catalog/tokenReasons';

describe('the table of token reasons', () => {
	it('has every reason of the response page exactly once', () => {
		expect(TOKEN_REASONS.map((row) => row.reason).sort()).toEqual([
			'appinfoError',
			'atomicUnableSendUnsubscribedMsg',
			'countryNotSupport',
			'differentImgVerifyPolicy',
			'disableSendHuaweiMsgBecauseOfPenalty',
			'noPushTypeRight',
			'noRight',
			'noRightToSendThisLiveNotificationEvent',
			'notSupportPlayVoice',
			'tokenFormatError',
			'tokenPlatformNotSupport',
		]);
	});

	it.each([
		'noPushTypeRight',
		'noRightToSendThisLiveNotificationEvent',
		'disableSendHuaweiMsgBecauseOfPenalty',
		'appinfoError',
	])('keeps the token for the fault of set-up %s', (reason) => {
		expect(findTokenReason(reason)?.verdict).toBe('fixSetup');
	});

	it.each(['atomicUnableSendUnsubscribedMsg', 'differentImgVerifyPolicy', 'notSupportPlayVoice'])(
		'keeps the token for the faulty message %s',
		(reason) => {
			expect(findTokenReason(reason)?.verdict).toBe('fixMessage');
		},
	);

	it.each([
		['noRight', 'project'],
		['countryNotSupport', 'project'],
		['tokenFormatError', 'tokenField'],
		['tokenPlatformNotSupport', 'tokenField'],
	])('gives up the token for %s only where its %s is shown to work', (reason, provenBy) => {
		expect(findTokenReason(reason)).toMatchObject({
			verdict: 'remove',
			setUp: { provenBy, verdict: 'fixSetup' },
		});
	});

	it('gives up no token for any other reason', () => {
		const others = TOKEN_REASONS.filter(({ setUp }) => setUp === undefined);
		expect(others.map(({ verdict }) => verdict)).not.toContain('remove');
	});

	it.each(TOKEN_REASONS.map((row) => [row.reason, row] as const))(
		'%s explains itself in whole sentences and names its page',
		(_reason, row) => {
			expect(row.meaning).toMatch(/^[A-Z].*\.$/);
			expect(row.remedy).toMatch(/^[A-Z].*\.$/);
			if (row.setUp !== undefined) expect(row.setUp.remedy).toMatch(/^Keep the token.*\.$/);
			expect(row.source).toMatch(/^push-[a-z-]+$/);
		},
	);
});

describe('findTokenReason', () => {
	it('ignores blanks around the reason', () => {
		expect(findTokenReason(' noRight ')).toBe(findTokenReason('noRight'));
	});

	it('lets unknown reasons pass', () => {
		expect(findTokenReason('somethingNew')).toBeUndefined();
		expect(findTokenReason('constructor')).toBeUndefined();
	});
});
