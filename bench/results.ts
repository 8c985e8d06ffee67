/** `results/bench.json`: what the last run of each line found out. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '../scripts/n8n/places';
import { LINES, type LineName } from './arguments';
import type { Figure } from './figures';
import type { LineResult } from './lines/line';
import type { Machine } from './machine';

const FOLDER = join(REPOSITORY, 'results');

export const RESULTS_FILE = join(FOLDER, 'bench.json');

/** Of runs that measured a part only: they do not replace what was measured with care. */
export const QUICK_RESULTS_FILE = join(FOLDER, 'bench-quick.json');

export interface StoredLine extends LineResult {
	line: LineName;
	/** Date of the measurement, `2026-11-23`. */
	measuredOn: string;
	rounds: number;
}

export interface Results {
	machine: Machine;
	lines: StoredLine[];
}

export function readResults(file = RESULTS_FILE): Results | undefined {
	if (!existsSync(file)) return undefined;
	const results: Results = JSON.parse(readFileSync(file, 'utf8'));
	return results;
}

export function writeResults(results: Results, file = RESULTS_FILE): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
}

/** New lines replace old ones of the same name. What another machine measured is dropped. */
export function mergeResults(former: Results | undefined, latest: Results): Results {
	const sameMachine = JSON.stringify(former?.machine) === JSON.stringify(latest.machine);
	const kept = sameMachine ? (former?.lines ?? []) : [];
	const find = (name: LineName) =>
		latest.lines.find(({ line }) => line === name) ?? kept.find(({ line }) => line === name);
	return { machine: latest.machine, lines: LINES.flatMap((name) => find(name) ?? []) };
}

export function listFigures({ lines }: Pick<Results, 'lines'>): Figure[] {
	return lines.flatMap(({ figures }) => figures);
}
