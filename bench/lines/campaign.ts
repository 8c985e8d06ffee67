import type { Bench } from '../bench';
import { makeFigure, measure } from '../figures';
import { publish, runOnce, type RunMeasurement } from '../runs';
import { median } from '../statistics';
import {
	continueOnError,
	GROUPS,
	makePushWorkflow,
	makeRequestWorkflow,
	makeVariantsWorkflow,
	type Wording,
} from '../workflows';
import type { LineResult } from './line';

const CUSTOMERS = 10_000;
/** Before the first round: compiles what both sides use. */
const WARM_UP = 200;

/** One message to 10,000 customers, one item each, and one in six variants. */
export async function measureCampaign(bench: Bench): Promise<LineResult> {
	const { sandbox, rounds } = bench;
	return await bench.withN8n('One message to 10,000 customers', async (n8n, step) => {
		const makePeer = async (wording: Wording) =>
			await publish(
				n8n,
				continueOnError(
					makeRequestWorkflow(`request-${wording}`, wording, n8n.credentials, sandbox.greeting),
				),
			);
		const push = await publish(n8n, makePushWorkflow('push', 'fixed', n8n.credentials));
		const variants = await publish(n8n, makeVariantsWorkflow('variants', n8n.credentials));
		const request = await makePeer('fixed');
		const grouped = await makePeer('group');
		for (const workflow of [push, variants, request, grouped]) {
			await runOnce(bench, n8n, workflow, { count: WARM_UP });
		}
		const ours: RunMeasurement[] = [];
		const oursInVariants: RunMeasurement[] = [];
		const peers: RunMeasurement[] = [];
		const peersInGroups: RunMeasurement[] = [];
		for (let round = 1; round <= rounds; round++) {
			step.update(`round ${round} of ${rounds}`);
			ours.push(await runOnce(bench, n8n, push, { count: CUSTOMERS }));
			oursInVariants.push(await runOnce(bench, n8n, variants, { count: CUSTOMERS }));
			peers.push(await runOnce(bench, n8n, request, { count: CUSTOMERS }));
			peersInGroups.push(await runOnce(bench, n8n, grouped, { count: CUSTOMERS }));
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
				makeFigure(
					'10,000 customers in 3 languages, 2 texts each',
					measure('ms', times(oursInVariants)),
					{ peer: measure('ms', times(peersInGroups)) },
				),
				makeFigure('Requests for it', measure('count', requests(oursInVariants)), {
					peer: measure('count', requests(peersInGroups)),
					goal: { kind: 'exactly', value: 2 * GROUPS.length },
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
