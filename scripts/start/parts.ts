/** Both parts one after the other on one sandbox, and what is said about them. */
import { buildPageIfStale } from '../../sandbox/process/buildPage';
import { formatError, UserError } from '../n8n/userError';
import { runStep, type Progress } from '../progress';
import type { StartArguments } from './arguments';
import { runEngineStage } from './engineStage';
import { findDifferences } from './expectation';
import type { Observation } from './observation';
import { startDemoSandbox, type DemoSandbox } from './sandbox';
import { Stopped, type Interruption } from './shutdown';
import { formatFigures, formatTable } from './summary';

/** Of what the builder of the inbox says; the rest is its inner life. */
const TROUBLE_LINES = 4;

export interface PartsOptions extends Pick<StartArguments, 'once' | 'editor' | 'port'> {
	/** For all that is written. The caller removes it. */
	folder: string;
	progress: Progress;
	interruption: Interruption;
}

export interface PartsResult {
	/** How many things are not as they should be, over both parts. */
	differences: number;
	/** Whether the folder holds logs of something that went wrong. */
	keepLogs: boolean;
}

/** Ends after the last part with `once`, else at the first Ctrl-C. Nothing runs any more when it returns. */
export async function showBothParts(options: PartsOptions): Promise<PartsResult> {
	const { progress, interruption } = options;
	const { signal } = interruption;
	const started = Date.now();
	progress.note("Huawei Push Kit in n8n's own engine, without its editor, on this machine only\n");
	// Beside the campaign: the processor would wait for files else.
	const page = buildPage(signal);
	const sandbox = await runStep(
		progress,
		'Starting the sandbox',
		startDemoSandbox,
		({ url }) => url,
	);
	const stops = [async () => await sandbox.stop()];
	try {
		const first = await runEngineStage({ ...options, sandbox, signal });
		stops.push(async () => await first.stop());
		let differences = tellObservation(first.observation, progress);
		differences += await tellInbox(page, sandbox, progress);
		const seconds = Math.round((Date.now() - started) / 1000);
		progress.note(
			`  This was n8n's engine without its editor (${seconds} s); n8n's own nodes around ours were stood in for.\n`,
		);
		if (!options.editor) {
			if (!options.once) await stayUp(progress, interruption);
			return { differences, keepLogs: false };
		}
		const second = await showWholeN8n(options, sandbox);
		return { ...second, differences: differences + second.differences };
	} finally {
		for (const stop of stops.reverse()) await stop();
		await page;
	}
}

/** Resolves with why there is no page, or with nothing. Never rejects: nobody may be listening yet. */
async function buildPage(signal: AbortSignal): Promise<string | undefined> {
	try {
		await buildPageIfStale(() => undefined, signal);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

function tellObservation(observation: Observation, progress: Progress): number {
	const differences = findDifferences(observation);
	progress.note(`\n${formatTable(observation)}\n\n${formatFigures(observation)}\n`);
	for (const difference of differences) progress.note(`  DIFFERENT  ${difference}`);
	progress.note(
		differences.length === 0
			? '  Everything went as it should.\n'
			: `\n  ${differences.length} things are not as they should be.\n`,
	);
	return differences.length;
}

/** Returns 1 if there is no inbox to look at. */
async function tellInbox(
	page: Promise<string | undefined>,
	sandbox: DemoSandbox,
	progress: Progress,
): Promise<number> {
	const trouble = await runStep(progress, 'Building the inbox', async () => await page);
	if (trouble === undefined) {
		progress.note(`\n  Inbox     ${sandbox.url}   what arrived, as the phones show it`);
		return 0;
	}
	const lines = trouble.split('\n').filter((line) => line.trim() !== '');
	progress.note(`\n  The inbox could not be built: ${lines.slice(0, TROUBLE_LINES).join('\n  ')}`);
	progress.note('  Run `npm run build:inbox` to see all of it; everything else works without.');
	return 1;
}

/** The second part. What keeps it from starting does not take the first one away from who is looking at it. */
async function showWholeN8n(options: PartsOptions, sandbox: DemoSandbox): Promise<PartsResult> {
	const { once, progress, interruption } = options;
	const { signal, requested } = interruption;
	progress.note('Now the same in a whole n8n, with its editor (--no-editor leaves this out)\n');
	const { failWhenEnded, runWholeN8n, stopWholeN8n, tellPlaces } = await import('./wholeN8n');
	let whole;
	try {
		whole = await runWholeN8n({ ...options, sandbox, signal });
	} catch (error) {
		if (once || error instanceof Stopped || !(error instanceof UserError)) throw error;
		progress.note(`\n${formatError(error)}\n`);
		progress.note("  What n8n's engine has sent is still to be seen in the inbox.");
		await stayUp(progress, interruption);
		return { differences: 1, keepLogs: true };
	}
	try {
		const differences = tellObservation(whole.observation, progress);
		if (!once) {
			tellPlaces(whole, progress);
			await Promise.race([requested, failWhenEnded(whole.stack, signal)]);
		}
		return { differences, keepLogs: false };
	} finally {
		await stopWholeN8n(whole.stack, progress);
	}
}

async function stayUp(progress: Progress, { requested }: Interruption): Promise<void> {
	progress.note('  The sandbox stays up until Ctrl-C.\n');
	await requested;
}
