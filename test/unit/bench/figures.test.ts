import { makeFigure, measure } from '../../../bench/figures';

describe('measure', () => {
	test('keeps the rounds in their order beside their median', () => {
		expect(measure('ms', [30, 10, 20])).toEqual({ value: 20, unit: 'ms', rounds: [30, 10, 20] });
	});
});

describe('makeFigure', () => {
	const times = (ours: number, peer: number) =>
		makeFigure('Sending', measure('ms', [ours]), {
			peer: measure('ms', [peer]),
			goal: { kind: 'ratioAtLeast', value: 100 },
		});

	test('less time is better', () => {
		expect(times(10, 1_000)).toMatchObject({ ratio: 100, reached: true });
		expect(times(10, 999)).toMatchObject({ ratio: 99.9, reached: false });
	});

	test('more calls a second are better', () => {
		const figure = makeFigure('Receipts', measure('calls/s', [300]), {
			peer: measure('calls/s', [100]),
			goal: { kind: 'ratioAtLeast', value: 3 },
		});
		expect(figure).toMatchObject({ ratio: 3, reached: true });
	});

	test('more messages are better', () => {
		const figure = makeFigure('Delivered', measure('messages', [1_000]), {
			peer: measure('messages', [200]),
			goal: { kind: 'exactly', value: 1_000 },
		});
		expect(figure).toMatchObject({ ratio: 5, reached: true });
	});

	test.each([
		['atMost', 249, true],
		['atMost', 251, false],
		['exactly', 250, true],
		['exactly', 249, false],
	] as const)('a goal of %s 250, and %d', (kind, value, reached) => {
		const figure = makeFigure('Memory', measure('MB', [value]), { goal: { kind, value: 250 } });
		expect(figure.reached).toBe(reached);
	});

	test('a ratio without a peer is not reached', () => {
		const goal = { kind: 'ratioAtLeast', value: 1 } as const;
		expect(makeFigure('Alone', measure('ms', [5]), { goal }).reached).toBe(false);
	});

	test('without a goal nothing is judged', () => {
		expect(makeFigure('Told only', measure('ms', [5]))).not.toHaveProperty('reached');
	});

	test('compares with nothing where one side is 0', () => {
		const failed = makeFigure('Failed', measure('count', [0]), { peer: measure('count', [9]) });
		expect(failed.peer?.value).toBe(9);
		expect(failed).not.toHaveProperty('ratio');
	});
});
