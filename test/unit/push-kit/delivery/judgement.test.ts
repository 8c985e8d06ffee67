import fc from 'fast-check';

import { TOKEN_REASONS, findTokenReason } from '../../../../push-kit/catalog/tokenReasons';
import { byCare } from '../../../../push-kit/catalog/verdicts';
import { interpretResult } from '../../../../push-kit/delivery/answer';
import { judge, SMALL_RUN, type SettledGroup } from '../../../../push-kit/delivery/judgement';
import { skip } from '../../../../push-kit/delivery/outcome';
import { SetUpRecord } from '../../../../push-kit/delivery/setUpRecord';
import { answer, illegal } from './messages';

const URL = 'https://push.example/v3/1/messages:send';
const SET_UP = { account: 'project/key', tokenSource: 'node/pushToken' };
const DOUBTFUL = TOKEN_REASONS.filter(({ setUp }) => setUp !== undefined).map(
	({ reason }) => reason,
);

/** One request, answered as Huawei would: `refused` names the reason of each refused token. */
function request(
	accepted: string[],
	refused: Record<string, string[]>,
	{ url = URL, extra = {} }: { url?: string; extra?: object } = {},
): SettledGroup {
	const tokens = [...accepted, ...new Set(Object.values(refused).flat())];
	const named = illegal(refused, tokens.length - accepted.length);
	const msg = JSON.stringify({ ...JSON.parse(named), ...extra });
	const result =
		Object.keys(refused).length === 0
			? answer('80000000')
			: answer(accepted.length > 0 ? '80100000' : '80300007', { msg });
	return { url, tokens, outcomes: interpretResult('send', result, tokens) };
}

const names = (count: number, name: string) =>
	Array.from({ length: count }, (_, index) => `${name}-${index}`);

const fresh = () => new SetUpRecord(() => 0);

const verdicts = (groups: SettledGroup[], record = fresh(), setUp = SET_UP) =>
	judge(groups, setUp, record).map((outcomes) => outcomes.map(({ verdict }) => verdict));

describe('the judgement of a run', () => {
	it.each(DOUBTFUL)('gives nobody up for %s while Huawei took nothing', (reason) => {
		const other = DOUBTFUL.find((one) => one !== reason) ?? '';
		const mixes = [
			[request([], { [reason]: names(999, 'a'), tokenFormatError: ['x'] })],
			[request([], { [reason]: names(9, 'a') }), request([], { appinfoError: ['x'] })],
			[request([], { [reason]: names(20, 'a'), [other]: names(20, 'b') })],
			names(30, 'a').map((token) => request([], { [reason]: [token] })),
			[request([], { [reason]: ['a'] })],
		];
		for (const mix of mixes) {
			expect(verdicts(mix).flat()).not.toContain('remove');
		}
	});

	it.each(DOUBTFUL)(
		'tells a dead token by %s where others were accepted, in any request',
		(reason) => {
			expect(
				verdicts([request(names(1000, 'a'), {}), request([], { [reason]: ['x', 'y', 'z'] })])[1],
			).toEqual(['remove', 'remove', 'remove']);
			expect(
				verdicts([request(['a', 'b'], { [reason]: ['x', 'y'] })])
					.flat()
					.slice(2),
			).toEqual(['remove', 'remove']);
		},
	);

	it('keeps 1,000 foreign tokens beside one good one', () => {
		const [outcomes = []] = verdicts([request(['good'], { noRight: names(1000, 'a') })]);
		expect(new Set(outcomes)).toEqual(new Set(['keep', 'fixSetup']));
	});

	it('lets neither messages to one token nor those of another address prove a set-up', () => {
		const many = names(50, 'message').map(() => request(['good'], {}));
		const refused = request([], { noRight: names(20, 'a') });
		expect(verdicts([...many, refused]).at(-1)).not.toContain('remove');
		const elsewhere = request(
			names(100, 'b'),
			{},
			{ url: 'https://push.example/v1/app/messages:revoke' },
		);
		expect(verdicts([elsewhere, refused])[1]).not.toContain('remove');
	});

	it('names both readings where it is in doubt, and one where it is not', () => {
		const [[doubt] = []] = judge([request([], { noRight: ['a'] })], SET_UP, fresh());
		expect(doubt?.advice).toMatch(/Keep the token.*project/);
		const [[, dead] = []] = judge([request(['b'], { noRight: ['a'] })], SET_UP, fresh());
		expect(dead?.advice).toMatch(/Remove this token/);
		expect(dead?.advice).not.toMatch(/Keep/);
	});

	it('gives a token that is named under two reasons the more careful verdict', () => {
		const groups = [request(names(9, 'a'), { noPushTypeRight: ['x'], tokenFormatError: ['x'] })];
		expect(verdicts(groups)[0]?.at(-1)).toBe('fixSetup');
		const turned = [request(names(9, 'a'), { tokenFormatError: ['x'], noPushTypeRight: ['x'] })];
		expect(verdicts(turned)[0]?.at(-1)).toBe('fixSetup');
	});

	it('never gives up a token that was accepted in the same run', () => {
		const groups = [request(['a', 'b', 'c'], {}), request([], { noRight: ['a'] })];
		expect(verdicts(groups)[1]).toEqual(['fixSetup']);
	});
});

describe('the judgement of small runs, one after the other', () => {
	const one = (record: SetUpRecord, token: string, reason?: string, setUp = SET_UP) =>
		verdicts(
			[reason === undefined ? request([token], {}) : request([], { [reason]: [token] })],
			record,
			setUp,
		)[0]?.[0];

	it.each([
		['as many tokens as a small run has', SMALL_RUN, 'remove'],
		['one more', SMALL_RUN + 1, 'fixSetup'],
	])('counts what was seen before with %s, and not with more', (_, size, verdict) => {
		const record = fresh();
		names(50, 'good').forEach((token) => one(record, token));
		const [outcomes] = verdicts([request([], { noRight: names(size, 'a') })], record);
		expect(new Set(outcomes)).toEqual(new Set([verdict]));
	});

	it('does not count what was never sent towards the size of a run', () => {
		const record = fresh();
		names(50, 'good').forEach((token) => one(record, token));
		const tokens = names(50, 'skipped');
		const skipped = { url: URL, tokens, outcomes: tokens.map(() => skip('stopped')) };
		expect(verdicts([request([], { noRight: ['a'] }), skipped], record)[0]).toEqual(['remove']);
	});

	it('names a dead token once the process has seen that the set-up works', () => {
		const record = fresh();
		expect(one(record, 'a', 'noRight')).toBe('fixSetup');
		names(5, 'good').forEach((token) => one(record, token));
		expect(one(record, 'b', 'noRight')).toBe('remove');
	});

	it.each(DOUBTFUL)(
		'keeps 1,000 customers of a wrong set-up by %s, whatever one good one says',
		(reason) => {
			const record = fresh();
			one(record, 'good');
			const removed = names(1000, 'a').filter((token) => one(record, token, reason) === 'remove');
			expect(removed.length).toBeLessThanOrEqual(1);
		},
	);

	it('does not carry over to another key, another Token Field, or another address', () => {
		const record = fresh();
		names(10, 'good').forEach((token) => one(record, token));
		expect(one(record, 'x', 'noRight', { ...SET_UP, account: 'project/other' })).toBe('fixSetup');
		expect(one(record, 'x', 'tokenFormatError', { ...SET_UP, tokenSource: 'node/email' })).toBe(
			'fixSetup',
		);
		// Another list may be that of another app.
		expect(one(record, 'x', 'noRight', { ...SET_UP, tokenSource: 'node/email' })).toBe('fixSetup');
	});

	it('counts a large run by itself alone', () => {
		const record = fresh();
		verdicts([request(names(500, 'good'), {})], record);
		const large = [request([], { tokenFormatError: names(SMALL_RUN + 1, 'mail') })];
		expect(verdicts(large, record).flat()).not.toContain('remove');
	});

	it('forgets after a day', () => {
		let hour = 0;
		const record = new SetUpRecord(() => hour * 3_600_000);
		names(10, 'good').forEach((token) => one(record, token));
		hour = 23;
		expect(one(record, 'a', 'noRight')).toBe('remove');
		hour = 24;
		expect(one(record, 'b', 'noRight')).toBe('fixSetup');
	});
});

describe('the law of judgement', () => {
	const REASONS = [...TOKEN_REASONS.map(({ reason }) => reason), 'somethingNew'];
	const fate = fc.oneof(
		{ weight: 3, arbitrary: fc.constant<string[]>([]) },
		{ weight: 4, arbitrary: fc.constantFrom(...REASONS).map((reason) => [reason]) },
		{ weight: 1, arbitrary: fc.subarray(REASONS, { minLength: 2, maxLength: 2 }) },
	);
	/** A request: what becomes of each token, and counts that may contradict it. */
	const requests = fc.array(
		fc.record({
			fates: fc.array(fate, { minLength: 1, maxLength: 12 }),
			lie: fc.option(
				fc.constantFrom({ success: 1 }, { failure: 1 }, { failure: 'many' }, { success: 0 }),
			),
		}),
		{ minLength: 1, maxLength: 12 },
	);

	it('gives a token up only where at least as many were accepted as were refused for its reason', () => {
		fc.assert(
			fc.property(requests, (run) => {
				const groups = run.map(({ fates, lie }, number) => {
					const tokens = fates.map((_, index) => `${number}-${index}`);
					const refused: Record<string, string[]> = {};
					fates.forEach((reasons, index) => {
						for (const reason of reasons) (refused[reason] ??= []).push(tokens[index] ?? '');
					});
					return request(
						tokens.filter((_, index) => fates[index]?.length === 0),
						refused,
						{ extra: lie ?? {} },
					);
				});
				const judged = judge(groups, SET_UP, fresh());
				const all = judged.flat();
				const accepted = all.filter(({ outcome }) => outcome === 'accepted').length;
				judged.forEach((outcomes, number) => {
					expect(outcomes).toHaveLength(groups[number]?.tokens.length ?? -1);
				});
				for (const { outcome, verdict, reasons = [], advice } of all) {
					if (outcome !== 'rejected') expect(verdict).toBe('keep');
					if (outcome !== 'rejected' || reasons.length === 0) continue;
					const allowed = reasons.map((reason) => {
						const row = findTokenReason(reason);
						const refused = all.filter((one) => one.reasons?.includes(reason)).length;
						const proven = accepted > 0 && accepted >= refused;
						return (
							(row?.setUp !== undefined && !proven ? row.setUp.verdict : row?.verdict) ?? 'keep'
						);
					});
					expect(verdict).toBe(allowed.sort(byCare)[0]);
					expect(advice).not.toBe('');
				}
			}),
			{ numRuns: 600 },
		);
	});

	it('believes no acceptance that the counts of the answer contradict', () => {
		for (const extra of [{ success: 1 }, { failure: 1 }, { failure: 'many' }, { success: 0 }]) {
			const { outcomes } = request(names(9, 'a'), { noRight: ['x', 'y'] }, { extra });
			expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toEqual([]);
		}
		const { outcomes } = request([], { noRight: ['x'] }, { extra: { success: 9 } });
		expect(outcomes.every(({ outcome }) => outcome === 'rejected')).toBe(true);
	});
});
