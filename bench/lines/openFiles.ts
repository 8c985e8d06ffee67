import type { SavedWorkflow } from '../../scripts/n8n/workflow';
import { createAccount, type Bench, type BenchN8n } from '../bench';
import { makeFigure, measure } from '../figures';
import { limitOpenFiles } from '../openFilesLimit';
import { publish, readMeasuredNode, runToEnd } from '../runs';
import { median } from '../statistics';
import { continueOnError, makePushWorkflow, makeRequestWorkflow } from '../workflows';
import type { LineResult } from './line';

const CUSTOMERS = 10_000;
const WARM_UP = 1_000;
const LATENCY = 100;
/** The hard limit of many a server. */
const MOST_OPEN_FILES = 4_096;

interface Run {
	nodeMs: number;
	delivered: number;
	failed: number;
}

/** Personalised messages from an n8n that may not have as many connections as there are messages. */
export async function measureOpenFiles(bench: Bench): Promise<LineResult> {
	const most = MOST_OPEN_FILES.toLocaleString('en-US');
	return await bench.withN8n(`${most} open files`, async (n8n, step): Promise<LineResult> => {
		if (!limitOpenFiles(n8n.server.pid, MOST_OPEN_FILES)) {
			step.update('left out: the limit is set with prlimit, of util-linux');
			return { figures: [], facts: {} };
		}
		const request = await publishPeer(bench, n8n);
		await run(bench, n8n, await publishOurs(bench, n8n, 0), WARM_UP);
		await run(bench, n8n, request, WARM_UP);
		const ours: Run[] = [];
		const peers: Run[] = [];
		for (let round = 1; round <= bench.rounds; round++) {
			step.update(`round ${round} of ${bench.rounds}`);
			ours.push(await run(bench, n8n, await publishOurs(bench, n8n, round), CUSTOMERS));
			peers.push(await run(bench, n8n, request, CUSTOMERS));
		}
		const delivered = (runs: Run[]) => runs.map((one) => one.delivered);
		const failed = (runs: Run[]) => runs.map((one) => one.failed);
		return {
			figures: [
				makeFigure(
					`10,000 personalised messages, ${most} open files: delivered`,
					measure('messages', delivered(ours)),
					{
						peer: measure('messages', delivered(peers)),
						goal: { kind: 'exactly', value: CUSTOMERS },
					},
				),
				makeFigure('… failed', measure('count', failed(ours)), {
					peer: measure('count', failed(peers)),
				}),
			],
			facts: {
				openFiles: MOST_OPEN_FILES,
				ms: median(ours.map(({ nodeMs }) => nodeMs)),
				peerMs: median(peers.map(({ nodeMs }) => nodeMs)),
			},
		};
	});
}

/** A gateway of its own for each round, so that its pace is searched for anew. */
async function publishOurs(bench: Bench, n8n: BenchN8n, round: number): Promise<SavedWorkflow> {
	const { greeting } = bench.sandbox;
	const url = `${greeting.url}/gateway-files-${round}`;
	const account = await createAccount(n8n.client, greeting, url);
	return await publish(n8n, makePushWorkflow(`push-${round}`, 'personal', { account }));
}

async function publishPeer({ sandbox }: Bench, n8n: BenchN8n): Promise<SavedWorkflow> {
	const { keyFile, url } = sandbox.greeting;
	const gateway = { keyFile, url: `${url}/gateway-files` };
	const workflow = makeRequestWorkflow('request', 'personal', n8n.credentials, gateway);
	return await publish(n8n, continueOnError(workflow));
}

/** What arrived is counted by the sandbox; what failed by the node's items, whichever way they came out. */
async function run(
	bench: Bench,
	n8n: BenchN8n,
	workflow: SavedWorkflow,
	count: number,
): Promise<Run> {
	const settings = { latency: LATENCY };
	const { id } = await runToEnd(bench, n8n, workflow, { body: { count }, settings });
	const { acceptedTokens: delivered } = await bench.sandbox.readArrived();
	const { nodeMs, outputs } = await readMeasuredNode(n8n, id);
	const [regular = [], problems = []] = outputs;
	const failed = problems.length + regular.filter(({ json }) => json.error !== undefined).length;
	return { nodeMs, delivered, failed };
}
