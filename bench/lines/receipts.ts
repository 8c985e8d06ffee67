import { setTimeout as wait } from 'node:timers/promises';
import type { SigningKey } from '../../sandbox/receipts/signature';
import { PACKAGE_NAME } from '../../scripts/n8n/places';
import { findNode, formatWebhookUrl, type SavedWorkflow } from '../../scripts/n8n/workflow';
import type { Bench, BenchN8n } from '../bench';
import { makeFigure, measure, type Figure, type Goal } from '../figures';
import { measureOwnShare } from '../ownShare';
import { CONNECTIONS, measureRate, type Load } from '../receiptLoad';
import { publish } from '../runs';
import { makeReceiptWorkflow } from '../workflows';
import type { LineResult } from './line';

const STATUSES = 100;
const SECONDS = 4;
const WARM_UP_SECONDS = 2;
const SETTLED_WITHIN_MS = 60_000;

const TRIGGER = `${PACKAGE_NAME}.huaweiPushTrigger`;

/** All receipts of the calls are of the event `delivered`. */
const WANTED = ['delivered'];
const NOT_WANTED = ['tokenInvalid'];

interface Engine {
	name: string;
	environment: NodeJS.ProcessEnv;
	goal?: Goal;
}

/** n8n's expression engines: the dear part of a call that starts nothing. */
const ENGINES: readonly Engine[] = [
	{
		name: 'default engine',
		environment: {},
		goal: { kind: 'ratioAtLeast', value: 1.5 },
	},
	{
		name: 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true',
		environment: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
	},
	{
		name: 'N8N_EXPRESSION_ENGINE=legacy',
		environment: { N8N_EXPRESSION_ENGINE: 'legacy' },
		goal: { kind: 'ratioAtLeast', value: 3 },
	},
];

/** A receipt call of 100 statuses that are filtered away, beside one that starts an execution. */
export async function measureReceipts(bench: Bench): Promise<LineResult> {
	const figures: Figure[] = [];
	for (const engine of ENGINES) figures.push(await measureEngine(bench, engine));
	const shares: number[] = [];
	for (let round = 1; round <= bench.rounds; round++) {
		shares.push(
			await measureOwnShare({ body: makeBody(), triggerOn: NOT_WANTED, key: keyOf(bench) }),
		);
	}
	figures.push(
		makeFigure('The trigger’s own share of a filtered call', measure('ms', shares), {
			goal: { kind: 'atMost', value: 1 },
		}),
	);
	return { figures, facts: { connections: CONNECTIONS, seconds: SECONDS } };
}

async function measureEngine(bench: Bench, { name, environment, goal }: Engine): Promise<Figure> {
	const { rounds } = bench;
	const title = `Receipt calls, filtered away and started: ${name}`;
	return await bench.withN8n(
		title,
		async (n8n, step) => {
			const key = keyOf(bench);
			const filter = await publish(n8n, makeReceiptWorkflow('filter', NOT_WANTED, n8n));
			const start = await publish(n8n, makeReceiptWorkflow('start', WANTED, n8n));
			const load = async (workflow: SavedWorkflow, seconds: number) => {
				const url = await findUrl(n8n, workflow);
				return await run(n8n, { url, body: makeBody(), key, seconds });
			};
			for (const workflow of [filter, start]) await load(workflow, WARM_UP_SECONDS);
			const filtered: number[] = [];
			const started: number[] = [];
			for (let round = 1; round <= rounds; round++) {
				step.update(`round ${round} of ${rounds}`);
				filtered.push(await load(filter, SECONDS));
				started.push(await load(start, SECONDS));
			}
			if ((await countExecutions(n8n, filter.id)) > 0) {
				throw new Error('A call whose receipts are all filtered away has started an execution.');
			}
			return makeFigure(`Receipt call filtered away, ${name}`, measure('calls/s', filtered), {
				peer: measure('calls/s', started),
				goal,
			});
		},
		environment,
	);
}

function keyOf({ sandbox }: Bench): SigningKey {
	const { receiptUserName: userName, receiptSecret: secret } = sandbox.greeting;
	return { userName, secret, secretEncoding: 'base64' };
}

/** Waits for what the calls have started: the next measurement shall not pay for it. */
async function run(n8n: BenchN8n, load: Load): Promise<number> {
	const rate = await measureRate(load);
	const deadline = Date.now() + SETTLED_WITHIN_MS;
	while ((await countExecutions(n8n, undefined, ['new', 'running'])) > 0) {
		if (Date.now() > deadline) throw new Error('The executions of receipt calls do not end.');
		await wait(250);
	}
	return rate;
}

async function countExecutions(
	{ client }: BenchN8n,
	workflowId?: string,
	status?: string[],
): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
	const { results } = await client.call<{ results: unknown[] }>(
		'GET',
		`/rest/executions?filter=${filter}&limit=10`,
	);
	return results.length;
}

async function findUrl({ client }: BenchN8n, workflow: SavedWorkflow): Promise<string> {
	const type = (await client.listNodeTypes()).find(({ name }) => name === TRIGGER);
	if (!type) throw new Error(`n8n has not loaded the node ${TRIGGER}.`);
	return formatWebhookUrl(client.url, findNode(workflow, TRIGGER), type);
}

function makeBody(): string {
	const timestamp = Date.now();
	return JSON.stringify({
		statuses: Array.from({ length: STATUSES }, (_, index) => ({
			token: `BENCH${String(index).padStart(120, '0')}`,
			pushType: 0,
			appPackageName: 'com.example.shop',
			biTag: 'spring-sale',
			requestId: '174999999999900000001',
			deliveryStatus: { result: 0, timestamp },
		})),
	});
}
