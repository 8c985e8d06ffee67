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
});
