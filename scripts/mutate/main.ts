/** `npm run mutate`: which share of the changes to the code do the unit tests notice? */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { REPOSITORY } from '../n8n/places';
import { formatError } from '../n8n/userError';
import { HELP, parseArguments, type MutateArguments } from './arguments';
import { describeSurvivors, keepFiles, scoresOf, type Report, type Score } from './report';
import { LEAST_SCORE, type Room } from './rooms';
import { gatherTests, removeGatheredTests } from './roomTests';

const RESULTS = 'results/mutate';

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

async function mutate(
	{ name, files, tests }: Room,
	{ file, concurrency, fresh }: MutateArguments,
): Promise<Report> {
	const { Stryker } = await import('@stryker-mutator/core');
	const output = file === undefined ? name : `${name}-file`;
	await new Stryker({
		mutate: file === undefined ? files : [file],
		jest: { config: { testMatch: [`<rootDir>/${gatherTests(name, tests)}`] } },
		// The whole room's memory serves a single file too, and keeps what it learns.
		incrementalFile: `${RESULTS}/${name}.incremental.json`,
		htmlReporter: { fileName: `${RESULTS}/${output}.html` },
		jsonReporter: { fileName: `${RESULTS}/${output}.json` },
		reporters: [process.stdout.isTTY ? 'progress' : 'progress-append-only', 'html', 'json'],
		logLevel: 'warn',
		force: fresh,
		...(concurrency !== undefined && { concurrency }),
	}).runMutationTest();
	const all: Report = JSON.parse(readFileSync(`${RESULTS}/${output}.json`, 'utf8'));
	const report = keepFiles(all, (path) => path === (file ?? path) && existsSync(path));
	writeFileSync(`${RESULTS}/${output}.txt`, describeSurvivors(report));
	return report;
}

function row(name: string, { noticed, mutants, percent }: Score): string {
	return `${percent.toFixed(1).padStart(6)} %  ${String(noticed).padStart(4)} of ${String(mutants).padStart(4)}  ${name}`;
}

async function main(): Promise<number> {
	const options = parseArguments(process.argv.slice(2));
	if (options.help) {
		print(HELP);
		return 0;
	}
	// Stryker reads its configuration and the files of the folder it stands in.
	process.chdir(REPOSITORY);
	mkdirSync(RESULTS, { recursive: true });
	const below: string[] = [];
	const table: string[] = [];
	for (const room of options.rooms) {
		print(`\n${room.name}: ${options.file ?? room.files.join(', ')}`);
		const { room: score, files } = scoresOf(await mutate(room, options));
		const rows = [row(room.name, score), ...files.map(([name, one]) => row(`  ${name}`, one))];
		print(rows.join('\n'));
		table.push(...rows);
		if (score.percent < LEAST_SCORE) below.push(room.name);
	}
	if (options.rooms.length > 1) print(`\n${table.join('\n')}`);
	print(`\nWhat nobody noticed stands in ${RESULTS}, in a .txt and a .html for each room.`);
	if (below.length > 0) print(`Below ${LEAST_SCORE} %: ${below.join(', ')}`);
	return below.length > 0 ? 1 : 0;
}

main().then(
	(exitCode) => {
		removeGatheredTests();
		process.exit(exitCode);
	},
	(error: unknown) => {
		removeGatheredTests();
		print(formatError(error));
		process.exit(1);
	},
);
