/**
 * What n8n can store of a run. It writes an execution as one text, and where that is longer than JavaScript
 * allows, the execution stays "running" for ever, without output or error, although everybody was reached: then
 * somebody sends it again.
 */

import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { OutputLine } from './campaign';
import type { Subject } from './subject';

/** Characters of input and output together; V8's longest text has 537 million. */
const MOST_CHARACTERS = 400_000_000;

/** Runs with fewer lines are not even estimated. */
const FEW_LINES = 10_000;

/** Characters that an output item has beside its token. */
const PER_OUTPUT_ITEM = 180;

/** Input items whose length stands for that of all. */
const SAMPLE = 20;

/** Characters that the execution will take in n8n's database, roughly. */
function estimateCharacters(
	lines: readonly OutputLine[],
	items: readonly INodeExecutionData[],
	hasOutput: boolean,
): number {
	if (lines.length < FEW_LINES) return 0;
	const tokens = lines.reduce((sum, { token }) => sum + token.length + 4, 0);
	const output = hasOutput ? tokens + lines.length * PER_OUTPUT_ITEM : 0;
	// An item with a whole list is as long as its tokens, and would be long to write here.
	if (items.length * SAMPLE < lines.length) return tokens + output;
	const step = Math.ceil(items.length / SAMPLE);
	const sample = items.filter((_, item) => item % step === 0);
	const length = sample.reduce((sum, { json }) => sum + JSON.stringify(json).length, 0);
	return Math.max(tokens, (length / sample.length) * items.length) + output;
}

/** @throws {NodeOperationError} before anything is sent, where n8n could not store what comes of it */
export function refuseUnstorable(
	context: IExecuteFunctions,
	lines: readonly OutputLine[],
	hasOutput: boolean,
	{ nothingDone }: Subject,
): void {
	const characters = estimateCharacters(lines, context.getInputData(), hasOutput);
	const remedy = hasOutput
		? 'Choose Problems Only for Output under Options,'
		: 'Split the list into several executions,';
	refuseCharacters(context, characters, `${nothingDone} ${LEFT_RUNNING} ${remedy} ${NOT_SAVED}`);
}

/**
 * The same for files that n8n does not keep apart from the execution.
 *
 * @param characters of the files
 * @throws {NodeOperationError} before anything is sent
 */
export function refuseUnstorableFiles(
	context: IExecuteFunctions,
	characters: number,
	{ nothingDone }: Subject,
): void {
	const remedy =
		'Let n8n keep files apart (N8N_DEFAULT_BINARY_DATA_MODE=filesystem), pack the file with gzip,';
	refuseCharacters(context, characters, `${nothingDone} ${LEFT_RUNNING} ${remedy} ${NOT_SAVED}`);
}

const LEFT_RUNNING =
	'n8n would leave the execution running for ever, although everybody was reached.';

const NOT_SAVED =
	'or switch off Save successful production executions in the settings of the workflow.';

function refuseCharacters(
	context: IExecuteFunctions,
	characters: number,
	description: string,
): void {
	if (characters <= MOST_CHARACTERS || !isStored(context)) return;
	throw new NodeOperationError(
		context.getNode(),
		`n8n could not store this run: input and output have about ${Math.round(characters / 1e6)} million characters`,
		{ description },
	);
}

/** Whether the workflow's own settings leave it to n8n to store the run. */
function isStored(context: IExecuteFunctions): boolean {
	const { saveDataSuccessExecution, saveManualExecutions } = context.getWorkflowSettings();
	return context.getMode() === 'manual'
		? saveManualExecutions !== false
		: saveDataSuccessExecution !== 'none';
}
