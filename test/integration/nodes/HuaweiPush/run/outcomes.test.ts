import { TOKEN_REASONS } from '../../../../../push-kit/catalog/tokenReasons';
import { useSandbox } from '../../../../builders/useSandbox';
import { count, customers, expectConserved, MESSAGE, PERSONAL, push, strike } from '../pushRun';

const sandbox = useSandbox();

function refuse(tokens: unknown[], reason: string): void {
	for (const token of tokens) sandbox.state.scripts.set(String(token), { reason });
}

const ROWS = TOKEN_REASONS.map((row) => [row.reason, row] as const);

describe.each([200, 400])('refused tokens, answered with %d', (refusedTokensStatus) => {
	beforeEach(() => {
		sandbox.state.settings = { ...sandbox.state.settings, refusedTokensStatus };
	});

	it.each(ROWS)('80300007 with %s for every token never fails the run', async (reason, row) => {
		// More than a small run has, so that it is judged by itself alone.
		const items = customers(11);
		refuse(
			items.map(({ pushToken }) => pushToken),
			reason,
		);
		const run = await push(sandbox, items);
		expect(run.error).toBeUndefined();
		expectConserved(sandbox, items, run);
		expect(run.told).toMatchObject(
			items.map(() => ({
				outcome: 'rejected',
				reason,
				code: '80300007',
				verdict: row.setUp?.verdict ?? row.verdict,
				output: 1,
			})),
		);
		expect(run.told[0]?.advice).toContain(row.meaning);
	});

	it.each(ROWS)('%s for one token among others', async (reason, row) => {
		const items = customers(12);
		refuse([items[1]?.pushToken], reason);
		const run = await push(sandbox, items);
		expectConserved(sandbox, items, run);
		expect(count(run, 'accepted')).toBe(11);
		expect(run.told.find(({ item }) => item === 1)).toMatchObject({
			outcome: 'rejected',
			reason,
			code: '80100000',
			verdict: row.verdict,
			output: 1,
		});
	});
});

describe('verdicts', () => {
	it('gives up a token without right in personal messages where others are accepted', async () => {
		const items = customers(3);
		refuse([items[1]?.pushToken], 'noRight');
		const run = await push(sandbox, items, { parameters: PERSONAL });
		expect(run.told.find(({ item }) => item === 1)).toMatchObject({ verdict: 'remove' });
	});

	it('gives up nobody for the plain text of older answers', async () => {
		strike(sandbox, 'plainMsg');
		const items = customers(2);
		const run = await push(sandbox, items);
		expectConserved(sandbox, items, run);
		expect(run.told).toMatchObject([{ verdict: 'fixSetup' }, { verdict: 'fixSetup' }]);
	});
});

describe('hints', () => {
	it('count what happened and what to do', async () => {
		const items = [...customers(2500), { name: 'No phone' }];
		refuse(
			items.slice(10, 160).map(({ pushToken }) => pushToken),
			'tokenFormatError',
		);
		strike(sandbox, '500AfterAcceptance');
		const run = await push(sandbox, items);
		expectConserved(sandbox, items, run);
		const [hint] = run.hints;
		expect(hint).toMatchObject({ type: 'warning', location: 'outputPane' });
		expect(hint?.message).toMatch(/^1,500 accepted, 1,001 problems: /);
		expect(hint?.message).toContain('1,000 with unknown outcome');
		expect(hint?.message).toContain('1 without a push token');
	});

	it('tell a campaign without problems', async () => {
		const run = await push(sandbox, customers(3));
		expect(run.hints).toEqual([
			expect.objectContaining({ type: 'info', message: '3 accepted, 0 problems' }),
		]);
	});

	it('warn where a tenth of the test messages of a day is used up', async () => {
		const parameters = { ...MESSAGE, delivery: 'test' };
		const few = await push(sandbox, customers(20), { parameters });
		expect(few.hints.map(({ message }) => message)).toEqual([
			'Test message: 20 accepted, 0 problems',
		]);
		const many = await push(sandbox, customers(1000), { parameters });
		expect(many.hints[1]?.message).toContain('100 of the 1,000 test requests');
	});
});

describe('pace', () => {
	it('spreads requests over seconds, none with more than one second of tokens', async () => {
		const items = customers(30);
		const parameters = { ...MESSAGE, options: { maxTokensPerSecond: 15 } };
		const run = await push(sandbox, items, { parameters });
		expectConserved(sandbox, items, run);
		const sent = sandbox.store.messages;
		expect(sent.map(({ tokenCount }) => tokenCount)).toEqual([15, 15]);
		const [first, second] = sent.map(({ time }) => Date.parse(time));
		// A little less than a second, because the first request may have taken longer to arrive.
		expect(Number(second) - Number(first)).toBeGreaterThan(500);
	});
});
