import { describeStart, readCommandLine, USAGE, UsageError } from './process/commandLine';
import { buildPageIfStale } from './process/buildPage';
import { seedSandbox } from './seed/seed';
import { startSandbox } from './server';

const USAGE_EXIT = 2;

async function main(args: readonly string[]): Promise<void> {
	const line = readCommandLine(args);
	if (line.help) {
		process.stdout.write(USAGE);
		return;
	}
	await buildPageIfStale((text) => process.stdout.write(`${text}\n`));
	const sandbox = await startSandbox({
		port: line.port,
		otherPortIfTaken: true,
		dataFolder: line.dataFolder,
		receipts: line.receiptUrl === undefined ? undefined : { url: line.receiptUrl },
	});
	if (line.seed && sandbox.store.received === 0) await seedSandbox(sandbox);
	process.stdout.write(describeStart(sandbox, line));

	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		void sandbox.close().then(() => process.stdout.write('The sandbox has stopped.\n'));
	};
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	const text = error instanceof Error ? error.message : String(error);
	const usage = error instanceof UsageError;
	process.stderr.write(usage ? `${text}\n\n${USAGE}` : `The sandbox cannot start: ${text}\n`);
	process.exitCode = usage ? USAGE_EXIT : 1;
});
