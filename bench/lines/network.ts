import { createAccount, type Bench, type BenchN8n } from '../bench';
import { makeFigure, measure, type Figure } from '../figures';
import { publish, runOnce, type RunMeasurement } from '../runs';
import { watchAnswers } from '../silence';
import { longestSilence, median, usedBetween } from '../statistics';
import { watchCpuTime } from '../processTime';
import { continueOnError, makePushWorkflow, makeRequestWorkflow } from '../workflows';
import type { SavedWorkflow } from '../../scripts/n8n/workflow';
import type { NetworkResult, NetworkSide } from './line';
import { timeGoal, type Network } from './networks';

/** Customers of the round before the first. */
const WARM_UP = 1_000;

interface Measured extends RunMeasurement {
	cpuMs?: number;
}

interface Place {
	bench: Bench;
	n8n: BenchN8n;
	network: Network;
}

/** What one side did, round by round. */
interface Side {
	runs: Measured[];
	silenceMs: number;
}

/** Both sides over one network, in turn: a round to warm up, the rounds that count, one that is listened to. */
export async function measureNetwork(
	bench: Bench,
	n8n: BenchN8n,
	network: Network,
	tell: (text: string) => void,
): Promise<{ figures: Figure[]; result: NetworkResult }> {
	const place: Place = { bench, n8n, network };
	const request = await publishPeer(place);
	const warmUp = Math.min(WARM_UP, network.count);
	tell('warming up');
	await runOurs(place, 0, warmUp);
	await run(place, request, warmUp);
	const ours: Measured[] = [];
	const peers: Measured[] = [];
	for (let round = 1; round <= bench.rounds; round++) {
		tell(`round ${round} of ${bench.rounds}`);
		ours.push(await runOurs(place, round, network.count));
		peers.push(await run(place, request, network.count));
	}
	tell('listening');
	const last = bench.rounds + 1;
	const oursListened = await listen(n8n, async () => await runOurs(place, last, network.count));
	const peerListened = await listen(n8n, async () => await run(place, request, network.count));
	return summarise(
		network,
		{ runs: ours, silenceMs: oursListened },
		{ runs: peers, silenceMs: peerListened },
	);
}

/** A gateway of its own for each round: the pace is searched for anew, as after ten minutes of rest. */
async function publishOurs(place: Place, round: number): Promise<SavedWorkflow> {
	const { bench, n8n, network } = place;
	const url = `${urlOf(place)}/gateway-${network.id}-${round}`;
	const account = await createAccount(n8n.client, bench.sandbox.greeting, url);
	const name = `push-${network.id}-${round}`;
	return await publish(n8n, makePushWorkflow(name, 'personal', { account }));
}

function urlOf({ bench, network }: Place): string {
	const { url, httpsUrl } = bench.sandbox.greeting;
	return network.scheme === 'https' ? httpsUrl : url;
}

async function publishPeer(place: Place): Promise<SavedWorkflow> {
	const { bench, n8n, network } = place;
	const { keyFile } = bench.sandbox.greeting;
	const url = `${urlOf(place)}/gateway-${network.id}`;
	const name = `request-${network.id}`;
	const workflow = makeRequestWorkflow(name, 'personal', n8n.credentials, { keyFile, url });
	return await publish(n8n, continueOnError(workflow));
}

async function runOurs(place: Place, round: number, count: number): Promise<Measured> {
	const workflow = await publishOurs(place, round);
	const measured = await run(place, workflow, count);
	const { acceptedTokens } = measured.arrived;
	// Too few at a service with a limit are a goal missed, elsewhere a fault.
	if (place.network.perSecond === undefined && acceptedTokens !== count) {
		throw new Error(`"${workflow.name}" delivered ${acceptedTokens} of ${count} messages.`);
	}
	return measured;
}

async function run(place: Place, workflow: SavedWorkflow, count: number): Promise<Measured> {
	const { bench, n8n, network } = place;
	const { latency, perSecond: requestsPerSecond = 0 } = network;
	const settings = { latency, requestsPerSecond };
	const stop = watchCpuTime(n8n.server.pid);
	try {
		const measured = await runOnce(bench, n8n, workflow, { count, settings });
		const { nodeStartedAt, nodeEndedAt } = measured;
		return { ...measured, cpuMs: usedBetween(stop(), nodeStartedAt, nodeEndedAt) };
	} finally {
		stop();
	}
}

/**
 * The longest time for which n8n answered nobody while the node ran. A round of its own: n8n has less time for
 * the node while it is asked, and a node that lets nobody through would gain by that.
 */
async function listen(n8n: BenchN8n, work: () => Promise<Measured>): Promise<number> {
	const stop = watchAnswers(n8n.server.url);
	let measured: Measured;
	try {
		measured = await work();
	} catch (error) {
		await stop();
		throw error;
	}
	return longestSilence(await stop(), measured.nodeStartedAt, measured.nodeEndedAt);
}

function summarise(
	network: Network,
	ours: Side,
	peer: Side,
): { figures: Figure[]; result: NetworkResult } {
	return {
		figures: listFigures(network, ours, peer),
		result: { name: network.name, ours: takeMedians(ours), peer: takeMedians(peer) },
	};
}

function listFigures(
	{ name, silence, perSecond, count, ...goals }: Network,
	ours: Side,
	peer: Side,
) {
	const times = ({ runs }: Side) =>
		measure(
			'ms',
			runs.map(({ nodeMs }) => nodeMs),
		);
	const delivered = ({ runs }: Side) =>
		measure(
			'messages',
			runs.map(({ arrived }) => arrived.acceptedTokens),
		);
	const silences = ({ silenceMs }: Side) => measure('ms', [silenceMs]);
	// The time in which a part was delivered compares with nothing.
	const comparison = perSecond === undefined ? times(peer) : undefined;
	const figures = [makeFigure(name, times(ours), { peer: comparison, goal: timeGoal(goals) })];
	if (perSecond !== undefined) {
		figures.push(
			makeFigure('… of them delivered', delivered(ours), {
				peer: delivered(peer),
				goal: { kind: 'exactly', value: count },
			}),
		);
	}
	if (silence !== undefined) {
		figures.push(
			makeFigure('… n8n answers nobody meanwhile for', silences(ours), {
				peer: silences(peer),
				goal: { kind: 'atMost', value: silence },
			}),
		);
	}
	return figures;
}

function takeMedians({ runs, silenceMs }: Side): NetworkSide {
	const cpuTimes = runs.flatMap(({ cpuMs }) => cpuMs ?? []);
	return {
		ms: median(runs.map(({ nodeMs }) => nodeMs)),
		silenceMs,
		...(cpuTimes.length > 0 && { cpuMs: median(cpuTimes) }),
		requests: median(runs.map(({ arrived }) => arrived.requests)),
		delivered: median(runs.map(({ arrived }) => arrived.acceptedTokens)),
	};
}
