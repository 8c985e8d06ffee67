import { RESPONSE_CODES, type Endpoint } from '../../../../push-kit/catalog/responseCodes';
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

	it('takes the success of another endpoint for none', () => {
		expect(interpretAnswer('send', 200, { code: '83010000', msg: '' }, ['t'])).toMatchObject([
			{ outcome: 'unknown', reason: 'unknownCode', verdict: 'keep' },
		]);
		expect(interpretAnswer('verify', 200, { code: '80000000', msg: '' }, ['u'])).toMatchObject([
			{ outcome: 'unknown' },
		]);
	});

	it('takes an internal error of revoking for what it is there, and nowhere else', () => {
		const body = { code: '80000001', msg: '' };
		expect(interpretAnswer('revoke', 500, body, ['t'])).toMatchObject([
			{ outcome: 'failed', verdict: 'retryLater' },
		]);
		for (const status of [200, 500, 503]) {
			const [outcome] = interpretAnswer('send', status, body, ['t']);
			expect(outcome).toMatchObject({ outcome: 'unknown', verdict: 'keep', code: '80000001' });
			expect(outcome?.advice).toContain('Wait for its receipt');
			expect(outcome?.advice).not.toContain('Revoke');
		}
	});

	it.each([200, 429, 500, 503])('never advises to repeat a new code (%d)', (status) => {
		const [outcome] = interpretAnswer('send', status, { code: '89999999', msg: 'New' }, ['t']);
		expect(outcome).toMatchObject({ outcome: 'unknown', reason: 'unknownCode', verdict: 'keep' });
		expect(outcome?.advice).toContain('Wait for its receipt');
		expect(outcome?.advice).toContain('"New"');
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

	it.each<[Endpoint, string, string, string]>([
		['send', 'keep', 'Wait for its receipt', 'Nothing was sent.'],
		['revoke', 'retryLater', 'Revoke it again', 'Nothing was withdrawn.'],
		['verify', 'retryLater', 'Verify the picture again', 'Nothing was verified.'],
	])('says what to do after an uncertain %s', (endpoint, verdict, click, nothingDone) => {
		expect(interpretResult(endpoint, failure(false), ['t'])[0]?.advice).toContain(nothingDone);
		const uncertain = [
			interpretResult(endpoint, failure(true), ['t']),
			interpretAnswer(endpoint, 502, 'Bad Gateway', ['t']),
			interpretAnswer(endpoint, 200, '', ['t']),
			interpretAnswer(endpoint, 500, { code: '81000001', msg: 'Inner Error' }, ['t']),
			interpretAnswer(endpoint, 200, { code: '89999999', msg: 'New' }, ['t']),
		];
		for (const [outcome] of uncertain) {
			expect(outcome).toMatchObject({ outcome: 'unknown', verdict });
			expect(outcome?.advice).toContain(click);
			for (const other of ['receipt', 'Revoke', 'picture']) {
				expect([other, outcome?.advice.includes(other)]).toEqual([other, click.includes(other)]);
			}
		}
	});

	it("quotes Huawei's text without the tokens and the login it may repeat", () => {
		const token = 'MAMzLgIkEACCCCCCCC';
		const msg = `Illegal payload, ${token} was sent by eyJhbGciOi.eyJpc3Mi.c2ln`;
		const [outcome] = interpretAnswer('send', 400, { code: '80100003', msg }, [token]);
		expect(outcome?.advice).toContain('Illegal payload, MAMzLg… was sent by eyJ…');
		expect(outcome?.advice).not.toContain(token);
		expect(outcome?.advice).not.toContain('c2ln');
	});

	it("quotes Huawei's text only where it says more than the code does", () => {
		const advice = (msg: string) =>
			interpretAnswer('send', 400, { code: '80300002', msg }, ['t'])[0]?.advice;
		expect(advice('No permission to send message to these tmIDs')).toBe(advice(''));
		expect(advice('  ')).toBe(advice(''));
		expect(advice('{"why":1}')).toBe(advice(''));
		expect(advice('[1]')).toBe(advice(''));
		expect(advice('of project {1}')).toContain(' (Huawei: "of project {1}") ');
		expect(advice(' spaced ')).toContain('(Huawei: "spaced")');
	});

	it('shows 300 characters of it at most', () => {
		const msg = 'too long '.repeat(1000);
		const [outcome] = interpretAnswer('send', 400, { code: '80100003', msg }, ['t']);
		expect(outcome?.advice).toContain(`"${'too long '.repeat(33)}t`);
		expect(outcome?.advice.length).toBeLessThan(600);
	});
});

describe('whatever an answer repeats of what it was sent', () => {
	const RECIPIENT = 'MAMzLgIkEACCCCCCCC0123456789abcdefghijklmnopqrstuvwxyz';
	const LOGIN = 'eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlMTIzNDU2Nzg5MA';
	const CODES = [
		'80000000',
		'80100000',
		'80300007',
		'80100003',
		'81000001',
		'80200005',
		'89999999',
	];

	it.each([
		['a token', RECIPIENT, RECIPIENT],
		['a login', LOGIN, 'c2lnbmF0'],
		['a token in a sentence', `of ${RECIPIENT} here`, RECIPIENT],
	])('%s is neither shown nor kept, in whatever member', (_, said, secret) => {
		for (const status of [200, 400, 401, 404, 500, 503]) {
			for (const code of [...CODES, said]) {
				const body = { code, msg: said, requestId: said };
				const outcomes = interpretAnswer('send', status, body, [RECIPIENT, 'other-token']);
				expect(outcomes).toHaveLength(2);
				expect([status, code, JSON.stringify(outcomes).includes(secret)]).toEqual([
					status,
					code,
					false,
				]);
			}
		}
	});

	it('is bounded', () => {
		const long = 'no-'.repeat(50_000);
		const body = { code: long, msg: long, requestId: long };
		for (const status of [200, 400, 503]) {
			const [outcome] = interpretAnswer('send', status, body, [RECIPIENT]);
			expect(outcome?.code).toHaveLength(64);
			expect(outcome?.requestId).toHaveLength(64);
			expect(JSON.stringify(outcome).length).toBeLessThan(1200);
		}
	});
});

describe('at the borders of what a status says', () => {
	it.each([
		[299, 'unknown'],
		[300, 'failed'],
		[499, 'failed'],
		[500, 'unknown'],
	])('a code of tomorrow with status %d: %s', (status, outcome) => {
		expect(read('99999999', { status })[0]?.outcome).toBe(outcome);
	});

	it.each([
		[299, 'noCode'],
		[300, 'http300'],
	])('no code with status %d: %s', (status, reason) => {
		const result = { kind: 'answer', status, body: 'text' } as const;
		expect(interpretResult('send', result, TOKENS)[0]?.reason).toBe(reason);
	});

	it('a known code is named in the reason', () => {
		expect(read('80300002', { status: 400 })[0]?.reason).toBe('code80300002');
	});
});

describe('the check of a picture', () => {
	const downloadUrl = 'https://cdn.example.com/a.png?key=1';

	it('tells where it is loaded from', () => {
		const body = { code: '83010000', msg: 'Success', downloadUrl };
		const result = { kind: 'answer', status: 200, body } as const;
		expect(interpretResult('verify', result, ['url'])[0]?.details).toEqual({ downloadUrl });
		expect(interpretResult('send', result, ['url'])[0]).not.toHaveProperty('details');
	});

	it('is repeated where no answer came', () => {
		expect(interpretResult('verify', failure(true), ['url'])[0]).toMatchObject({
			outcome: 'unknown',
			verdict: 'retryLater',
		});
		expect(interpretResult('send', failure(true), ['url'])[0]?.verdict).toBe('keep');
	});
});
