import type { IExecuteFunctions } from 'n8n-workflow';

import { formatCount } from './outputHint';

/** Runs below it are over before anyone could read of their progress. */
const LONG_RUN_TOKENS = 5000;

/** Progress of a long run, in the browser's console while it is run from the editor. */
export function reportProgress(
	context: IExecuteFunctions,
): (settled: number, total: number) => void {
	let told = 0;
	return (settled, total) => {
		const tenths = Math.floor((settled / total) * 10);
		if (tenths === told || total < LONG_RUN_TOKENS) return;
		told = tenths;
		context.sendMessageToUI(
			`Huawei Push Kit: ${formatCount(settled)} of ${formatCount(total)} tokens done`,
		);
	};
}
