/** What the two loads have in common: a real n8n under them for some minutes, its curves, and their laws. */
import { setTimeout as wait } from 'node:timers/promises';

import type { Stack } from '../../scripts/start/stack';
import { describeFlat, formatMegabytes, judgeSamples, type Flatness } from './flat';
import { countSockets, Sampler } from './sampler';

export interface LoadOptions {
	minutes: number;
	/** Calls or campaigns a second. */
	rate: number;
	/** Says how far the load is; shown now and then only. */
	tell: (text: string) => void;
	/** Seconds since the load began. */
	elapsed: () => number;
	signal?: AbortSignal;
}

/** What a load has done, and what was wrong with it. */
export interface LoadResult {
	counts: Record<string, number>;
	/** A sentence each; none where everything is accounted for. */
	faults: string[];
}

export type Load = (stack: Stack, options: LoadOptions) => Promise<LoadResult>;

export interface SoakOptions {
	minutes: number;
	rate: number;
	/** Called every 15 seconds. */
	onProgress: (text: string) => void;
	signal?: AbortSignal;
}

export interface SoakResult extends LoadResult {
	minutes: number;
	memory: Flatness;
	sockets: Flatness;
	/** Open sockets before the load, and after it once nothing is under way. */
	idleSockets: { before: number; after: number };
}

const PROGRESS_SECONDS = 15;
/** Connections kept for the next request may stay so long. */
const CLOSED_WITHIN_MS = 90_000;
const POLL_MS = 1_000;

/**
 * Puts `load` on a running n8n and holds its curves against the laws: memory and sockets flat, sockets as few as
 * before once the load has ended.
 *
 * @throws what the load throws, and the reason of `signal`
 */
export async function soak(
	stack: Stack,
	load: Load,
	{ minutes, rate, onProgress, signal }: SoakOptions,
): Promise<SoakResult> {
	const { pid } = stack.n8n;
	const before = countSockets(pid);
	const sampler = new Sampler(pid);
	let told = 0;
	const tell = (text: string) => {
		if (sampler.elapsed < told + PROGRESS_SECONDS) return;
		told = sampler.elapsed;
		const { memory, sockets } = sampler.latest;
		onProgress(`${text}; n8n: ${formatMegabytes(memory)}, ${sockets} sockets`);
	};
	try {
		const elapsed = () => sampler.elapsed;
		const { counts, faults } = await load(stack, { minutes, rate, tell, elapsed, signal });
		sampler.stop();
		const { memory, sockets } = judgeSamples(sampler.samples);
		const after = await waitForSockets(pid, before);
		return {
			minutes,
			counts,
			memory,
			sockets,
			idleSockets: { before, after },
			faults: [
				...faults,
				...(memory.isFlat ? [] : [describeFlat('Memory', memory, formatMegabytes)]),
				...(sockets.isFlat ? [] : [describeFlat('Sockets', sockets)]),
				...(after <= before
					? []
					: [
							`${after} sockets are open ${CLOSED_WITHIN_MS / 1000} s after the load; ${before} were before it.`,
						]),
			],
		};
	} finally {
		sampler.stop();
	}
}

/** The fewest that were seen, as soon as they are no more than `wanted`. */
async function waitForSockets(pid: number, wanted: number): Promise<number> {
	const deadline = Date.now() + CLOSED_WITHIN_MS;
	let fewest = countSockets(pid);
	while (fewest > wanted && Date.now() < deadline) {
		await wait(POLL_MS);
		fewest = Math.min(fewest, countSockets(pid));
	}
	return fewest;
}
