import { DEVICES } from '../../../../push-kit/catalog/devices';
import { ARRIVAL_RULES, CONTENT_RULES } from '../../../../push-kit/catalog/houseRules';
import { MESSAGE_TYPES } from '../../../../push-kit/catalog/messageTypes';
import { PERMITS } from '../../../../push-kit/catalog/permits';
import { GENERAL_QUOTAS, QUOTAS } from '../../../../push-kit/catalog/quotas';
import { RECEIPT_RESULTS } from '../../../../push-kit/catalog/receiptResults';

const QUOTA_ROWS = [...GENERAL_QUOTAS, ...Object.values(QUOTAS).flatMap((rows) => rows ?? [])];

describe('what is permitted', () => {
	it('is known of every message type that has a push type of its own, in their order', () => {
		expect(PERMITS.map((row) => row.messageType)).toEqual(
			MESSAGE_TYPES.map((row) => row.messageType).filter((name) => name !== 'custom'),
		);
	});

	it.each([
		['notification', ['phone', 'tablet', 'pc', 'watch', 'tv']],
		['badge', ['phone', 'tablet', 'pc']],
		['liveView', ['phone', 'tablet', 'watch']],
		['call', ['phone', 'tablet', 'watch']],
		['mdm', ['phone', 'tablet', 'pc']],
		['location', []],
	])('%s reaches %j', (messageType, devices) => {
		const { reach = {} } = PERMITS.find((row) => row.messageType === messageType) ?? {};
		expect(DEVICES.filter((device) => reach[device] !== undefined)).toEqual(devices);
	});

	it('names a way to every right that can be applied for', () => {
		const without = PERMITS.filter(({ steps }) => steps.length === 0).map(({ right }) => right);
		expect([...new Set(without)]).toEqual(['None', 'Not open for application']);
	});

	it('has a quota of known types only, told by results that receipts have', () => {
		const types = MESSAGE_TYPES.map((row) => row.messageType);
		expect(Object.keys(QUOTAS).filter((name) => !types.includes(name))).toEqual([]);
		const results = new Set(RECEIPT_RESULTS.map(({ result }) => result));
		for (const quota of QUOTA_ROWS) {
			expect(quota.what.length * quota.limit.length * quota.beyond.length).toBeGreaterThan(0);
			for (const result of quota.results ?? []) expect(results).toContain(result);
		}
	});

	it('rests on a page of Huawei', () => {
		const rows = [...PERMITS, ...QUOTA_ROWS, ...CONTENT_RULES, ...ARRIVAL_RULES];
		for (const { source } of rows) expect(source).toMatch(/^(?:push|liveview|arkts)-[a-z-]+$/);
	});
});
