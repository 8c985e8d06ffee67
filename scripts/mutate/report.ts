/** Stryker's report of one room (schema `mutation-testing-report-schema`), as scores and survivors. */

export interface Mutant {
	mutatorName: string;
	replacement?: string;
	/** `Killed`, `Timeout`, `Survived`, `NoCoverage`, `Ignored`, `CompileError`, `RuntimeError`, `Pending`. */
	status: string;
	/** Counted from 1; the end is behind the last character. */
	location: { start: Position; end: Position };
}

export interface Position {
	line: number;
	column: number;
}

/** By file, relative to the repository. */
export interface Report {
	files: Record<string, { source: string; mutants: Mutant[] }>;
}

export interface Score {
	/** Mutants that the tests noticed. */
	noticed: number;
	/** Mutants that count: not those that were left out or did not run at all. */
	mutants: number;
	/** In percent; 100 where there was nothing to notice. */
	percent: number;
}

/** `RuntimeError`: with the change a test file cannot even be loaded, which fails the run as well. */
const NOTICED = ['Killed', 'Timeout', 'RuntimeError'];
const UNNOTICED = ['Survived', 'NoCoverage'];

/** Stryker's memory also brings back files that were not asked for, or that are gone. */
export function keepFiles({ files }: Report, isWanted: (name: string) => boolean): Report {
	return { files: Object.fromEntries(Object.entries(files).filter(([name]) => isWanted(name))) };
}

export function scoreOf(mutants: readonly Mutant[]): Score {
	const noticed = mutants.filter(({ status }) => NOTICED.includes(status)).length;
	const counted = noticed + mutants.filter(({ status }) => UNNOTICED.includes(status)).length;
	return { noticed, mutants: counted, percent: counted === 0 ? 100 : (100 * noticed) / counted };
}

/** The score of the whole room, and of each file, worst first. */
export function scoresOf({ files }: Report): { room: Score; files: Array<[string, Score]> } {
	const byFile = Object.entries(files)
		.map(([name, { mutants }]): [string, Score] => [name, scoreOf(mutants)])
		.filter(([, { mutants }]) => mutants > 0)
		.sort(([, a], [, b]) => a.percent - b.percent);
	return { room: scoreOf(Object.values(files).flatMap(({ mutants }) => mutants)), files: byFile };
}

/** One paragraph for each mutant that no test noticed: where, what stood there, and what may stand there. */
export function describeSurvivors({ files }: Report): string {
	return Object.entries(files)
		.flatMap(([name, { source, mutants }]) =>
			mutants
				.filter(({ status }) => UNNOTICED.includes(status))
				.sort((a, b) => compare(a.location.start, b.location.start))
				.map((mutant) => describe(name, source, mutant)),
		)
		.join('\n');
}

function compare(a: Position, b: Position): number {
	return a.line - b.line || a.column - b.column;
}

function describe(name: string, source: string, mutant: Mutant): string {
	const { location, mutatorName, replacement = '', status } = mutant;
	const { line, column } = location.start;
	const unreached = status === 'NoCoverage' ? ', reached by no test' : '';
	return `${name}:${line}:${column} ${mutatorName}${unreached}\n- ${excerpt(source, location)}\n+ ${oneLine(replacement)}\n`;
}

function excerpt(source: string, { start, end }: Mutant['location']): string {
	const lines = source.split('\n').slice(start.line - 1, end.line);
	const last = lines.length - 1;
	return oneLine(
		lines
			.map((text, index) =>
				text.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined),
			)
			.join('\n'),
	);
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
