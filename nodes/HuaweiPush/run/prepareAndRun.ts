import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { Operation } from '../actions/operation';
import type { ParameterReader } from '../parameters/parameterReader';
import { isTool } from '../parameters/toolUse';
import { refuseAll } from './campaign';
import { tellsErrors } from './errorSetting';
import { arrange, refusalItem, toOutputs } from './outputItems';
import { subjectOf } from './subject';

/**
 * Prepares a run and runs it. Where what is wrong comes out as items, an error of the preparation does, too: with
 * On Error: Continue, n8n would hand the incoming items on by output 0, as if accepted, so each token comes out as
 * failed instead. A model reads the reason once, however long the list was.
 */
export async function prepareAndRun<P>(
	context: IExecuteFunctions,
	source: { reader: ParameterReader; operation: Operation },
	prepare: () => Promise<P>,
	run: (prepared: P) => Promise<INodeExecutionData[][]>,
): Promise<INodeExecutionData[][]> {
	if (!tellsErrors(context)) return await run(await prepare());
	let prepared: P;
	try {
		prepared = await prepare();
	} catch (error) {
		return await refusedRun(context, source, error);
	}
	return await run(prepared);
}

async function refusedRun(
	context: IExecuteFunctions,
	source: { reader: ParameterReader; operation: Operation },
	error: unknown,
): Promise<INodeExecutionData[][]> {
	if (isTool(context)) return [[refusalItem(sentencesOf(error))], []];
	const lines = await refuseAll(source, context.getInputData(), error);
	return arrange(context, toOutputs(context, lines, subjectOf(source.operation)));
}

/** The error and its next click; as two sentences, since n8n shows them as a heading and what is below. */
function sentencesOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	const description = error instanceof NodeOperationError ? error.description : undefined;
	if (!description) return message;
	return `${/[.!?]$/.test(message) ? message : `${message}.`} ${description}`;
}
