import {
	describeSurvivors,
	keepFiles,
	scoreOf,
	scoresOf,
	type Mutant,
	type Report,
} from '../../../../scripts/mutate/report';

function mutant(status: string, changes: Partial<Mutant> = {}): Mutant {
	const location = { start: { line: 1, column: 5 }, end: { line: 1, column: 10 } };
	return { status, mutatorName: 'EqualityOperator', replacement: 'a <= b', location, ...changes };
}

const SOURCE = 'if (a < b) {\n\treturn 1;\n}\n';

const REPORT: Report = {
	files: {
		'push-kit/receipt/good.ts': {
			source: SOURCE,
			mutants: ['Killed', 'Timeout', 'RuntimeError'].map((status) => mutant(status)),
		},
		'push-kit/receipt/words.ts': { source: '', mutants: [mutant('Ignored')] },
		'push-kit/receipt/bad.ts': {
			source: SOURCE,
			mutants: [
				mutant('NoCoverage', {
					mutatorName: 'BlockStatement',
					replacement: '{}',
					location: { start: { line: 1, column: 12 }, end: { line: 3, column: 2 } },
				}),
				mutant('Survived'),
				mutant('Killed'),
				mutant('CompileError'),
			],
		},
	},
};

describe('scores', () => {
	test('what ends no more or loads no more was noticed, what no test reached was not', () => {
		const { room, files } = scoresOf(REPORT);
		expect(room).toEqual({ noticed: 4, mutants: 6, percent: (100 * 4) / 6 });
		expect(files.map(([name, { percent }]) => [name, Math.round(percent)])).toEqual([
			['push-kit/receipt/bad.ts', 33],
			['push-kit/receipt/good.ts', 100],
		]);
	});

	test('nothing to notice is nothing missed', () => {
		expect(scoreOf([mutant('Ignored')])).toEqual({ noticed: 0, mutants: 0, percent: 100 });
	});
});

describe('keepFiles', () => {
	test('one file is scored without the others of its room', () => {
		const one = keepFiles(REPORT, (name) => name.endsWith('bad.ts'));
		expect(scoresOf(one).room).toEqual({ noticed: 1, mutants: 3, percent: 100 / 3 });
	});
});

describe('describeSurvivors', () => {
	test('names place, code and change, in the order of the file', () => {
		expect(describeSurvivors(REPORT)).toBe(
			[
				'push-kit/receipt/bad.ts:1:5 EqualityOperator',
				'- a < b',
				'+ a <= b',
				'',
				'push-kit/receipt/bad.ts:1:12 BlockStatement, reached by no test',
				'- { return 1; }',
				'+ {}',
				'',
			].join('\n'),
		);
	});
});
