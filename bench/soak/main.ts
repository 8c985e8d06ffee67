/** `npm run soak`: does n8n keep its memory and its books under a long stream of campaigns and receipts? */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatError } from '../../scripts/n8n/userError';
import { runStep, showProgress } from '../../scripts/progress';
import { listenForInterruption } from '../../scripts/start/shutdown';
import { startStack } from '../../scripts/start/stack';
import { describeMachine } from '../machine';
import { HELP, parseArguments, type LoadName } from './arguments';
import { sendCampaigns } from './campaigns';
import { describeFlat, formatMegabytes } from './flat';
import { sendReceipts } from './receipts';
import { writeResult } from './result';
import { soak, type Load, type SoakResult } from './soak';

const LOADS: Readonly<Record<LoadName, Load>> = {
	campaigns: sendCampaigns,
	receipts: sendReceipts,
};
/** Of a law that breaks for every campaign nobody reads them all. */
const MOST_FAULTS = 20;

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

async function main(): Promise<number> {
	const { load, minutes, rate, help } = parseArguments(process.argv.slice(2));
	if (help) {
		print(HELP);
		return 0;
	}
	const progress = showProgress(process.stdout);
	const { signal } = listenForInterruption();
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-huawei-push-soak-'));
	try {
		// n8n would drop what was counted on after 10,000 executions.
		const environment = { EXECUTIONS_DATA_PRUNE: 'false' };
		const stack = await startStack({ folder, progress, signal, environment });
		try {
			const title = `${minutes} minutes of ${load}, ${rate} a second`;
			const result = await runStep(progress, title, async () => {
				const onProgress = (text: string) => progress.note(`    ${text}`);
				return await soak(stack, LOADS[load], { minutes, rate, onProgress, signal });
			});
			const file = writeResult(load, describeMachine(stack.installation), result);
			return judge(result, file);
		} finally {
			await stack.stop();
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function judge({ counts, memory, sockets, idleSockets, faults }: SoakResult, file: string): number {
	print(
		`Counts: ${Object.entries(counts)
			.map(([name, count]) => `${name} ${count}`)
			.join(', ')}.`,
	);
	print(describeFlat('Memory of n8n', memory, formatMegabytes));
	print(describeFlat('Sockets of n8n', sockets));
	print(`Idle sockets: ${idleSockets.before} before the load, ${idleSockets.after} after it.`);
	for (const fault of faults.slice(0, MOST_FAULTS)) print(`WRONG: ${fault}`);
	if (faults.length > MOST_FAULTS) print(`... and ${faults.length - MOST_FAULTS} more.`);
	print(faults.length > 0 ? 'The soak failed.' : 'The soak went well.');
	print(`Figures: ${file}`);
	return faults.length > 0 ? 1 : 0;
}

main().then(
	(exitCode) => process.exit(exitCode),
	(error: unknown) => {
		print(formatError(error));
		process.exit(1);
	},
);
