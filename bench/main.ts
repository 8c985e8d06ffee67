/** `npm run bench`: this package beside n8n's own nodes, in a real n8n, on loopback. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { PACKAGE_NAME, REPOSITORY } from '../scripts/n8n/places';
import { formatError, UserError } from '../scripts/n8n/userError';
import { showProgress, type Progress } from '../scripts/progress';
import { listenForInterruption, Stopped } from '../scripts/start/shutdown';
import { HELP, parseArguments, type BenchArguments, type LineName } from './arguments';
import { withBench } from './bench';
import { writeDocument } from './document';
import { measureAccount } from './lines/account';
import { measureCampaign } from './lines/campaign';
import { measureFile } from './lines/file';
import { measureGrowth } from './lines/growth';
import type { Line } from './lines/line';
import { measureOpenFiles } from './lines/openFiles';
import { measurePersonalised } from './lines/personalised';
import { measureReceipts } from './lines/receipts';
import { describeMachine } from './machine';
import {
	listFigures,
	mergeResults,
	QUICK_RESULTS_FILE,
	readResults,
	RESULTS_FILE,
	writeResults,
	type Results,
} from './results';
import { formatTable } from './table';
import { formatNetworks } from './networkTable';

const MEASURES: Readonly<Record<LineName, Line>> = {
	campaign: measureCampaign,
	personalised: measurePersonalised,
	openFiles: measureOpenFiles,
	file: measureFile,
	account: measureAccount,
	growth: measureGrowth,
	receipts: measureReceipts,
};

const DOCUMENT = join(REPOSITORY, 'docs', 'performance.md');

async function main(): Promise<number> {
	const args = parseArguments(process.argv.slice(2));
	const progress = showProgress(process.stdout);
	if (args.help) {
		progress.note(HELP);
		return 0;
	}
	if (args.writeDocs) {
		writeFileSync(DOCUMENT, writeDocument(demandResults()));
		progress.note('Wrote docs/performance.md from the last results.');
		return 0;
	}
	return await measureLines(args, progress);
}

function demandResults(file = RESULTS_FILE): Results {
	const results = readResults(file);
	if (results) return results;
	throw new UserError(
		'There are no results yet.',
		'Run npm run bench first; it takes half an hour.',
	);
}

async function measureLines(args: BenchArguments, progress: Progress): Promise<number> {
	const { signal } = listenForInterruption();
	const folder = mkdtempSync(join(tmpdir(), `${PACKAGE_NAME}-bench-`));
	const file = args.quick ? QUICK_RESULTS_FILE : RESULTS_FILE;
	let keepFolder = false;
	try {
		const options = { folder, progress, signal, rounds: args.rounds, quick: args.quick };
		await withBench(options, async (bench) => {
			const machine = describeMachine(bench.installation);
			for (const line of args.lines) {
				const result = await MEASURES[line](bench);
				progress.note(`\n${formatTable(result.figures)}\n`);
				if (result.networks) progress.note(`${formatNetworks(result.networks)}\n`);
				const measuredOn = new Date().toISOString().slice(0, 10);
				const latest = { machine, lines: [{ line, measuredOn, rounds: args.rounds, ...result }] };
				// After each line: what was measured is not lost if a later one fails.
				writeResults(mergeResults(readResults(file), latest), file);
			}
		});
	} catch (error) {
		keepFolder = !(error instanceof Stopped);
		if (keepFolder) progress.note(`The logs of n8n are in ${folder}.`);
		throw error;
	} finally {
		if (!keepFolder) await rm(folder, { recursive: true, force: true });
	}
	return summarise(args, file, progress);
}

/** 1 if a goal of a line that was measured now is missed. */
function summarise({ lines }: BenchArguments, file: string, progress: Progress): number {
	const results = demandResults(file);
	const figures = listFigures({
		lines: results.lines.filter(({ line }) => lines.includes(line)),
	});
	const missed = figures.filter(({ reached }) => reached === false);
	progress.note(`${formatTable(figures)}\n\nWritten to ${relative(REPOSITORY, file)}.`);
	for (const { name } of missed) progress.note(`Goal missed: ${name}`);
	return missed.length === 0 ? 0 : 1;
}

main()
	.then((exitCode) => process.exit(exitCode))
	.catch((error: unknown) => {
		process.stderr.write(`\n${formatError(error)}\n`);
		process.exit(error instanceof Stopped ? 130 : 1);
	});
