/** Push Kit's answers, or those of whoever stands in its place. */
import fc, { type Arbitrary } from 'fast-check';

import { RESPONSE_CODES } from '../../../../push-kit/catalog/responseCodes';
import { TOKEN_REASONS } from '../../../../push-kit/catalog/tokenReasons';
import { interpretAnswer } from '../../../../push-kit/delivery/answer';
import type { TokenOutcome } from '../../../../push-kit/delivery/outcome';
import { checkCases, checkEndless } from '../../cases';
import {
	damaged,
	deepJson,
	mostly,
	objectOf,
	wildText,
	wildValue,
	withChanges,
} from '../../hostile';
import { holdToLaws, refuseSecrets } from '../../laws';

/** Longer than any sentence of the tables with a quotation in it. */
const LONGEST_TEXT = 2_000;

const TOKENS = Array.from(
	{ length: 6 },
	(_, index) => `MASI${String(index).repeat(8)}.push_token-of-this-test_${index}/with+signs==`,
);
const JWT = 'eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiIxMDQ4MzcxNzEifQ.c2lnbmF0dXJl-c2lnbmF0dXJl';
const SECRETS = [...TOKENS, JWT];

const codes = RESPONSE_CODES.map(({ code }) => code);
const reasons = TOKEN_REASONS.map(({ reason }) => reason);

const someTokens = fc.subarray(TOKENS);

const illegalTokens: Arbitrary<unknown> = fc.oneof(
	fc
		.array(
			fc.tuple(
				fc.oneof(fc.constantFrom(...reasons, ...SECRETS, '__proto__'), wildText),
				fc.oneof(someTokens, fc.array(wildText, { maxLength: 3 }), wildValue),
			),
			{ maxLength: 3 },
		)
		.map((lists) => Object.fromEntries(lists)),
	wildValue,
);

const refusal: Arbitrary<unknown> = fc
	.record(
		{
			illegalTokens,
			failure: fc.oneof(fc.integer({ min: -1, max: 8 }), wildValue),
			success: fc.oneof(fc.integer({ min: -1, max: 8 }), wildValue),
		},
		{ requiredKeys: [] },
	)
	.chain((members) => withChanges({ ...members, illegalTokens: members.illegalTokens }));

const PIECES = [
	...['eyJ', 'eyJ.', 'eyJhbGciOiJQUzI1NiJ9.', 'a.', '.', '-', JWT, ...TOKENS.slice(0, 2)],
	...[
		'{"illegalTokens":{"noRight":["',
		'"],"',
		'","',
		'{"illegalTokens":',
		'{"code":"80100000","msg":"',
	],
];

const msg: Arbitrary<unknown> = fc.oneof(
	refusal.map((value) => JSON.stringify(value)),
	mostly(
		damaged(
			refusal.map((value) => JSON.stringify(value)),
			PIECES,
		),
		PIECES,
	),
	mostly(damaged(fc.constantFrom('Success', `Bad ${TOKENS[0]}`, `Bearer ${JWT}`), PIECES), PIECES),
	refusal,
	wildValue,
	deepJson,
);

const code: Arbitrary<unknown> = fc.oneof(
	fc.constantFrom(...codes, '80000000', '80100000', '80300007'),
	fc.constantFrom(...codes).map(Number),
);

/** What Push Kit would answer, but for its `msg`. */
const answer: Arbitrary<unknown> = fc.record({ code, msg, requestId: fc.constant('17') });

/** What no Push Kit would answer. */
const nonsense: Arbitrary<unknown> = fc.oneof(
	fc
		.record({
			code: fc.oneof(code, fc.constantFrom(...SECRETS), wildValue),
			msg,
			requestId: fc.oneof(fc.constantFrom('', ...SECRETS), wildText, wildValue),
		})
		.chain((members) => withChanges(members)),
	objectOf(wildValue),
	mostly(wildText, PIECES),
	wildValue,
	deepJson,
);

/** Parsed, as n8n's helper hands it over, or the text that could not be parsed. */
const received = (value: Arbitrary<unknown>): Arbitrary<unknown> =>
	fc.tuple(value, fc.boolean()).map(([body, asText]) => (asText ? JSON.stringify(body) : body));

const status = fc.oneof(fc.constantFrom(200, 204, 400, 401, 404, 429, 500, 502, 503), fc.nat(999));

function read(value: unknown, httpStatus: number): TokenOutcome[] {
	return interpretAnswer('send', httpStatus, value, TOKENS);
}

test.each([
	['an answer with any text', answer],
	['anything else', nonsense],
])('%s: every token gets one outcome, in short words that hold no secret', (_, body) => {
	checkCases(fc.tuple(received(body), status), ([value, httpStatus]) => {
		const outcomes = holdToLaws(() => read(value, httpStatus), { secrets: SECRETS }) ?? [];
		expect(outcomes).toHaveLength(TOKENS.length);
		for (const {
			outcome,
			verdict,
			advice,
			reason = '',
			code: said = '',
			requestId = '',
		} of outcomes) {
			expect(['accepted', 'rejected', 'failed', 'unknown', 'skipped']).toContain(outcome);
			expect(['keep', 'remove', 'pause', 'fixSetup', 'fixMessage', 'retryLater']).toContain(
				verdict,
			);
			for (const words of [advice, reason, said, requestId]) {
				refuseSecrets(words, SECRETS);
				expect(words.length).toBeLessThanOrEqual(LONGEST_TEXT);
			}
		}
	});
});

test('nobody is called accepted by an answer that contradicts itself', () => {
	const counts = fc.record({
		success: fc.integer({ min: -1, max: 8 }),
		failure: fc.oneof(fc.integer({ min: -1, max: 8 }), fc.constantFrom<unknown>('many', null, '2')),
	});
	checkCases(fc.tuple(someTokens, counts), ([named, { success, failure }]) => {
		const text = JSON.stringify({
			illegalTokens: { tokenFormatError: named },
			success,
			failure,
		});
		const outcomes = holdToLaws(() => read({ code: '80100000', msg: text, requestId: '1' }, 200));
		const accepted = (outcomes ?? []).filter(({ outcome }) => outcome === 'accepted').length;
		const refused = failure === null ? named.length : Number(failure);
		const agrees = refused === named.length && success === TOKENS.length - named.length;
		if (!agrees) expect({ text, accepted }).toEqual({ text, accepted: 0 });
	});
});

test('no piece of a text is slow, however often it stands there', () => {
	checkEndless(PIECES, (text) => {
		holdToLaws(() => read({ code: '80100003', msg: text }, 400));
		holdToLaws(() => read({ code: '80300007', msg: text }, 200));
	});
});
