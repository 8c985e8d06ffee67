import { readAnswer } from '../../../../push-kit/delivery/pushAnswer';

describe('readAnswer', () => {
	it('reads a parsed body and its text alike', () => {
		const body = { code: '80000000', msg: 'Success', requestId: '1' };
		expect(readAnswer(body)).toEqual(body);
		expect(readAnswer(JSON.stringify(body))).toEqual(body);
	});

	it('reads a code that is a number, and a msg that is an object', () => {
		expect(readAnswer({ code: 80100000, msg: { failure: 1 } })).toEqual({
			code: '80100000',
			msg: '{"failure":1}',
		});
	});

	it.each([undefined, null, '', 'OK', [], {}, { code: '' }, { code: null }, { msg: 'Success' }])(
		'finds no code in %j',
		(body) => {
			expect(readAnswer(body)).toBeUndefined();
		},
	);

	it("reads no member that is not the body's own", () => {
		const body: object = Object.create({ code: '80000000', msg: 'Success' });
		expect(readAnswer(body)).toBeUndefined();
		expect(readAnswer('{"__proto__":{"code":"80000000"}}')).toBeUndefined();
	});

	it.each([null, 5, true, ['a'], { deep: { er: 1 } }])('reads a msg that is %j as JSON', (msg) => {
		expect(readAnswer({ code: '1', msg })?.msg).toBe(JSON.stringify(msg));
	});

	it.each([5, null, {}, [], ''])('takes %j for no request ID', (requestId) => {
		expect(readAnswer({ code: '1', msg: '', requestId })).toEqual({ code: '1', msg: '' });
	});

	const DEPTH = 100_000;
	const deepArray = '['.repeat(DEPTH) + ']'.repeat(DEPTH);
	const deepObject = '{"a":'.repeat(DEPTH) + '1' + '}'.repeat(DEPTH);

	it.each([
		['a deep list', deepArray],
		['a deep object', deepObject],
	])('reads no sense, and breaks nothing, in %s', (_, json) => {
		for (const body of [
			`{"code":"80100000","msg":${json}}`,
			JSON.parse(`{"code":"80100000","msg":${json}}`),
		]) {
			expect(readAnswer(body)).toEqual({ code: '80100000', msg: '' });
		}
		expect(readAnswer(json)).toBeUndefined();
		expect(readAnswer({ code: JSON.parse(json), msg: '' })).toBeUndefined();
		expect(
			readAnswer({ code: '1', msg: '', requestId: JSON.parse(json) })?.requestId,
		).toBeUndefined();
	});
});
