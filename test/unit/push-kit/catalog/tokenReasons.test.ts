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

	it.each(['noRight', 'countryNotSupport'])(
		'blames the set-up when every token of a request has %s',
		(reason) => {
			expect(findTokenReason(reason)).toMatchObject({
				verdict: 'remove',
				verdictWhenAll: 'fixSetup',
			});
		},
	);

	it.each(['tokenFormatError', 'tokenPlatformNotSupport'])(
		'gives up the token for %s, however many have it',
		(reason) => {
			expect(findTokenReason(reason)?.verdict).toBe('remove');
			expect(findTokenReason(reason)?.verdictWhenAll).toBeUndefined();
		},
	);

	it.each(TOKEN_REASONS.map((row) => [row.reason, row] as const))(
		'%s explains itself in whole sentences and names its page',
		(_reason, row) => {
			expect(row.meaning).toMatch(/^[A-Z].*\.$/);
			expect(row.remedy).toMatch(/^[A-Z].*\.$/);
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
