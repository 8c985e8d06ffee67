import type { Bench } from '../bench';
import { makeFigure, measure } from '../figures';
import { publish, runOnce, type RunMeasurement } from '../runs';
import { median } from '../statistics';
import { makePushWorkflow, makeRequestWorkflow } from '../workflows';
import type { LineResult } from './line';

const CUSTOMERS = 1_000;
/** Title and body. */
const EXPRESSIONS_PER_ITEM = 2;
const WARM_UP = 200;

/**
 * 1,000 personalised messages. Two more runs of this package take the time apart: customers who are all
 * alike need the same expressions but one request, a fixed wording needs neither.
 */
export async function measurePersonalised(bench: Bench): Promise<LineResult> {
	const { sandbox, rounds } = bench;
	return await bench.withN8n('1,000 personalised messages', async (n8n, step) => {
		const push = await publish(n8n, makePushWorkflow('push', 'personal', n8n));
		const fixed = await publish(n8n, makePushWorkflow('fixed', 'fixed', n8n));
		const request = await publish(
			n8n,
			makeRequestWorkflow('request', 'personal', n8n, sandbox.greeting),
		);
		for (const workflow of [push, fixed, request]) {
			await runOnce(bench, n8n, workflow, { count: WARM_UP });
		}
		const runs = { ours: Array<RunMeasurement>(), peers: Array<RunMeasurement>() };
		const parts = { alike: Array<number>(), fixed: Array<number>() };
		const run = async (...args: [typeof push, boolean?]) =>
			await runOnce(bench, n8n, args[0], { count: CUSTOMERS, alike: args[1] });
		for (let round = 1; round <= rounds; round++) {
			step.update(`round ${round} of ${rounds}`);
			runs.ours.push(await run(push));
			runs.peers.push(await run(request));
			parts.alike.push((await run(push, true)).nodeMs);
			parts.fixed.push((await run(fixed)).nodeMs);
		}
		const ours = measure(
			'ms',
			runs.ours.map(({ nodeMs }) => nodeMs),
		);
		const peer = measure(
			'ms',
			runs.peers.map(({ nodeMs }) => nodeMs),
		);
		const alikeMs = median(parts.alike);
		const fixedMs = median(parts.fixed);
		return {
			figures: [
				makeFigure('1,000 personalised messages', ours, {
					peer,
					goal: { kind: 'ratioAtLeast', value: 1.5 },
				}),
			],
			facts: {
				msPerItem: ours.value / CUSTOMERS,
				peerMsPerItem: peer.value / CUSTOMERS,
				msPerExpression: (alikeMs - fixedMs) / (CUSTOMERS * EXPRESSIONS_PER_ITEM),
				msPerRequest: (ours.value - alikeMs) / (CUSTOMERS - 1),
				fixedMs,
				requests: median(runs.ours.map(({ arrived }) => arrived.requests)),
				peerRequests: median(runs.peers.map(({ arrived }) => arrived.requests)),
			},
		};
	});
}
