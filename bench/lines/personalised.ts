import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from '../../scripts/progress';
import type { Bench, BenchN8n } from '../bench';
import type { Figure } from '../figures';
import type { LineResult, NetworkResult } from './line';
import { measureNetwork } from './network';
import { NETWORKS } from './networks';
import { takeApart } from './parts';

/**
 * Personalised messages over several networks, in one n8n; then the time without a network is taken apart.
 */
export async function measurePersonalised(bench: Bench): Promise<LineResult> {
	const authority = join(bench.folder, 'authority.pem');
	writeFileSync(authority, bench.sandbox.greeting.authority);
	return await bench.withN8n(
		'Personalised messages',
		async (n8n, step) => await measureAll(bench, n8n, step),
		{ NODE_EXTRA_CA_CERTS: authority },
	);
}

async function measureAll(bench: Bench, n8n: BenchN8n, step: Step): Promise<LineResult> {
	const figures: Figure[] = [];
	const networks: NetworkResult[] = [];
	for (const network of NETWORKS) {
		if (bench.quick && !network.quick) continue;
		const measured = await measureNetwork(bench, n8n, network, (text) =>
			step.update(`${network.name}: ${text}`),
		);
		figures.push(...measured.figures);
		networks.push(measured.result);
	}
	if (!bench.quick) step.update('taking the time apart');
	const facts = bench.quick ? {} : await takeApart(bench, n8n);
	return { figures, facts, networks };
}
