import { readFileSync } from 'node:fs';
import type { SavedWorkflow } from '../../scripts/n8n/workflow';
import type { Bench, BenchN8n } from '../bench';
import { makeFigure, measure } from '../figures';
import { publish, runOnce } from '../runs';
import { makePushWorkflow, makeRequestWorkflow } from '../workflows';
import type { LineResult } from './line';

const CUSTOMERS = 200;

/** Makes n8n write each query of its database to its log. */
const LOG_QUERIES = { DB_LOGGING_ENABLED: 'true', DB_LOGGING_OPTIONS: 'query' };

const READ = /^query: SELECT .*"CredentialsEntity_data".* FROM "credentials_entity"/gm;

interface Side {
	/** Of each execution. */
	reads: number[];
	/** Different ones, over all executions. */
	jwts: Set<string>;
}

/** How often a JWT is signed and the credential read, with 200 requests in each execution. */
export async function measureAccount(bench: Bench): Promise<LineResult> {
	const { rounds, sandbox } = bench;
	return await bench.withN8n(
		'JWTs and reads of the credential',
		async (n8n, step) => {
			const push = await publish(n8n, makePushWorkflow('push', 'personal', n8n.credentials));
			const request = await publish(
				n8n,
				makeRequestWorkflow('request', 'personal', n8n.credentials, sandbox.greeting),
			);
			const ours: Side = { reads: [], jwts: new Set() };
			const peer: Side = { reads: [], jwts: new Set() };
			for (let round = 1; round <= rounds; round++) {
				step.update(`round ${round} of ${rounds}`);
				await observe(bench, n8n, push, ours);
				await observe(bench, n8n, request, peer);
			}
			return {
				figures: [
					makeFigure(
						`JWTs signed for ${rounds} executions within an hour`,
						measure('count', [ours.jwts.size]),
						{ peer: measure('count', [peer.jwts.size]), goal: { kind: 'exactly', value: 1 } },
					),
					makeFigure('Credential reads per execution', measure('count', ours.reads), {
						peer: measure('count', peer.reads),
						goal: { kind: 'exactly', value: 1 },
					}),
				],
				facts: { requestsPerExecution: CUSTOMERS },
			};
		},
		LOG_QUERIES,
	);
}

async function observe(
	bench: Bench,
	n8n: BenchN8n,
	workflow: SavedWorkflow,
	side: Side,
): Promise<void> {
	const { logFile } = n8n.server;
	const before = countReads(logFile);
	const { arrived } = await runOnce(bench, n8n, workflow, { count: CUSTOMERS });
	side.reads.push(countReads(logFile) - before);
	for (const jwt of arrived.jwts) side.jwts.add(jwt);
}

/** Queries that fetch a credential's data; n8n's checks before an execution ask for other columns. */
function countReads(logFile: string): number {
	return readFileSync(logFile, 'utf8').match(READ)?.length ?? 0;
}
