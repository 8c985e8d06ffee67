/**
 * `npm start`: the whole way of a push message and of its receipt back, first in n8n's engine alone, then in a
 * whole n8n.
 */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryPort } from '../n8n/freePort';
import { PACKAGE_NAME } from '../n8n/places';
import { formatError, UserError } from '../n8n/userError';
import { showProgress, type Progress } from '../progress';
import { HELP, parseArguments, type StartArguments } from './arguments';
import { showBothParts } from './parts';
import { listenForInterruption, Stopped, type Interruption } from './shutdown';

async function main(): Promise<number> {
	const args = parseArguments(process.argv.slice(2));
	const progress = showProgress(process.stdout);
	if (args.help) {
		progress.note(HELP);
		return 0;
	}
	if (args.port !== undefined && (await tryPort(args.port)) === undefined) {
		throw new UserError(
			`Port ${args.port} is taken or may not be used.`,
			'Name another one, or leave --port out to have a free one chosen.',
		);
	}
	return await inFolder(args, progress, listenForInterruption());
}

/** A folder of its own for all that is written; after a failure it stays, with the logs that tell why. */
async function inFolder(
	args: StartArguments,
	progress: Progress,
	interruption: Interruption,
): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), `${PACKAGE_NAME}-`));
	let keepFolder = false;
	try {
		const { differences, keepLogs } = await showBothParts({
			...args,
			folder,
			progress,
			interruption,
		});
		keepFolder = keepLogs;
		return differences === 0 ? 0 : 1;
	} catch (error) {
		keepFolder = !(error instanceof Stopped);
		throw error;
	} finally {
		if (!keepFolder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

main()
	.then((exitCode) => process.exit(exitCode))
	.catch((error: unknown) => {
		process.stderr.write(`\n${formatError(error)}\n`);
		process.exit(error instanceof Stopped ? 130 : 1);
	});
