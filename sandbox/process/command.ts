/** The sandbox as a command: from its flags to its end. */
import { seedSandbox } from '../seed/seed';
import { startSandbox } from '../server';
import { describeStart, readCommandLine, UsageError, writeUsage } from './commandLine';

const USAGE_EXIT = 2;

export interface Command {
	/** How the user has started it, for the text of `--help`. */
	program: string;
	args: readonly string[];
	/** Is awaited before the sandbox starts, and told how to speak. */
	prepare?: (tell: (line: string) => void) => Promise<unknown>;
}

async function run({ program, args, prepare }: Command): Promise<void> {
	const line = readCommandLine(args);
	if (line.help) {
		process.stdout.write(writeUsage(program));
		return;
	}
	await prepare?.((text) => process.stdout.write(`${text}\n`));
	const sandbox = await startSandbox({
		port: line.port,
		otherPortIfTaken: true,
		host: line.host,
		allowedHosts: line.allowedHosts,
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

/** Runs until the process is asked to end. Never throws: what goes wrong is told, and the exit code set. */
export async function runCommand(command: Command): Promise<void> {
	try {
		await run(command);
	} catch (error) {
		const text = error instanceof Error ? error.message : String(error);
		const isUsage = error instanceof UsageError;
		process.stderr.write(
			isUsage ? `${text}\n\n${writeUsage(command.program)}` : `The sandbox cannot start: ${text}\n`,
		);
		process.exitCode = isUsage ? USAGE_EXIT : 1;
	}
}
