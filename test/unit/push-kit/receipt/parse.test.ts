import fc from 'fast-check';

import { MOST_STATUSES, parseReceiptBody } from '../../../../push-kit/receipt/parse';

const DELIVERY = {
	token: 'TOKEN_B',
	pushType: 0,
	appPackageName: 'com.example.shop',
	biTag: 'orders-2026-09',
	requestId: '1700000000002',
	deliveryStatus: { result: 2, timestamp: 1790000000456 },
};

const FORM = {
	token: 'TOKEN_A',
	pushType: 1,
	appPackageName: 'com.example.shop',
	biTag: '',
	requestId: '1700000000001',
	formStatus: { formId: 1203344556, result: 262, timestamp: 1790000000123 },
};

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

function parseStatus(status: unknown) {
	const parsed = parse([status]);
	return parsed.ok ? parsed.statuses[0] : parsed.reason;
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

	it('passes fields that Huawei adds later through, of the status and of its outcome', () => {
		const status = {
			...DELIVERY,
			deviceType: 'watch',
			deliveryStatus: { ...DELIVERY.deliveryStatus, subResult: 7 },
		};
		expect(parseStatus(status)).toMatchObject({
			unknownFields: { deviceType: 'watch', subResult: 7 },
		});
	});

	it('reads numbers that come as text', () => {
		const status = {
			...FORM,
			pushType: '1',
			formStatus: { formId: '12', result: '261', timestamp: '1790000000123' },
		};
		expect(parseStatus(status)).toMatchObject({
			pushType: 1,
			formId: 12,
			result: 261,
			timestamp: 1790000000123,
		});
	});

	it.each([
		['0x2', undefined],
		['2e0', undefined],
		['2.5', undefined],
		['', undefined],
		[' 2 ', 2],
		['-1', -1],
		[true, undefined],
		[[2], undefined],
		[null, undefined],
	])('reads the result %j as %p', (result, expected) => {
		expect(parseStatus({ ...DELIVERY, deliveryStatus: { result } })).toHaveProperty(
			'result',
			expected,
		);
	});

	it('keeps every digit of the numbers that JavaScript cannot hold', () => {
		const text = `{"statuses":[{"token":"t","pushType":1,"requestId": 173234567890000000001,
			"formStatus":{"formId": 9223372036854775807 ,"result":0},"extra":{"ids":[-9007199254740993,1]}}]}`;
		const parsed = parseReceiptBody(text);
		expect(parsed.ok && parsed.statuses[0]).toMatchObject({
			requestId: '173234567890000000001',
			formId: '9223372036854775807',
			unknownFields: { extra: { ids: ['-9007199254740993', 1] } },
		});
	});

	it.each([
		[12, 12],
		['12', 12],
		[' 12 ', 12],
		[9007199254740991, 9007199254740991],
		['9007199254740993', '9007199254740993'],
		['0012', '0012'],
		['card-1', 'card-1'],
		['', undefined],
		[null, undefined],
		[{}, undefined],
	])('reads the form ID %j as %p', (formId, expected) => {
		expect(parseStatus({ ...FORM, formStatus: { formId, result: 0 } })).toHaveProperty(
			'formId',
			expected,
		);
	});

	it('leaves a text alone that looks like a long form ID', () => {
		const biTag = '"formId":9223372036854775807,';
		expect(parseStatus({ ...DELIVERY, biTag })).toMatchObject({ biTag });
	});

	it.each([
		['a token', 'MAMz-1', 'MAMz-1'],
		['a token that begins like no token', 'NaNMz-1', 'NaNMz-1'],
		['a token that ends like no token', 'MAMz-1none', 'MAMz-1none'],
		['blanks around it', ' \tMAMz-1\u00a0\u200b\n', 'MAMz-1'],
		['nothing', undefined, ''],
		['null', null, ''],
		['an empty text', '', ''],
		['blanks', ' \t\u3000', ''],
		['characters without width', '\u200b\ufeff\u2060', ''],
		['a word for nothing', 'null', ''],
		['another word for nothing', 'Undefined', ''],
		['a number', 17, ''],
		['a long number', 1e20, ''],
		['a boolean', true, ''],
		['an object', { token: 'MAMz-1' }, ''],
		['a list', ['MAMz-1'], ''],
	])('reads of %s the push token %#', (_name, token, expected) => {
		expect(parseStatus({ ...DELIVERY, token })).toHaveProperty('token', expected);
	});

	it.each([
		['the delivery, with an empty form', 0, { result: 2 }, {}, 2],
		['the form, with an empty delivery', 1, {}, { result: 262 }, 262],
		['the delivery of a message', 0, { result: 2 }, { result: 0 }, 2],
		['the form of a widget', 1, { result: 0 }, { result: 262 }, 262],
		['the form, where a message has no delivery', 0, undefined, { result: 151 }, 151],
		['the delivery, where a widget has no form', 1, { result: 14 }, undefined, 14],
		['the delivery, where the form holds no number', 1, { result: 14 }, { result: null }, 14],
	])('takes the result from %s', (_name, pushType, deliveryStatus, formStatus, result) => {
		expect(parseStatus({ token: 't', pushType, deliveryStatus, formStatus })).toMatchObject({
			result,
		});
	});

	it('reads a status without an outcome', () => {
		expect(parseStatus({ token: 't', pushType: 0 })).toMatchObject({
			token: 't',
			result: undefined,
			timestamp: undefined,
		});
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
