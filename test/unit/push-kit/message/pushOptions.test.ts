import { SEND_EXAMPLES } from '../../../builders/bodies';
import { findFaults } from '../../../builders/change';

const refusals = (pushOptions: object) =>
	findFaults(SEND_EXAMPLES.smallNotification, {}, pushOptions);

describe('delivery options', () => {
	it.each([
		{},
		{ ttl: 1_296_000, collapseKey: -1 },
		{ ttl: 0, collapseKey: 100, testMessage: true, receiptId: 'R1', backgroundMode: 1 },
		{ biTag: 'x'.repeat(64) },
		{ biTag: `${'推'.repeat(21)}x` },
		{ biTag: '😀'.repeat(16) },
		{ anOptionOfTomorrow: 1 },
	])('pass: %p', (pushOptions) => {
		expect(refusals(pushOptions)).toEqual([]);
	});

	it.each([
		[{ ttl: 1_296_001 }, 'TTL (Seconds) must be at most 1296000.'],
		[{ ttl: -1 }, 'TTL (Seconds) must be at least 0.'],
		[{ ttl: '60' }, 'TTL (Seconds) must be a whole number.'],
		[{ collapseKey: -2 }, 'Collapse Key must be at least -1.'],
		[{ collapseKey: 101 }, 'Collapse Key must be at most 100.'],
		[{ testMessage: 'yes' }, 'Test Message must be true or false.'],
		[
			{ biTag: 'x'.repeat(65) },
			'Batch Tag has 65 bytes; at most 64 are allowed (a Chinese character counts 3).',
		],
		[
			{ biTag: '推'.repeat(22) },
			'Batch Tag has 66 bytes; at most 64 are allowed (a Chinese character counts 3).',
		],
	])('are refused: %p', (pushOptions, sentence) => {
		expect(refusals(pushOptions)).toEqual([sentence]);
	});

	it('must be an object', () => {
		expect(refusals([])).toEqual(['Push Options must be an object such as {"key": "value"}.']);
	});
});
