import { sleep } from 'n8n-workflow';

import type { Surroundings } from '../../../push-kit/delivery/surroundings';

/** Longest that n8n's timer, which cannot be taken back, outlives a cancelled run. Milliseconds. */
const SLICE = 1000;

/** The real clock and chance. */
export const SURROUNDINGS: Surroundings = {
	now: () => Date.now(),
	random: () => Math.random(),
	sleep: async (ms, signal) => {
		const end = Date.now() + ms;
		for (let left = ms; left > 0 && signal?.aborted !== true; left = end - Date.now()) {
			await sleepOrAbort(Math.min(left, SLICE), signal);
		}
	},
};

async function sleepOrAbort(ms: number, signal: AbortSignal | undefined): Promise<void> {
	if (signal === undefined) return await sleep(ms);
	await new Promise<void>((resolve) => {
		const waits = waitsOf(signal);
		const end = () => {
			waits.delete(end);
			resolve();
		};
		waits.add(end);
		void sleep(ms).then(end);
	});
}

/** What ends at the signal of a run: of more than ten listeners Node.js would say that they are a leak. */
const WAITS = new WeakMap<AbortSignal, Set<() => void>>();

function waitsOf(signal: AbortSignal): Set<() => void> {
	const known = WAITS.get(signal);
	if (known !== undefined) return known;
	const waits = new Set<() => void>();
	WAITS.set(signal, waits);
	signal.addEventListener('abort', () => {
		for (const end of waits) end();
	});
	return waits;
}
