import type { Item } from '../../../../scripts/n8n/execution';
import { CUSTOMERS } from '../../../../scripts/start/customers';
import { findDifferences, maskToken } from '../../../../scripts/start/expectation';
import { observe, type Seen } from '../../../../scripts/start/observation';
import { formatFigures, formatTable } from '../../../../scripts/start/summary';

/** What a run yields in which everything goes as it should. */
function see(): { accepted: Item[]; problem: Item[]; receipts: Item[]; requests: number } {
	const wanted = (outcome: string) =>
		CUSTOMERS.filter(({ expected }) => expected.outcome === outcome);
	return {
		accepted: wanted('accepted').map(({ pushToken }) => ({
			json: { pushToken, outcome: 'accepted' },
		})),
		problem: wanted('rejected').map(({ pushToken, expected }) => ({
			json: { pushToken, outcome: 'rejected', reason: expected.reason, verdict: expected.verdict },
		})),
		receipts: wanted('accepted').map(({ pushToken, expected }) => ({
			json: {
				pushToken,
				result: expected.receipt,
				resultText: expected.receipt === 0 ? 'delivered' : 'app uninstalled',
				verdict: expected.verdict,
			},
		})),
		requests: 1,
	};
}

function differencesOf(change: (seen: ReturnType<typeof see>) => void): string[] {
	const seen = see();
	change(seen);
	return findDifferences(observe(seen satisfies Seen));
}

describe('findDifferences', () => {
	test('finds none in a run that went as it should', () => {
		expect(differencesOf(() => undefined)).toEqual([]);
	});

	test('names a customer that came out of the action node twice', () => {
		const differences = differencesOf(({ accepted }) => accepted.push(...accepted.slice(0, 1)));
		expect(differences).toEqual([
			'Anna: the number of items out of the action node is 2 instead of 1.',
		]);
	});

	test('names a customer that was lost', () => {
		const differences = differencesOf(({ accepted }) => accepted.shift());
		expect(differences).toContain('Anna: the outcome is nothing instead of accepted.');
	});

	test('names a receipt that did not come, and one too many', () => {
		expect(differencesOf(({ receipts }) => receipts.pop())).toContain(
			'Farid: the number of receipts is 0 instead of 1.',
		);
		expect(differencesOf(({ receipts }) => receipts.push(...receipts.slice(0, 1)))).toEqual([
			'Anna: the number of receipts is 2 instead of 1.',
		]);
	});

	test('names a dead token whose verdict would keep it', () => {
		const differences = differencesOf(({ problem }) => {
			for (const { json } of problem) json.verdict = 'keep';
		});
		expect(differences).toEqual(['Elena: the verdict is keep instead of remove.']);
	});

	test('names a token of nobody by its first characters only', () => {
		const differences = differencesOf(({ receipts }) =>
			receipts.push({ json: { pushToken: 'STRANGER-token', result: 0 } }),
		);
		expect(differences).toEqual(['An item came out with a token of no customer: STRANG….']);
	});

	test('wants equal messages to travel in one request', () => {
		const differences = differencesOf((seen) => (seen.requests = 6));
		expect(differences).toEqual([
			'The sandbox received 6 requests instead of 1: equal messages travel together.',
		]);
	});
});

describe('the summary', () => {
	test('has a row for each customer and shows no whole token', () => {
		const table = formatTable(observe(see()));
		expect(table.split('\n')).toHaveLength(CUSTOMERS.length + 2);
		expect(table).toMatch(/Anna +ANNA01… +accepted +0 \(delivered\) +keep/);
		expect(table).toMatch(/Elena +ELENA5… +rejected \(tokenFormatError\) +- +remove/);
		for (const { pushToken } of CUSTOMERS) expect(table).not.toContain(pushToken);
	});

	test('counts', () => {
		const figures = formatFigures(observe(see()));
		expect(figures).toContain(
			'6 customers in 1 request, 5 on output Accepted, 1 on output Problem',
		);
		expect(figures).toContain('5 came back');
	});
});

test('maskToken shows six characters', () => {
	expect(maskToken('ABCDEFGH')).toBe('ABCDEF…');
	expect(maskToken('ABC')).toBe('ABC');
});
