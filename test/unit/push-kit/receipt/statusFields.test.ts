import { parseReceiptBody } from '../../../../push-kit/receipt/parse';
import { DELIVERY, FORM } from './statuses';

function parseStatus(status: unknown) {
	const parsed = parseReceiptBody(JSON.stringify({ statuses: [status] }));
	return parsed.ok ? parsed.statuses[0] : parsed.reason;
}

describe('a status of a receipt', () => {
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
		['a sign for nothing', ' - ', ''],
		['a sign that means every row to a database', '%', ''],
		['an abbreviation for nothing', 'N/A', ''],
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
});
