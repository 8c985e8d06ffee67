/** The second part of `npm start`: the same campaign in a whole n8n, with its editor to look at. */
import { UserError } from '../n8n/userError';
import { runStep, type Progress } from '../progress';
import { importWorkflows, prepareSandbox, runDemonstration } from './demonstration';
import { importOthers, type FormLogin } from './examples';
import type { Observation } from './observation';
import type { DemoSandbox } from './sandbox';
import { startStack, type Stack } from './stack';
import { formatPlaces } from './summary';

const DEFAULT_PORT = 5678;

export interface WholeN8nOptions {
	/** For n8n's data, logs and the tarball. The caller removes it. */
	folder: string;
	/** The caller stops it. */
	sandbox: DemoSandbox;
	progress: Progress;
	signal: AbortSignal;
	/** Undefined: 5678 if it is free, else any. */
	port?: number;
}

export interface WholeN8n {
	stack: Stack;
	observation: Observation;
	/** Opens the forms of the examples. */
	formLogin: FormLogin;
}

/** Whatever was started is stopped again if something on the way fails. */
export async function runWholeN8n(options: WholeN8nOptions): Promise<WholeN8n> {
	const { port = DEFAULT_PORT, progress, signal } = options;
	const stack = await startStack({ ...options, preferredPort: port });
	try {
		return { stack, ...(await demonstrate(stack, progress, signal)) };
	} catch (error) {
		await stopWholeN8n(stack, progress);
		throw error;
	}
}

export async function stopWholeN8n(stack: Stack, progress: Progress): Promise<void> {
	await runStep(progress, 'Stopping n8n', async () => await stack.stop());
}

async function demonstrate(
	stack: Stack,
	progress: Progress,
	signal: AbortSignal,
): Promise<Omit<WholeN8n, 'stack'>> {
	const workflows = await runStep(progress, 'Importing the workflows of examples/', async () => {
		const imported = await importWorkflows(stack);
		await prepareSandbox(stack.client, stack.sandbox.url, imported);
		return imported;
	});
	const observation = await runDemonstration(stack, workflows, progress, signal);
	const { count, formLogin } = await runStep(
		progress,
		'Importing the other workflows of examples/',
		async () => await importOthers(stack.client, Object.values(stack.credentials)),
		(imported) => `${imported.count}, with their data tables; none is published`,
	);
	progress.note(
		`  ${count} more workflows to try stand in n8n; examples/README.md says what each does.`,
	);
	return { observation, formLogin };
}

/** Where n8n is, and how to get in. */
export function tellPlaces({ stack, formLogin }: WholeN8n, progress: Progress): void {
	const { n8n, sandbox, login } = stack;
	const urls = { n8nUrl: n8n.url, sandboxUrl: sandbox.url };
	const places = { ...urls, logFile: n8n.logFile, ...login, formLogin };
	progress.note(`${formatPlaces(places)}\n`);
	progress.note('  Everything stays up until Ctrl-C. What you change in n8n is gone after that.\n');
}

/** Throws when n8n ends although nobody has asked for it. */
export async function failWhenEnded({ n8n }: Stack, signal: AbortSignal): Promise<void> {
	await n8n.ended;
	if (!signal.aborted) throw new UserError('n8n ended by itself.', `Its log: ${n8n.logFile}`);
}
