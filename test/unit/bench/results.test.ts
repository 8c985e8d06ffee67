import { makeFigure, measure } from '../../../bench/figures';
import type { LineName } from '../../../bench/arguments';
import { writeDocument } from '../../../bench/document';
import type { Machine } from '../../../bench/machine';
import { mergeResults, type StoredLine } from '../../../bench/results';

const MACHINE: Machine = {
	processor: 'Example 3000',
	cores: 2,
	memoryGiB: 24,
	platform: 'linux x64',
	node: '20.20.2',
	nodeOfN8n: '24.21.0',
	n8n: '2.41.1',
};

function makeLine(line: LineName, value: number, measuredOn = '2026-11-23'): StoredLine {
	const figures = [makeFigure(`Figure of ${line}`, measure('ms', [value]))];
	return { line, measuredOn, rounds: 3, figures, facts: { msPerEngineExpression: 0.3125 } };
}

describe('mergeResults', () => {
	test('new lines replace old ones, the others stay, in the order of the table', () => {
		const former = { machine: MACHINE, lines: [makeLine('campaign', 1), makeLine('receipts', 2)] };
		const latest = { machine: MACHINE, lines: [makeLine('campaign', 3), makeLine('growth', 4)] };

		const { lines } = mergeResults(former, latest);

		expect(lines.map(({ line, figures }) => [line, figures[0]?.ours.value])).toEqual([
			['campaign', 3],
			['growth', 4],
			['receipts', 2],
		]);
	});

	test('drops what another machine measured', () => {
		const former = { machine: { ...MACHINE, cores: 8 }, lines: [makeLine('campaign', 1)] };
		const latest = { machine: MACHINE, lines: [makeLine('growth', 4)] };

		expect(mergeResults(former, latest)).toEqual(latest);
	});

	test('the first results are all there are', () => {
		const latest = { machine: MACHINE, lines: [makeLine('growth', 4)] };
		expect(mergeResults(undefined, latest)).toEqual(latest);
	});
});

describe('writeDocument', () => {
	test('holds the table, the machine, and what bounds each line with its figures', () => {
		const text = writeDocument({ machine: MACHINE, lines: [makeLine('personalised', 1_234)] });

		expect(text).toContain('| Figure of personalised | 1,234 ms | – | – | – | – |');
		expect(text).toContain('2 cores (Example 3000), 24 GiB of memory, linux x64');
		expect(text).toContain('n8n 2.41.1 on Node.js 24.21.0');
		expect(text).toContain('Measured on 2026-11-23, 3 rounds.');
		expect(text).toContain('against 0.313 ms for one that calls a function');
		expect(text).not.toContain('**Receipts.**');
	});

	test('has the networks where there were several', () => {
		const side = { ms: 612, silenceMs: 91, requests: 1_000, delivered: 1_000 };
		const networks = [{ name: 'Over 100 ms', ours: side, peer: { ...side, delivered: 200 } }];
		const lines = [{ ...makeLine('personalised', 612), networks }, makeLine('account', 1)];

		const text = writeDocument({ machine: MACHINE, lines });

		expect(text).toContain('| Over 100 ms | 612 ms | 612 ms | 91 ms | 91 ms |');
		expect(text.indexOf('Over 100 ms')).toBeLessThan(text.indexOf('**JWT and credential.**'));
	});

	test('names the lines where they were measured on different days', () => {
		const lines = [makeLine('campaign', 1), makeLine('receipts', 2, '2026-11-24')];
		expect(writeDocument({ machine: MACHINE, lines })).toContain(
			'Measured on campaign: 2026-11-23, 3 rounds; receipts: 2026-11-24, 3 rounds.',
		);
	});
});
