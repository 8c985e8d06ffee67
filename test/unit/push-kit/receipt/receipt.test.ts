import type { ReceiptStatus } from '../../../../push-kit/receipt/parse';
import { describeReceipt } from '../../../../push-kit/receipt/receipt';

const NOW = 1_790_000_500_000;

function status(overrides: Partial<ReceiptStatus> = {}): ReceiptStatus {
	return {
		token: 'TOKEN_A',
		pushType: 0,
		appPackageName: 'com.example.shop',
		biTag: 'orders',
		requestId: '1700000000001',
		result: 0,
		timestamp: 1_790_000_000_123,
		unknownFields: {},
		...overrides,
	};
}

const describeStatus = (overrides: Partial<ReceiptStatus> = {}) =>
	describeReceipt(status(overrides), NOW);

describe('describeReceipt', () => {
	it('gives a delivered notification as the item of a workflow', () => {
		expect(describeStatus()).toEqual({
			pushToken: 'TOKEN_A',
			messageType: 'notification',
			pushType: 0,
			delivered: true,
			result: 0,
			resultText: expect.stringMatching(/deliver/i),
			event: 'delivered',
			verdict: 'keep',
			advice: expect.any(String),
			requestId: '1700000000001',
			biTag: 'orders',
			appPackageName: 'com.example.shop',
			deliveredAt: '2026-09-21T14:13:20.123Z',
			receiptKey: expect.stringMatching(/^[0-9a-f]{32}$/),
		});
	});

	it.each([
		[2, 'tokenInvalid', 'remove'],
		[5, 'tokenInvalid', 'remove'],
		[6, 'notDisplayed', 'pause'],
		[10, 'inactiveDevice', 'pause'],
		[102, 'throttled', 'retryLater'],
		[256, 'throttled', 'retryLater'],
		[15, 'deviceState', 'keep'],
		[22, 'deviceState', 'keep'],
		[27, 'deviceState', 'keep'],
		[51, 'deviceState', 'keep'],
		[144, 'deviceState', 'keep'],
	])('judges result %i as %s, %s', (result, event, verdict) => {
		expect(describeStatus({ result })).toMatchObject({ result, event, verdict, delivered: false });
	});

	it.each([
		[261, 'formId', '2026-10-21T14:13:20.123Z'],
		[262, 'formId', '2026-09-22T14:13:20.123Z'],
		[265, 'activityId', '2026-09-22T14:13:20.123Z'],
	])('names until when result %i pauses, and what', (result, scope, pausedUntil) => {
		expect(describeStatus({ result })).toMatchObject({ verdict: 'pause', scope, pausedUntil });
	});

	it('names no end of a pause for which Huawei names none', () => {
		expect(describeStatus({ result: 6 })).toMatchObject({ verdict: 'pause', scope: 'token' });
		expect(describeStatus({ result: 6 })).not.toHaveProperty('pausedUntil');
	});

	it('counts a pause from now where the receipt names no time', () => {
		expect(describeStatus({ result: 262, timestamp: undefined })).toMatchObject({
			deliveredAt: null,
			pausedUntil: new Date(NOW + 86_400_000).toISOString(),
		});
	});

	it('reads a timestamp in seconds too', () => {
		expect(describeStatus({ timestamp: 1_790_000_000 }).deliveredAt).toBe(
			'2026-09-21T14:13:20.000Z',
		);
	});

	it.each([1e300, 0, -1, -1_790_000_000_000])(
		'gives null for %p, which is no time',
		(timestamp) => {
			expect(describeStatus({ timestamp }).deliveredAt).toBeNull();
		},
	);

	it.each([1e300, 0, -5, NOW + 900_000, 4_102_444_800_000])(
		'ends a pause by its own clock where the receipt says %p',
		(timestamp) => {
			expect(describeStatus({ result: 262, timestamp }).pausedUntil).toBe(
				new Date(NOW + 86_400_000).toISOString(),
			);
		},
	);

	it('passes a result through that it does not know, and gives no token up for it', () => {
		expect(describeStatus({ result: 4711 })).toMatchObject({
			result: 4711,
			event: 'other',
			verdict: 'keep',
			delivered: false,
		});
	});

	it('does not take a receipt without a result as delivered', () => {
		expect(describeStatus({ result: undefined })).toMatchObject({
			resultText: 'The receipt names no result.',
			result: null,
			delivered: false,
			event: 'other',
			verdict: 'keep',
		});
	});

	it.each([
		[1, 'form'],
		[2, 'textToSpeech'],
		[6, 'background'],
		[7, 'liveView'],
		[9, 'location'],
		[10, 'call'],
		[11, 'mdm'],
		[77, 'custom'],
		[undefined, 'custom'],
	])('names push type %p %s', (pushType, messageType) => {
		expect(describeStatus({ pushType })).toMatchObject({ messageType, pushType: pushType ?? null });
	});

	it('adds the form ID and leaves out what is not there', () => {
		expect(describeStatus({ formId: 1203344556 }).formId).toBe(1203344556);
		const bare = describeStatus({ biTag: undefined });
		expect(bare).not.toHaveProperty('formId');
		expect(bare).not.toHaveProperty('biTag');
	});

	it('takes no field of its own from a call where it does not apply', () => {
		const unknownFields = { pausedUntil: '2099-01-01T00:00:00.000Z', scope: 'token' };
		const receipt = describeStatus({ unknownFields });
		expect(receipt).not.toHaveProperty('pausedUntil');
		expect(receipt).not.toHaveProperty('scope');
	});

	it('passes unknown fields through, but none over a field of its own', () => {
		const receipt = describeStatus({ unknownFields: { deviceType: 'watch', verdict: 'remove' } });
		expect(receipt).toMatchObject({ deviceType: 'watch', verdict: 'keep' });
	});
});

describe('a receipt that names no push token', () => {
	it.each([2, 5, 6, 10, 261, 262, 265])('with result %i gives nobody up', (result) => {
		const receipt = describeStatus({ token: '', result, formId: 5 });
		expect(receipt).toMatchObject({
			pushToken: '',
			result,
			verdict: 'keep',
			event: 'other',
			advice: expect.stringMatching(/^The receipt names no push token/),
		});
		expect(receipt).not.toHaveProperty('pausedUntil');
		expect(receipt).not.toHaveProperty('scope');
	});

	it('keeps every other meaning', () => {
		for (const result of [0, 14, 31, 102, 4711, undefined]) {
			const { pushToken, receiptKey, ...named } = describeStatus({ result });
			expect([pushToken, receiptKey]).not.toContain('');
			expect(describeStatus({ result, token: '' })).toMatchObject(named);
		}
	});
});

describe('receiptKey', () => {
	it('is the same when the same receipt is delivered again, at another time', () => {
		const again = describeReceipt(status({ timestamp: 1_790_000_999_000 }), NOW + 60_000);
		expect(again.receiptKey).toBe(describeStatus().receiptKey);
	});

	it.each<[string, Partial<ReceiptStatus>]>([
		['token', { token: 'TOKEN_B' }],
		['request', { requestId: '1700000000002' }],
		['no request', { requestId: undefined }],
		['form', { formId: 1 }],
		['result', { result: 27 }],
		['no result', { result: undefined }],
	])('differs by %s', (_name, overrides) => {
		expect(describeStatus(overrides).receiptKey).not.toBe(describeStatus().receiptKey);
	});

	it.each<[string, Partial<ReceiptStatus>, Partial<ReceiptStatus>]>([
		['result', { result: 2 }, { result: 0 }],
		['another result', { result: 2 }, { result: 5 }],
		['result, where one has none', { result: undefined }, { result: 2 }],
		['form', { formId: 5 }, { formId: 6 }],
		['form, where one has none', { formId: undefined }, { formId: 0 }],
		['request', { requestId: '5' }, { requestId: '6' }],
		['long form', { formId: '9007199254740993' }, { formId: '9007199254740992' }],
	])('tells two receipts apart by %s', (_name, one, other) => {
		expect(describeStatus(one).receiptKey).not.toBe(describeStatus(other).receiptKey);
	});

	it('does not run fields together', () => {
		const one = describeStatus({ requestId: '1', token: '23' });
		const other = describeStatus({ requestId: '12', token: '3' });
		expect(one.receiptKey).not.toBe(other.receiptKey);
	});
});
