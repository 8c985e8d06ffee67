/** `npm run soak`: does n8n keep its memory under a long stream of receipts? */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatError } from '../../scripts/n8n/userError';
import { runStep, showProgress } from '../../scripts/progress';
import { listenForInterruption } from '../../scripts/start/shutdown';
import { startStack } from '../../scripts/start/stack';
import { publishReceiptWorkflow } from '../../test/e2e/setup/receiptWorkflow';
import { HELP, parseArguments } from './arguments';
import { formatMegabytes, soak, type SoakResult } from './soak';

const ALLOWED_GROWTH = 50e6;

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

async function main(): Promise<number> {
	const { minutes, rate, help } = parseArguments(process.argv.slice(2));
	if (help) {
		print(HELP);
		return 0;
	}
	const progress = showProgress(process.stdout);
	const { signal } = listenForInterruption();
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-huawei-push-soak-'));
	try {
		const stack = await startStack({ folder, progress, signal });
		try {
			const { url } = await publishReceiptWorkflow(stack.client, stack.credentials.receipts);
			const result = await runStep(
				progress,
				`${minutes} minutes of receipts, ${rate} calls a second`,
				async (step) =>
					await soak({
						url,
						account: stack.sandbox.receiptData,
						pid: stack.n8n.pid,
						minutes,
						rate,
						signal,
						onProgress: (text) => step.update(text),
					}),
			);
			return judge(result);
		} finally {
			await stack.stop();
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function judge({ calls, leftOut, wrong, after, end, highest }: SoakResult): number {
	const growth = end - after;
	print(
		`${calls} calls, ${leftOut} left out because n8n was busy. Memory of n8n: ${formatMegabytes(after)} after the first minute, ${formatMegabytes(end)} at the end, ${formatMegabytes(highest)} at most.`,
	);
	for (const [what, count] of wrong) print(`Wrong answer, ${count} times: ${what}.`);
	const grew = growth > ALLOWED_GROWTH;
	if (grew) print(`It grew by ${formatMegabytes(growth)}; allowed are 50 MB.`);
	const failed = grew || wrong.size > 0;
	print(failed ? 'The soak failed.' : 'The soak went well.');
	return failed ? 1 : 0;
}

main().then(
	(exitCode) => process.exit(exitCode),
	(error: unknown) => {
		print(formatError(error));
		process.exit(1);
	},
);
