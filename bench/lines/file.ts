import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { freemem } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../bench';
import { makeFigure, measure, type Figure, type Goal, type Unit } from '../figures';
import { countGone, writeTokenFile } from '../tokenFile';
import type { LineResult } from './line';
import { sendArray, sendFile, type ListRun } from './listRun';

interface FileGoals {
	/** Milliseconds of the whole execution. */
	executionMs?: number;
	/** Megabytes above the idle n8n. */
	memory: number;
	/** Megabytes that n8n's database grows by. */
	database?: number;
}

interface FileSize extends FileGoals {
	count: number;
	/** Whether `--quick` measures it. */
	quick?: boolean;
}

const SIZES: readonly FileSize[] = [
	{ count: 1_000_000, executionMs: 4_000, memory: 500, database: 6, quick: true },
	{ count: 5_000_000, memory: 600 },
];

/** Of a million, with all outcomes, this package refuses the run: n8n could not be sure to store it. */
const ARRAY_COUNT = 990_000;
/** What an n8n that holds, sends and stores the array needs, and some room. */
const ARRAY_MEMORY = 8 * 1024 ** 3;

/** One message to the devices of a file; beside it the same as an array in one item, once. */
export async function measureFile(bench: Bench): Promise<LineResult> {
	const folder = join(bench.folder, 'lists');
	mkdirSync(folder, { recursive: true });
	const sizes = SIZES.filter(({ quick }) => !bench.quick || quick);
	const peer = await measurePeer(bench);
	const figures: Figure[] = [];
	let problems = 0;
	for (const size of sizes) {
		const file = join(folder, `tokens-${size.count}.txt`);
		await writeTokenFile(file, size.count);
		const runs: ListRun[] = [];
		for (let round = 1; round <= bench.rounds; round++) {
			runs.push(await sendFile(bench, { file, count: size.count, round }));
		}
		await rm(file);
		// The peer did the work of the first size only.
		figures.push(...listFigures(size, runs, figures.length === 0 ? peer : undefined));
		problems = countGone(size.count);
	}
	return {
		figures,
		facts: {
			problems,
			...(peer && { peerCount: ARRAY_COUNT, peerReached: peer.reached }),
		},
	};
}

async function measurePeer(bench: Bench): Promise<ListRun | undefined> {
	if (bench.quick) return undefined;
	if (freemem() >= ARRAY_MEMORY) return await sendArray(bench, ARRAY_COUNT);
	bench.progress.note(
		'  Left out: the same as an array in one item, which takes n8n more memory than is free.',
	);
	return undefined;
}

function listFigures(size: FileSize, runs: readonly ListRun[], peer?: ListRun): Figure[] {
	const row = (name: string, unit: Unit, tell: (run: ListRun) => number, goal?: Goal) =>
		makeFigure(name, measure(unit, runs.map(tell)), {
			goal,
			...(peer && { peer: measure(unit, [tell(peer)]) }),
		});
	const atMost = (value?: number): Goal | undefined =>
		value === undefined ? undefined : { kind: 'atMost', value };
	const { count, executionMs, memory, database } = size;
	const nodeTimes = runs.flatMap(({ nodeMs }) => nodeMs ?? []);
	return [
		row(
			`${count.toLocaleString('en-US')} devices from a file, whole execution`,
			'ms',
			(run) => run.executionMs,
			atMost(executionMs),
		),
		makeFigure('… the node', measure('ms', nodeTimes)),
		row('… memory of n8n above idle', 'MB', (run) => run.memory, atMost(memory)),
		row('… growth of n8n’s database', 'MB', (run) => run.database, atMost(database)),
		makeFigure(
			'… devices that the message went to',
			measure(
				'messages',
				runs.map(({ reached }) => reached),
			),
			{ goal: { kind: 'exactly', value: count } },
		),
	];
}
