/** `npm start`: the whole way of a push message, out of a real n8n and its receipt back in. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryPort } from '../n8n/freePort';
import { PACKAGE_NAME } from '../n8n/places';
import { formatError, UserError } from '../n8n/userError';
import { runStep, showProgress, type Progress } from '../progress';
import { HELP, parseArguments, type StartArguments } from './arguments';
import { importWorkflows, prepareSandbox, runDemonstration } from './demonstration';
import { importOthers } from './examples';
import { findDifferences } from './expectation';
import { listenForInterruption, Stopped, type Interruption } from './shutdown';
import { startStack, type Stack } from './stack';
import { formatFigures, formatPlaces, formatTable } from './summary';

const DEFAULT_PORT = 5678;

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
	const interruption = listenForInterruption();
	const folder = mkdtempSync(join(tmpdir(), `${PACKAGE_NAME}-`));
	let keepFolder = false;
	try {
		return await startAndShow(args, folder, progress, interruption);
	} catch (error) {
		keepFolder = !(error instanceof Stopped);
		throw error;
	} finally {
		// The logs of a failed run are for reading.
		if (!keepFolder) await rm(folder, { recursive: true, force: true });
	}
}

async function startAndShow(
	args: StartArguments,
	folder: string,
	progress: Progress,
	{ signal, requested }: Interruption,
): Promise<number> {
	progress.note('Huawei Push Kit in a real n8n, on this machine only\n');
	const stack = await startStack({
		folder,
		progress,
		signal,
		preferredPort: args.port ?? DEFAULT_PORT,
	});
	try {
		const differences = await demonstrate(stack, progress, signal);
		if (!args.once) {
			tellPlaces(stack, progress);
			await Promise.race([requested, failWhenEnded(stack, signal)]);
		}
		return differences.length === 0 ? 0 : 1;
	} finally {
		await runStep(progress, 'Stopping n8n and the sandbox', async () => await stack.stop());
	}
}

async function demonstrate(
	stack: Stack,
	progress: Progress,
	signal: AbortSignal,
): Promise<string[]> {
	const workflows = await runStep(progress, 'Importing the workflows of examples/', async () => {
		const imported = await importWorkflows(stack);
		await prepareSandbox(stack.client, stack.sandbox.url, imported);
		return imported;
	});
	const observation = await runDemonstration(stack, workflows, progress, signal);
	const differences = findDifferences(observation);
	progress.note(`\n${formatTable(observation)}\n\n${formatFigures(observation)}\n`);
	const others = await runStep(
		progress,
		'Importing the other workflows of examples/',
		async () => await importOthers(stack.client, Object.values(stack.credentials)),
		(count) => `${count}, with their data tables; none is published`,
	);
	progress.note(
		`  ${others} more workflows to try stand in n8n; examples/README.md says what each does.\n`,
	);
	for (const difference of differences) progress.note(`  DIFFERENT  ${difference}`);
	progress.note(
		differences.length === 0
			? '  Everything went as it should.\n'
			: `\n  ${differences.length} things are not as they should be.\n`,
	);
	return differences;
}

function tellPlaces({ n8n, sandbox, login }: Stack, progress: Progress): void {
	const places = { n8nUrl: n8n.url, sandboxUrl: sandbox.url, logFile: n8n.logFile, ...login };
	progress.note(`${formatPlaces(places)}\n`);
	progress.note('  Everything stays up until Ctrl-C. What you change in n8n is gone after that.\n');
}

async function failWhenEnded({ n8n }: Stack, signal: AbortSignal): Promise<void> {
	await n8n.ended;
	if (!signal.aborted) throw new UserError('n8n ended by itself.', `Its log: ${n8n.logFile}`);
}

main()
	.then((exitCode) => process.exit(exitCode))
	.catch((error: unknown) => {
		process.stderr.write(`\n${formatError(error)}\n`);
		process.exit(error instanceof Stopped ? 130 : 1);
	});
