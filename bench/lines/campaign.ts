import type { Bench } from '../bench';
import { makeFigure, measure } from '../figures';
import { publish, runOnce, type RunMeasurement } from '../runs';
import { median } from '../statistics';
import { continueOnError, makePushWorkflow, makeRequestWorkflow } from '../workflows';
import type { LineResult } from './line';

const CUSTOMERS = 10_000;
/** Before the first round: compiles what both sides use. */
const WARM_UP = 200;

/** One message to 10,000 customers, one item each. */
export async function measureCampaign(bench: Bench): Promise<LineResult> {
	const { sandbox, rounds } = bench;
	return await bench.withN8n('One message to 10,000 customers', async (n8n, step) => {
		const push = await publish(n8n, makePushWorkflow('push', 'fixed', n8n.credentials));
		const request = await publish(
			n8n,
			continueOnError(makeRequestWorkflow('request', 'fixed', n8n.credentials, sandbox.greeting)),
		);
		for (const workflow of [push, request]) {
			await runOnce(bench, n8n, workflow, { count: WARM_UP });
		}
		const ours: RunMeasurement[] = [];
		const peers: RunMeasurement[] = [];
		for (let round = 1; round <= rounds; round++) {
			step.update(`round ${round} of ${rounds}`);
			ours.push(await runOnce(bench, n8n, push, { count: CUSTOMERS }));
			peers.push(await runOnce(bench, n8n, request, { count: CUSTOMERS }));
		}
		const times = (runs: RunMeasurement[]) => runs.map(({ nodeMs }) => nodeMs);
		const requests = (runs: RunMeasurement[]) => runs.map(({ arrived }) => arrived.requests);
		return {
			figures: [
				makeFigure('One message to 10,000 customers', measure('ms', times(ours)), {
					peer: measure('ms', times(peers)),
					goal: { kind: 'ratioAtLeast', value: 100 },
				}),
				makeFigure('Requests for it', measure('count', requests(ours)), {
					peer: measure('count', requests(peers)),
					goal: { kind: 'exactly', value: 10 },
				}),
			],
			facts: {
				executionMs: median(ours.map(({ executionMs }) => executionMs)),
				peerExecutionMs: median(peers.map(({ executionMs }) => executionMs)),
				peerDelivered: median(peers.map(({ arrived }) => arrived.acceptedTokens)),
				peerMsPerItem: median(times(peers)) / CUSTOMERS,
			},
		};
	});
}
