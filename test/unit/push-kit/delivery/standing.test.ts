import { RESPONSE_CODES, type Endpoint } from '../../../../push-kit/catalog/responseCodes';
import { interpretResult, standingOf } from '../../../../push-kit/delivery/answer';
import { deliver } from '../../../../push-kit/delivery/deliver';
import { classifyRetry } from '../../../../push-kit/delivery/retryPolicy';
import type { TransportAnswer } from '../../../../push-kit/delivery/transport';
import { answer, freshSetUp, group, illegal, page, RULES } from './messages';
import { VirtualClock } from './virtualClock';

const TOKENS = ['token-one', 'token-two'];
const ENDPOINTS: Endpoint[] = ['send', 'revoke', 'verify'];

/** Real ones, undocumented ones, and what is no status of a whole answer. */
const STATUSES = [
	0,
	100,
	101,
	200,
	201,
	204,
	206,
	301,
	302,
	304,
	307,
	400,
	401,
	403,
	404,
	405,
	408,
	409,
	410,
	413,
	418,
	425,
	429,
	431,
	451,
	499,
	500,
	501,
	502,
	503,
	504,
	505,
	507,
	508,
	511,
	599,
	999,
	Number.NaN,
];

/** Of tomorrow, of other systems, and close to what is known. */
const STRANGE_CODES = [
	'80000009',
	'80100009',
	'89999999',
	'200',
	'0',
	'404',
	'503',
	'SUCCESS',
	'…',
];

const CODES = [...RESPONSE_CODES.map(({ code }) => code), ...STRANGE_CODES];

function answersWith(status: number): TransportAnswer[] {
	const msg = illegal({ noRight: ['token-two'] });
	return [
		page(status),
		...CODES.map((code) => answer(code, { status })),
		...CODES.map((code) => answer(code, { status, msg })),
	];
}

const CASES = STATUSES.flatMap(answersWith);

const describeCase = ({ status, body }: TransportAnswer) => `${status} ${JSON.stringify(body)}`;

describe('what is reported of a request and whether it is sent again', () => {
	it.each(ENDPOINTS)('never contradict each other (%s)', (endpoint) => {
		for (const result of CASES) {
			const outcomes = interpretResult(endpoint, result, TOKENS).map(({ outcome }) => outcome);
			for (const repeatable of [false, true]) {
				const retry = classifyRetry(result, repeatable);
				const again = retry === 'backOff' || retry === 'slowDown';
				const told = [describeCase(result), repeatable, retry, outcomes];
				if (outcomes.includes('accepted') || outcomes.includes('rejected')) {
					expect(told).toEqual([describeCase(result), repeatable, 'never', outcomes]);
				}
				if (again && !repeatable) {
					expect(told).toEqual([describeCase(result), repeatable, retry, ['failed', 'failed']]);
				}
				// All tokens that were still to go there get the same outcome: none of theirs was sent.
				if (retry === 'giveUp' || retry === 'renew') {
					expect(told).toEqual([describeCase(result), repeatable, retry, ['failed', 'failed']]);
				}
			}
		}
	});

	it('holds for the request as a whole too', () => {
		for (const result of CASES) {
			const { status, body } = result;
			const read =
				typeof body === 'string' ? undefined : { code: '', msg: '', ...(body as object) };
			const standing = standingOf(status, read);
			const kinds = new Set(interpretResult('send', result, TOKENS).map(({ outcome }) => outcome));
			const allowed = {
				taken: ['accepted', 'rejected', 'unknown'],
				// Of tokens that a contradictory answer does not name nobody knows.
				rejected: ['rejected', 'unknown'],
				failed: ['failed'],
				unknown: ['unknown'],
			}[standing];
			expect([...kinds].filter((kind) => !allowed.includes(kind))).toEqual([]);
		}
	});

	it('put nothing on a phone twice that may have been accepted', async () => {
		for (const result of CASES) {
			const kind = interpretResult('send', result, TOKENS)[0]?.outcome;
			// What is reported as failed was surely not accepted.
			if (kind === 'failed') continue;
			const clock = new VirtualClock();
			let copies = 0;
			await clock.run(
				deliver([group(1)], RULES, {
					...freshSetUp(),
					surroundings: clock,
					concurrency: 2,
					tokensPerSecond: 0,
					transport: async () => {
						copies += 1;
						return await Promise.resolve(result);
					},
				}),
			);
			expect([describeCase(result), copies]).toEqual([describeCase(result), 1]);
		}
	});
});

describe('the standing of an answer', () => {
	it.each([
		[503, '81000001', 'unknown'],
		[503, '89999999', 'unknown'],
		[429, '80000009', 'unknown'],
		[500, '80100003', 'failed'],
		[502, '80200001', 'failed'],
		[401, '80000000', 'taken'],
		[503, '80100000', 'taken'],
		[401, '81000001', 'unknown'],
		[200, '80000001', 'unknown'],
		[200, '80300007', 'rejected'],
		[503, '80300007', 'rejected'],
		[400, '89999999', 'failed'],
		[302, '89999999', 'failed'],
		[200, '89999999', 'unknown'],
		[500, '89999999', 'unknown'],
		[101, '89999999', 'unknown'],
	])('%d with the code %s is %s', (status, code, standing) => {
		expect(standingOf(status, { code, msg: '' })).toBe(standing);
	});

	it.each([
		[101, 'unknown'],
		[200, 'unknown'],
		[302, 'failed'],
		[404, 'failed'],
		[429, 'failed'],
		[500, 'unknown'],
		[503, 'failed'],
		[Number.NaN, 'unknown'],
	])('%d without a code is %s', (status, standing) => {
		expect(standingOf(status, undefined)).toBe(standing);
	});
});
