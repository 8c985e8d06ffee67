/** One run to a long list in an n8n of its own, because a process that has grown once keeps the room. */
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SavedCredential, SavedWorkflow, Workflow } from '../../scripts/n8n/workflow';
import { createAccount, type Bench, type BenchN8n } from '../bench';
import { measureDatabase } from '../databaseSize';
import { makeArrayWorkflow, makeFileWorkflow } from '../listWorkflows';
import { readMemory, watchMemory } from '../processMemory';
import { publish, readMeasuredNode, runToEnd } from '../runs';
import { peakAbove } from '../statistics';
import { countGone, writeTokenFile } from '../tokenFile';

export interface ListRun {
	/** Of the measured node; unknown where reading it would take n8n as much as the run itself. */
	nodeMs?: number;
	executionMs: number;
	/** Megabytes above the idle n8n, at the most. */
	memory: number;
	/** Megabytes. */
	database: number;
	/** Tokens that arrived, those that were refused among them. */
	reached: number;
}

export interface FileOptions {
	/** A list of `count` tokens. */
	file: string;
	count: number;
	round: number;
}

const WARM_UP = 2_000;
/** Until n8n has put away what the round to warm up has left. */
const SETTLE_MS = 2_000;
const MEGABYTE = 1_000_000;

/** Sends to the tokens of a file. Throws if the node's own counts are not those that arrived. */
export async function sendFile(bench: Bench, options: FileOptions): Promise<ListRun> {
	const { file, count, round } = options;
	const title = `${count.toLocaleString('en-US')} devices from a file, round ${round} of ${bench.rounds}`;
	const folder = dirname(file);
	const small = join(folder, 'warm-up.txt');
	await writeTokenFile(small, WARM_UP);
	const make = (account: SavedCredential) => ({
		warmUp: makeFileWorkflow('warm-up', small, { account }),
		workflow: makeFileWorkflow('file', file, { account }),
	});
	const read = async (n8n: BenchN8n, id: string) => {
		const { nodeMs, outputs } = await readMeasuredNode(n8n, id);
		const { accepted, rejected } = outputs[0]?.[0]?.json ?? {};
		const problems = outputs[1]?.length ?? 0;
		const gone = countGone(count);
		if (accepted !== count - gone || rejected !== gone || problems !== gone) {
			throw new Error(
				`Of ${count} tokens ${String(accepted)} were told to be accepted, ${String(rejected)} rejected and ${problems} a problem.`,
			);
		}
		return nodeMs;
	};
	return await sendList(bench, title, { make, read, folder });
}

/** Sends to an array of tokens that a Code node makes. */
export async function sendArray(bench: Bench, count: number): Promise<ListRun> {
	const title = `${count.toLocaleString('en-US')} devices as an array in one item`;
	const make = (account: SavedCredential) => ({
		warmUp: makeArrayWorkflow('warm-up', WARM_UP, { account }),
		workflow: makeArrayWorkflow('array', count, { account }),
	});
	return await sendList(bench, title, { make });
}

interface ListPlan {
	make: (account: SavedCredential) => { warmUp: Workflow; workflow: Workflow };
	/** Judges what n8n has stored, and gives the node's time. */
	read?: (n8n: BenchN8n, executionId: string) => Promise<number>;
	/** What n8n may read from. */
	folder?: string;
}

async function sendList(
	bench: Bench,
	title: string,
	{ make, read, folder }: ListPlan,
): Promise<ListRun> {
	let userFolder = '';
	const run = await bench.withN8n(
		title,
		async (n8n, step) => {
			({ userFolder } = n8n.server);
			const url = `${bench.sandbox.greeting.url}/counting-list`;
			const { warmUp, workflow } = make(
				await createAccount(n8n.client, bench.sandbox.greeting, url),
			);
			await runToEnd(bench, n8n, await publish(n8n, warmUp), { body: {} });
			const saved = await publish(n8n, workflow);
			await wait(SETTLE_MS, undefined, { signal: bench.signal });
			step.update('running');
			const { id, ...measured } = await measureRun(bench, n8n, saved);
			return { ...measured, ...(read && { nodeMs: await read(n8n, id) }) };
		},
		{ ...(folder !== undefined && { N8N_RESTRICT_FILE_ACCESS_TO: folder }) },
	);
	// n8n keeps a copy of each file.
	await rm(userFolder, { recursive: true, force: true });
	return run;
}

async function measureRun(
	bench: Bench,
	n8n: BenchN8n,
	workflow: SavedWorkflow,
): Promise<ListRun & { id: string }> {
	const { pid, userFolder } = n8n.server;
	const level = readMemory(pid);
	const size = measureDatabase(userFolder);
	const stop = watchMemory(pid);
	try {
		const { id, executionMs } = await runToEnd(bench, n8n, workflow, { body: {} });
		const memory = peakAbove(stop(), level) / MEGABYTE;
		const database = (measureDatabase(userFolder) - size) / MEGABYTE;
		const { tokens: reached } = await bench.sandbox.readCounted();
		return { id, executionMs, memory, database, reached };
	} finally {
		stop();
	}
}
