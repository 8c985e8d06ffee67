import type { Bench, BenchN8n } from '../bench';
import { publish, runOnce } from '../runs';
import { median } from '../statistics';
import { makePushWorkflow, type Wording } from '../workflows';

const CUSTOMERS = 1_000;
/** Title and body. */
const EXPRESSIONS = 2 * CUSTOMERS;

/**
 * What 1,000 personalised messages are made of. Customers who are all alike need the same expressions but one
 * request; a fixed wording needs neither; a computed one needs n8n's expression engine.
 */
export async function takeApart(bench: Bench, n8n: BenchN8n): Promise<Record<string, number>> {
	const prepare = async (wording: Wording) =>
		await publish(n8n, makePushWorkflow(wording, wording, n8n.credentials));
	const workflows = {
		fixed: await prepare('fixed'),
		personal: await prepare('personal'),
		computed: await prepare('computed'),
	};
	const time = async (wording: keyof typeof workflows, alike: boolean) =>
		(await runOnce(bench, n8n, workflows[wording], { count: CUSTOMERS, alike })).nodeMs;
	for (const wording of ['fixed', 'personal', 'computed'] as const) await time(wording, true);
	const times = {
		fixed: Array<number>(),
		alike: Array<number>(),
		computed: Array<number>(),
		all: Array<number>(),
	};
	for (let round = 1; round <= bench.rounds; round++) {
		times.fixed.push(await time('fixed', true));
		times.alike.push(await time('personal', true));
		times.computed.push(await time('computed', true));
		times.all.push(await time('personal', false));
	}
	const fixedMs = median(times.fixed);
	const alikeMs = median(times.alike);
	return {
		fixedMs,
		msPerPlainExpression: (alikeMs - fixedMs) / EXPRESSIONS,
		msPerEngineExpression: (median(times.computed) - fixedMs) / EXPRESSIONS,
		msPerRequest: (median(times.all) - alikeMs) / (CUSTOMERS - 1),
	};
}
