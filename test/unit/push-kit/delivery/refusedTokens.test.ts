import { findResponseCode } from '../../../../push-kit/catalog/responseCodes';
import { TOKEN_REASONS } from '../../../../push-kit/catalog/tokenReasons';
import { adviceOf } from '../../../../push-kit/delivery/outcome';
import {
	allRefused,
	fullSuccess,
	partialSuccess,
} from '../../../../push-kit/delivery/refusedTokens';
import { illegal } from './messages';

const TOKENS = ['a', 'b', 'c'];

const partial = (msg: string) =>
	partialSuccess({ code: '80100000', msg, requestId: 'r' }, TOKENS).map(({ outcome }) => outcome);

const refused = (msg: string, tokens = TOKENS) =>
	allRefused({ code: '80300007', msg }, undefined, tokens);

describe('partialSuccess', () => {
	it.each([
		['any order of keys', '{"success":2,"failure":1,"illegalTokens":{"noRight":["b"]}}'],
		['blanks around a reason', '{"illegalTokens":{" noRight ":["b"]},"success":2,"failure":1}'],
		['blanks around a token', '{"illegalTokens":{"noRight":[" b "]},"success":2,"failure":1}'],
		['no counts', '{"illegalTokens":{"noRight":["b"]}}'],
		['counts as text', '{"illegalTokens":{"noRight":["b"]},"failure":"1"}'],
	])('reads %s', (_, msg) => {
		expect(partial(msg)).toEqual(['accepted', 'rejected', 'accepted']);
	});

	it('accepts nobody whom a refusal without a name may concern', () => {
		expect(partial(illegal({ noRight: ['b'] }, 2))).toEqual(['unknown', 'rejected', 'unknown']);
	});

	it.each([
		'{"illegalTokens":{"noRight":["b"]},"success":1,"failure":1}',
		'{"illegalTokens":{"noRight":["b"]},"success":0}',
		'{"illegalTokens":{"noRight":["b"]},"failure":"many"}',
		'{"illegalTokens":{"noRight":["b"]},"failure":0}',
		'{"illegalTokens":{"noRight":["b","stranger"]},"success":1,"failure":2}',
		'{"illegalTokens":{"noRight":["b"]},"success":"","failure":1}',
		'{"illegalTokens":{"noRight":["b","stranger"]}}',
		'{"illegalTokens":{"noRight":["b","stranger"]},"success":2,"failure":1}',
	])('accepts nobody where the counts contradict each other: %s', (msg) => {
		expect(partial(msg)).toEqual(['unknown', 'rejected', 'unknown']);
	});

	it('keeps all reasons of a token that is named twice', () => {
		const [, outcome] = partialSuccess(
			{ code: '80100000', msg: illegal({ noRight: ['b'], tokenFormatError: ['b'] }, 1) },
			TOKENS,
		);
		expect(outcome?.reasons).toEqual(['noRight', 'tokenFormatError']);
	});

	it.each(['Check Parameter Partial Success', '', '{}', '{"illegalTokens":{}}', 'null', '[1]'])(
		'accepts nobody where %j names nobody',
		(msg) => {
			expect(partial(msg)).toEqual(['unknown', 'unknown', 'unknown']);
		},
	);
});

describe('fullSuccess', () => {
	const full = (msg: string) =>
		fullSuccess({ code: '80000000', msg }, TOKENS).map(({ outcome }) => outcome);

	it.each([
		'Success',
		'',
		'{}',
		'{"illegalTokens":{"noRight":["stranger"]}}',
		'{"success":3,"failure":0,"illegalTokens":{}}',
	])('accepts all: %j', (msg) => {
		expect(full(msg)).toEqual(['accepted', 'accepted', 'accepted']);
	});

	it.each([
		'{"success":2,"failure":1}',
		'{"success":2,"failure":1,"illegalTokens":["a"]}',
		'{"success":0}',
	])('is not sure of anybody where %j', (msg) => {
		expect(full(msg)).toEqual(['unknown', 'unknown', 'unknown']);
	});

	it('does not believe it for a token that is named as refused all the same', () => {
		expect(full(illegal({ noRight: ['a'] }))).toEqual(['rejected', 'accepted', 'accepted']);
	});
});

describe('allRefused', () => {
	it.each([
		'{"success":1,"failure":1,"illegalTokens":{"noRight":["b"]}}',
		'{"failure":1}',
		'{"success":2}',
	])('does not know of those that %s does not name', (msg) => {
		expect(new Set(refused(msg).map(({ outcome }) => outcome))).toContain('unknown');
		expect(refused(msg).map(({ outcome }) => outcome)).not.toContain('accepted');
	});

	it.each(TOKEN_REASONS.map((row) => [row.reason, row] as const))(
		'gives nobody up for %s before the run is judged, whatever its neighbours',
		(reason, row) => {
			const careful = row.setUp?.verdict ?? row.verdict;
			const [first, other] = refused(illegal({ [reason]: ['a', 'b'], somethingNew: ['c'] }));
			expect(first).toMatchObject({ outcome: 'rejected', reason, verdict: careful });
			expect(other).toBe(first);
			for (const outcome of refused(illegal({ [reason]: TOKENS }))) {
				expect(outcome.verdict).toBe(careful);
			}
		},
	);

	it('gives up no token for a missing right, nor for one that all of them lack', () => {
		expect(refused(illegal({ noPushTypeRight: TOKENS }))[0]?.verdict).toBe('fixSetup');
		expect(refused(illegal({ noPushTypeRight: ['a'], noRight: ['b', 'c'] }))[0]?.verdict).toBe(
			'fixSetup',
		);
		expect(refused(illegal({ noRight: TOKENS }))[0]?.verdict).toBe('fixSetup');
	});

	it('passes a reason that nobody knows through', () => {
		const [outcome] = refused(illegal({ somethingNew: TOKENS }));
		expect(outcome).toMatchObject({ reason: 'somethingNew', verdict: 'keep' });
		expect(outcome?.advice).toContain('"somethingNew"');
	});

	it('gives up nobody for the plain text of older answers', () => {
		expect(refused('All the tokens are invalid')).toEqual(
			TOKENS.map(() =>
				expect.objectContaining({
					outcome: 'rejected',
					reason: 'allTokensInvalid',
					verdict: 'fixSetup',
				}),
			),
		);
	});
});

describe('what an answer may hold in the place of a list', () => {
	it.each([
		['{"illegalTokens":null}', ['unknown', 'unknown', 'unknown']],
		['{"illegalTokens":"noRight"}', ['unknown', 'unknown', 'unknown']],
		['{"illegalTokens":{"noRight":"b"}}', ['unknown', 'unknown', 'unknown']],
		['{"illegalTokens":{"noRight":[1,null,{},["b"],"b"]}}', ['accepted', 'rejected', 'accepted']],
		['{"illegalTokens":{"noRight":["b"]},"failure":null}', ['accepted', 'rejected', 'accepted']],
		['{"illegalTokens":{"noRight":["b"]},"failure":[1]}', ['unknown', 'rejected', 'unknown']],
		['{"illegalTokens":{"noRight":["b"]},"failure":true}', ['unknown', 'rejected', 'unknown']],
		['null', ['unknown', 'unknown', 'unknown']],
	])('%s', (msg, outcomes) => expect(partial(msg)).toEqual(outcomes));

	it('a count that is none contradicts that all were refused', () => {
		const told = refused('{"success":""}');
		expect(told.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'unknown']);
	});
});

describe('what a refused token is told', () => {
	const rejected = (msg: string) => refused(msg, ['a'])[0];

	it.each(TOKEN_REASONS.map((row) => [row.reason, row] as const))('%s', (reason, row) => {
		expect(rejected(illegal({ [reason]: ['a'] }))).toMatchObject({
			outcome: 'rejected',
			reason,
			reasons: [reason],
			verdict: row.setUp?.verdict ?? row.verdict,
			advice: `${row.meaning} ${row.setUp?.remedy ?? row.remedy}`,
		});
	});

	it('a reason that nobody knows, by its name', () => {
		const told = rejected(illegal({ tomorrowReason: ['a'] }));
		expect(told).toMatchObject({ reason: 'tomorrowReason', verdict: 'keep' });
		expect(told?.advice).toContain('"tomorrowReason"');
	});

	it('each of its reasons once, without the blanks around it', () => {
		const msg =
			'{"illegalTokens":{" noRight ":["a","a"],"noRight":["a"],"tokenFormatError":["a"]}}';
		expect(rejected(msg)?.reasons).toEqual(['noRight', 'tokenFormatError']);
	});

	it('without any reason, what the code means', () => {
		const row = findResponseCode('80300007');
		const [told] = allRefused({ code: '80300007', msg: '' }, row, ['a']);
		expect(told).toMatchObject({
			reason: 'allTokensInvalid',
			verdict: 'fixSetup',
			advice: `${row?.meaning} ${row?.remedy}`,
		});
		expect(refused('', ['a'])[0]?.advice).toBe(adviceOf('fixSetup'));
	});
});
