/** Runs a workflow as an active one, and reads from n8n's own record how long it took. */
import axios, { isAxiosError } from 'axios';
import { parse } from 'flatted';
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { N8nRequestError } from '../scripts/n8n/client';
import type { SavedWorkflow, Workflow } from '../scripts/n8n/workflow';
import type { Bench, BenchN8n } from './bench';
import type { Arrived } from './sandboxHandle';
import { MEASURED_NODE } from './workflows';

export interface RunOptions {
	/** Customers, one item each. */
	count: number;
	/** Whether all customers have the same name, city and points. */
	alike?: boolean;
	/** How the sandbox behaves meanwhile: what `PUT /sandbox/settings` takes. */
	settings?: object;
}

export interface EndedExecution {
	id: string;
	/** From the execution's start to its end, as n8n stored them. */
	executionMs: number;
}

interface NodeTimes {
	/** The measured node's `executionTime` in n8n's run data. */
	nodeMs: number;
	/** Unix milliseconds, as the next one. */
	nodeStartedAt: number;
	nodeEndedAt: number;
}

export interface RunMeasurement extends NodeTimes, Omit<EndedExecution, 'id'> {
	arrived: Arrived;
}

export interface NodeResult extends NodeTimes {
	/** Items by output. */
	outputs: OutputItem[][];
}

interface OutputItem {
	json: Record<string, unknown>;
}

interface NodeRun {
	startTime: number;
	executionTime: number;
	data?: { main?: Array<OutputItem[] | null> };
}

interface StoredData {
	resultData: { runData: Record<string, NodeRun[]>; error?: { message: string } };
}

interface Summary {
	id: string;
	status: string;
	startedAt: string;
	stoppedAt: string | null;
}

/** A kept connection may be one that n8n closes at this moment, and a start must not be sent twice. */
const FRESH_CONNECTION = new Agent({ keepAlive: false });

/** n8n has less time for a node that lets questions through: few of them. */
const POLL_MS = 400;
const ENDED = ['success', 'error', 'crashed', 'canceled'];
const SILENT = ['ECONNABORTED', 'ECONNRESET'];
const WITHIN_MS = 300_000;

/** Saves and publishes a workflow whose webhook's path is its name. */
export async function publish({ client }: BenchN8n, workflow: Workflow): Promise<SavedWorkflow> {
	const saved = await client.createWorkflow(workflow);
	await client.activateWorkflow(saved);
	return saved;
}

/**
 * Runs the workflow once. Throws if the execution fails, or if not every customer came out of the
 * measured node: a figure of work that was not done is none.
 */
export async function runOnce(
	bench: Pick<Bench, 'sandbox' | 'signal'>,
	n8n: BenchN8n,
	workflow: SavedWorkflow,
	{ count, alike, settings }: RunOptions,
): Promise<RunMeasurement> {
	const { id, executionMs } = await runToEnd(bench, n8n, workflow, {
		body: { count, alike },
		settings,
	});
	const arrived = await bench.sandbox.readArrived();
	const { nodeMs, nodeStartedAt, nodeEndedAt, outputs } = await readMeasuredNode(n8n, id);
	const items = outputs[0]?.length ?? 0;
	if (items !== count) {
		throw new Error(
			`"${workflow.name}" let ${items} of ${count} customers out of "${MEASURED_NODE}".`,
		);
	}
	return { nodeMs, executionMs, nodeStartedAt, nodeEndedAt, arrived };
}

/**
 * Starts the workflow by its webhook and waits until n8n has stored the execution. Throws if it failed. What it
 * produced is not read: with millions of tokens that alone would take n8n gigabytes.
 */
export async function runToEnd(
	{ sandbox, signal }: Pick<Bench, 'sandbox' | 'signal'>,
	n8n: BenchN8n,
	workflow: SavedWorkflow,
	{ body, settings }: { body: object; settings?: object },
): Promise<EndedExecution> {
	await sandbox.reset(settings);
	const before = (await findLatest(n8n, workflow.id))?.id;
	const url = `${n8n.server.url}/webhook/${workflow.name}`;
	await axios.post(url, body, { proxy: false, timeout: 60_000, httpAgent: FRESH_CONNECTION });
	const { id, status, startedAt, stoppedAt } = await waitForEnd(n8n, workflow.id, before, signal);
	if (status !== 'success') {
		const { error } = await readResult(n8n, id);
		throw new Error(`"${workflow.name}" ended with ${status}. ${error?.message ?? ''}`);
	}
	return { id, executionMs: Date.parse(stoppedAt ?? '') - Date.parse(startedAt) };
}

/** What n8n has stored of the measured node. */
export async function readMeasuredNode(n8n: BenchN8n, executionId: string): Promise<NodeResult> {
	const { runData } = await readResult(n8n, executionId);
	const run = runData[MEASURED_NODE]?.[0];
	if (run === undefined) throw new Error(`"${MEASURED_NODE}" has not run.`);
	return {
		nodeMs: run.executionTime,
		nodeStartedAt: run.startTime,
		nodeEndedAt: run.startTime + run.executionTime,
		outputs: (run.data?.main ?? []).map((items) => items ?? []),
	};
}

async function readResult(n8n: BenchN8n, id: string): Promise<StoredData['resultData']> {
	const answer = await n8n.client.call<{ data: string }>('GET', `/rest/executions/${id}`);
	const { resultData }: StoredData = parse(answer.data);
	return resultData;
}

async function waitForEnd(
	n8n: BenchN8n,
	workflowId: string,
	before: string | undefined,
	signal: AbortSignal,
): Promise<Summary> {
	const deadline = Date.now() + WITHIN_MS;
	for (;;) {
		const latest = await findLatest(n8n, workflowId).catch(forgiveSilence);
		if (latest && latest.id !== before && ENDED.includes(latest.status)) return latest;
		if (Date.now() > deadline) {
			throw new Error(`An execution did not end within ${WITHIN_MS / 1000} s.`);
		}
		await wait(POLL_MS, undefined, { signal });
	}
}

/**
 * While the HTTP Request node is at its 10,000 items n8n answers nobody; then it closes the connections
 * that seem idle to it, and takes its database for lost for a while (503).
 */
function forgiveSilence(error: unknown): undefined {
	if (isAxiosError(error) && SILENT.includes(error.code ?? '')) return undefined;
	if (error instanceof N8nRequestError && error.status === 503) return undefined;
	throw error;
}

async function findLatest({ client }: BenchN8n, workflowId: string): Promise<Summary | undefined> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await client.call<{ results: Summary[] }>(
		'GET',
		`/rest/executions?filter=${filter}&limit=5`,
	);
	return [...results].sort((one, other) => Number(other.id) - Number(one.id))[0];
}
