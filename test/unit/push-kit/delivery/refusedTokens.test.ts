import { TOKEN_REASONS } from '../../../../push-kit/catalog/tokenReasons';
import {
	allRefused,
	ownVerdict,
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

	it.each(['Check Parameter Partial Success', '', '{}', '{"illegalTokens":{}}', 'null', '[1]'])(
		'accepts nobody where %j names nobody',
		(msg) => {
			expect(partial(msg)).toEqual(['unknown', 'unknown', 'unknown']);
		},
	);
});

describe('allRefused', () => {
	it.each(TOKEN_REASONS.map((row) => [row.reason, row] as const))(
		'gives the verdict of %s among others, and for all',
		(reason, row) => {
			const [first, other] = refused(illegal({ [reason]: ['a', 'b'], somethingNew: ['c'] }));
			expect(first).toMatchObject({ outcome: 'rejected', reason, verdict: row.verdict });
			expect(other).toMatchObject({ verdict: row.verdict });
			const all = refused(illegal({ [reason]: TOKENS }));
			for (const outcome of all) {
				expect(outcome.verdict).toBe(row.verdictWhenAll ?? row.verdict);
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

describe('ownVerdict', () => {
	it('is that of the reason itself', () => {
		const [alone] = refused(illegal({ noRight: ['a'] }), ['a']);
		expect(alone?.verdict).toBe('fixSetup');
		expect(alone && ownVerdict(alone).verdict).toBe('remove');
	});
});
