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
		const end = () => {
			// One signal serves a whole run with thousands of waits: none may leave its listener behind.
			signal.removeEventListener('abort', end);
			resolve();
		};
		signal.addEventListener('abort', end);
		void sleep(ms).then(end);
	});
}
