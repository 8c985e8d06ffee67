import type { Bench } from '../bench';
import { makeFigure, measure } from '../figures';
import { readMemory, watchMemory } from '../processMemory';
import { publish, runOnce } from '../runs';
import { growthExponent, median, peakAbove } from '../statistics';
import { makeIdleWorkflow, makePushWorkflow } from '../workflows';
import type { LineResult } from './line';

const MOST = 100_000;
const MIDDLE = 10_000;
const FEW = 1_000;
const WARM_UP = 200;
const MEGABYTE = 1_000_000;

/** Ten times the tokens in at most fourteen times the time. */
const LINEAR = 1.15;
const MOST_MEMORY = 250;

interface Round {
	/** Until the measured node was done, above the level before the execution. Megabytes. */
	memory: number;
	/** Until the execution was stored. */
	wholeMemory: number;
	/** Milliseconds of the measured node, by number of tokens. */
	times: Map<number, number>;
}

/**
 * How time and memory grow with the number of tokens. Each round starts a fresh n8n, because a process
 * that has grown once keeps the room; a workflow without our node tells what the items alone take.
 */
export async function measureGrowth(bench: Bench): Promise<LineResult> {
	const ours: Round[] = [];
	const idle: Round[] = [];
	for (let round = 1; round <= bench.rounds; round++) {
		ours.push(await measureRound(bench, 'push', round));
		idle.push(await measureRound(bench, 'idle', round));
	}
	const atMost = (value: number) => ({ goal: { kind: 'atMost', value } }) as const;
	const exponents = ours.map(({ times }) =>
		growthExponent(
			{ size: MIDDLE, cost: timeOf(times, MIDDLE) },
			{ size: MOST, cost: timeOf(times, MOST) },
		),
	);
	const memory = ours.map((round) => round.memory);
	const more = ours.map((round, index) => round.wholeMemory - (idle[index]?.wholeMemory ?? 0));
	return {
		figures: [
			...[FEW, MIDDLE, MOST].map((count) =>
				makeFigure(
					`${count.toLocaleString('en-US')} tokens, one message`,
					measure(
						'ms',
						ours.map(({ times }) => timeOf(times, count)),
					),
				),
			),
			makeFigure('Time from 10,000 to 100,000 tokens: power', measure('power', exponents), {
				...atMost(LINEAR),
			}),
			makeFigure('Memory for 100,000 tokens: above before', measure('MB', memory), {
				...atMost(MOST_MEMORY),
			}),
			makeFigure('Memory for 100,000 tokens: more than without the node', measure('MB', more), {
				...atMost(MOST_MEMORY),
			}),
		],
		facts: {
			idleMemory: median(idle.map((round) => round.memory)),
			wholeMemory: median(ours.map((round) => round.wholeMemory)),
			idleWholeMemory: median(idle.map((round) => round.wholeMemory)),
		},
	};
}

function timeOf(times: ReadonlyMap<number, number>, count: number): number {
	return times.get(count) ?? Number.NaN;
}

async function measureRound(bench: Bench, kind: 'push' | 'idle', round: number): Promise<Round> {
	const what = kind === 'push' ? 'sent' : 'without the node';
	const title = `100,000 tokens, ${what}, round ${round} of ${bench.rounds}`;
	return await bench.withN8n(title, async (n8n, step) => {
		const workflow = await publish(
			n8n,
			kind === 'push' ? makePushWorkflow(kind, 'fixed', n8n.credentials) : makeIdleWorkflow(kind),
		);
		await runOnce(bench, n8n, workflow, { count: WARM_UP });
		step.update('running');
		const level = readMemory(n8n.server.pid);
		const stop = watchMemory(n8n.server.pid);
		const { nodeMs, nodeEndedAt } = await runOnce(bench, n8n, workflow, { count: MOST });
		const samples = stop();
		const times = new Map([[MOST, nodeMs]]);
		for (const count of kind === 'push' ? [MIDDLE, FEW] : []) {
			times.set(count, (await runOnce(bench, n8n, workflow, { count })).nodeMs);
		}
		return {
			memory: peakAbove(samples, level, nodeEndedAt) / MEGABYTE,
			wholeMemory: peakAbove(samples, level) / MEGABYTE,
			times,
		};
	});
}
