import { RESPONSE_CODES } from '../../../../push-kit/catalog/responseCodes';
import { interpretAnswer, interpretResult, isTaken } from '../../../../push-kit/delivery/answer';
import { answer, failure, illegal, page } from './messages';

const TOKENS = ['token-one', 'token-two', 'token-three'];

const read = (code: string, more: { status?: number; msg?: string } = {}) =>
	interpretResult('send', answer(code, more), TOKENS);

describe('interpretResult', () => {
	it.each([200, 400])('accepts every token for 80000000, whatever the status (%d)', (status) => {
		expect(read('80000000', { status })).toEqual(
			TOKENS.map(() => expect.objectContaining({ outcome: 'accepted', requestId: 'request-1' })),
		);
	});

	it.each([200, 400])('tells the refused tokens of a partial success apart (%d)', (status) => {
		const msg = illegal({ tokenFormatError: ['token-two'] });
		const outcomes = read('80100000', { status, msg });
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'rejected', 'accepted']);
		expect(outcomes[1]).toMatchObject({ reason: 'tokenFormatError', verdict: 'fixSetup' });
	});

	it('calls a code that nobody knows unknown where the status is a success', () => {
		expect(read('99999999')[0]).toMatchObject({
			outcome: 'unknown',
			reason: 'unknownCode',
			verdict: 'keep',
			code: '99999999',
		});
		expect(read('99999999', { status: 400 })[0]).toMatchObject({ outcome: 'failed' });
	});

	it.each([
		[200, 'unknown', 'noCode', 'keep'],
		[400, 'failed', 'http400', 'fixMessage'],
		[401, 'failed', 'http401', 'fixSetup'],
		[404, 'failed', 'http404', 'fixSetup'],
		[500, 'unknown', 'http500', 'keep'],
		[502, 'unknown', 'http502', 'keep'],
		[503, 'failed', 'http503', 'retryLater'],
		[504, 'unknown', 'http504', 'keep'],
	])('reads a web page with status %d as %s', (status, outcome, reason, verdict) => {
		expect(interpretResult('send', page(status), TOKENS)).toEqual(
			TOKENS.map(() => expect.objectContaining({ outcome, reason, verdict, status })),
		);
	});

	it.each(['', '{"code":"8', '[]', 'null', '{"message":"hi"}'])(
		'does not take %j for an answer of Push Kit',
		(body) => {
			expect(interpretAnswer('send', 200, body, ['t'])).toMatchObject([{ outcome: 'unknown' }]);
		},
	);

	it('never calls a request accepted by any other known code', () => {
		const others = RESPONSE_CODES.filter(({ code }) => !isTaken({ code, msg: '' }));
		for (const { code, endpoints } of others) {
			const [outcome] = interpretAnswer(endpoints[0] ?? 'send', 200, { code, msg: '' }, ['t']);
			expect([code, outcome?.outcome]).not.toEqual([code, 'accepted']);
			expect(outcome?.advice).not.toBe('');
		}
	});

	it('accepts a checked picture', () => {
		expect(interpretAnswer('verify', 200, { code: '83010000', msg: '' }, ['u'])).toMatchObject([
			{ outcome: 'accepted' },
		]);
	});

	it('tells a request that may have arrived from one that never left', () => {
		expect(interpretResult('send', failure(true), ['t'])).toMatchObject([
			{ outcome: 'unknown', verdict: 'keep' },
		]);
		expect(interpretResult('send', failure(false), ['t'])).toMatchObject([
			{ outcome: 'failed', verdict: 'retryLater' },
		]);
		expect(interpretResult('send', failure(false, true), ['t'])).toMatchObject([
			{ outcome: 'failed', verdict: 'fixSetup' },
		]);
	});

	it("quotes Huawei's text without the tokens and the login it may repeat", () => {
		const token = 'MAMzLgIkEACCCCCCCC';
		const msg = `Illegal payload, ${token} was sent by eyJhbGciOi.eyJpc3Mi.c2ln`;
		const [outcome] = interpretAnswer('send', 400, { code: '80100003', msg }, [token]);
		expect(outcome?.advice).toContain('Illegal payload, MAMzLg… was sent by eyJ…');
		expect(outcome?.advice).not.toContain(token);
		expect(outcome?.advice).not.toContain('c2ln');
	});
});
