import fc from 'fast-check';

import { MOST_STATUSES, parseReceiptBody } from '../../../../push-kit/receipt/parse';
import { DELIVERY, FORM } from './statuses';

/** An element as the old HMS Core sends it. */
const VERSION_1 = {
	biTag: '',
	appid: '100',
	token: 'TOKEN_C',
	status: 0,
	timestamp: 1790000000123,
	requestId: '1',
};

function parse(statuses: unknown) {
	return parseReceiptBody(JSON.stringify({ statuses }));
}

describe('parseReceiptBody', () => {
	it('reads a delivery and a form receipt of one call, in order', () => {
		expect(parse([FORM, DELIVERY])).toEqual({
			ok: true,
			statuses: [
				{
					token: 'TOKEN_A',
					pushType: 1,
					appPackageName: 'com.example.shop',
					biTag: undefined,
					requestId: '1700000000001',
					formId: 1203344556,
					result: 262,
					timestamp: 1790000000123,
					unknownFields: {},
				},
				{
					token: 'TOKEN_B',
					pushType: 0,
					appPackageName: 'com.example.shop',
					biTag: 'orders-2026-09',
					requestId: '1700000000002',
					formId: undefined,
					result: 2,
					timestamp: 1790000000456,
					unknownFields: {},
				},
			],
		});
	});

	it('reads more statuses than the documented hundred', () => {
		const parsed = parse(Array.from({ length: 250 }, () => DELIVERY));
		expect(parsed.ok && parsed.statuses.length).toBe(250);
	});

	it('takes the statuses beside an element that is no object', () => {
		const parsed = parse([null, DELIVERY, 'x']);
		expect(parsed.ok && parsed.statuses.map(({ token }) => token)).toEqual(['TOKEN_B']);
	});

	it('refuses what is far more than a call of Huawei', () => {
		expect(parse(Array(MOST_STATUSES).fill({ token: 't' }))).toMatchObject({ ok: true });
		expect(parse(Array(MOST_STATUSES + 1).fill({}))).toEqual({
			ok: false,
			reason: 'tooManyStatuses',
		});
	});

	it('takes an empty array as no receipts', () => {
		expect(parse([])).toEqual({ ok: true, statuses: [] });
	});

	it('bears a byte order mark and blanks around the JSON', () => {
		expect(parseReceiptBody(`\uFEFF ${JSON.stringify({ statuses: [DELIVERY] })}\n`).ok).toBe(true);
	});

	it('tells a V1 body', () => {
		expect(parse([VERSION_1])).toEqual({ ok: false, reason: 'version1' });
		expect(parse([{ token: 't', status: 2 }])).toEqual({ ok: false, reason: 'version1' });
	});

	it('does not take a V2 body with a field "status" or "appid" for V1', () => {
		expect(parse([{ ...DELIVERY, status: 1, appid: '100' }]).ok).toBe(true);
		expect(parse([DELIVERY, VERSION_1]).ok).toBe(true);
	});

	it.each([
		['nothing', '', 'empty'],
		['blanks', ' \n ', 'empty'],
		['text', 'hello', 'notJson'],
		['JSON cut off', '{"statuses":[', 'notJson'],
		['another object', '{"code":"0"}', 'noStatuses'],
		['statuses that are no array', '{"statuses":{}}', 'noStatuses'],
		['statuses that are no objects', '{"statuses":[1,"x",null]}', 'noStatuses'],
		['an array', '[]', 'noStatuses'],
		['null', 'null', 'noStatuses'],
		['a number', '1', 'noStatuses'],
	])('refuses %s', (_name, text, reason) => {
		expect(parseReceiptBody(text)).toEqual({ ok: false, reason });
	});

	it('never throws, whatever JSON comes', () => {
		fc.assert(
			fc.property(fc.array(fc.anything()), (statuses) => {
				const text = JSON.stringify({ statuses }, (_key, value: unknown) =>
					typeof value === 'bigint' ? String(value) : value,
				);
				expect(typeof parseReceiptBody(text).ok).toBe('boolean');
			}),
		);
	});
});
