import {
	findReceiptResult,
	RECEIPT_EVENTS,
	RECEIPT_RESULTS,
	type ReceiptEvent,
} from '../../../../push-kit/catalog/receiptResults';

const resultsOf = (event: ReceiptEvent) =>
	RECEIPT_RESULTS.filter((row) => row.event === event).map((row) => row.result);

describe('the table of receipt results', () => {
	it('has every code of the receipt page exactly once', () => {
		expect(RECEIPT_RESULTS.map((row) => row.result)).toEqual([
			0, 2, 5, 6, 10, 14, 15, 22, 27, 31, 51, 102, 144, 151, 155, 156, 158, 188, 191, 256, 259, 261,
			262, 264, 265, 268, 269,
		]);
	});

	it.each<[ReceiptEvent, number[]]>([
		['delivered', [0]],
		['tokenInvalid', [2, 5]],
		['notDisplayed', [6]],
		['inactiveDevice', [10]],
		['throttled', [102, 256, 262]],
		['deviceState', [15, 22, 27, 51, 144]],
		['messageProblem', [31, 151, 155, 156, 158, 259, 261, 264, 265, 268, 269]],
		['other', [14, 188, 191]],
	])('event %s holds %j', (event, results) => {
		expect(resultsOf(event)).toEqual(results);
	});

	it('offers every event as an option once, sorted by name, with its results in the text', () => {
		const names = RECEIPT_EVENTS.map((option) => option.name);
		expect(names).toEqual([...names].sort());
		const values = RECEIPT_EVENTS.map((option) => option.value);
		expect(new Set(values).size).toBe(values.length);
		expect(new Set(values)).toEqual(new Set(RECEIPT_RESULTS.map((row) => row.event)));
		for (const option of RECEIPT_EVENTS) {
			const listed = option.description.match(/\(([^()]*)\)$/)?.[1];
			const numbers = listed?.match(/\d+/g)?.map(Number);
			expect(numbers).toEqual(resultsOf(option.value));
		}
	});

	it.each([
		['remove', [2, 5]],
		['pause', [6, 10, 261, 262, 265]],
		['retryLater', [14, 102, 188, 191, 256]],
		['keep', [0, 15, 22, 27, 51, 144]],
	])('verdict %s holds %j', (verdict, results) => {
		expect(
			RECEIPT_RESULTS.filter((row) => row.verdict === verdict).map((row) => row.result),
		).toEqual(results);
	});

	it('gives up tokens for dead tokens only', () => {
		for (const row of RECEIPT_RESULTS) {
			expect(row.verdict === 'remove').toBe(row.event === 'tokenInvalid');
		}
	});

	it.each([
		[261, 2_592_000, 'formId'],
		[262, 86_400, 'formId'],
		[265, 86_400, 'activityId'],
		[6, undefined, 'token'],
		[10, undefined, 'token'],
	])('result %d pauses for %s seconds with scope %s', (result, pauseSeconds, scope) => {
		const row = findReceiptResult(result);
		expect(row.verdict).toBe('pause');
		expect(row.pauseSeconds).toBe(pauseSeconds);
		expect(row.scope).toBe(scope);
	});

	it('has a time and a scope only where it pauses', () => {
		for (const row of RECEIPT_RESULTS) {
			expect(row.scope !== undefined).toBe(row.verdict === 'pause');
			if (row.verdict !== 'pause') expect(row.pauseSeconds).toBeUndefined();
		}
	});

	it.each(RECEIPT_RESULTS.map((row) => [row.result, row] as const))(
		'result %d explains itself in whole sentences and names its page',
		(_result, row) => {
			expect(row.resultText).toMatch(/^[A-Z].*\.$/);
			expect(row.advice).toMatch(/^[A-Z].*\.$/);
			expect(row.source).toMatch(/^push-[a-z-]+$/);
		},
	);
});

describe('findReceiptResult', () => {
	it.each([9999, -1, 1, 0.5])('keeps the token for the unknown result %d', (result) => {
		const row = findReceiptResult(result);
		expect(row).toMatchObject({ result, event: 'other', verdict: 'keep' });
		expect(row.resultText).toContain(String(result));
		expect(row.pauseSeconds).toBeUndefined();
	});
});
