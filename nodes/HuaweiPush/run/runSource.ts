/**
 * Where a run was started: by somebody in the editor, or by what happens in production. n8n's `getMode()`
 * alone does not tell: a sub-workflow is `integrated` and a retry is `retry` whatever their root was.
 */

import type { IExecuteFunctions, WorkflowExecuteMode } from 'n8n-workflow';

import { membersOf } from '../../../push-kit/json';

/** Modes that begin with a click in the editor; an evaluation is one over a test data set. */
const EDITOR_MODES: ReadonlySet<unknown> = new Set<WorkflowExecuteMode>(['manual', 'evaluation']);

/** It has no production: only a click in the editor starts it. */
const MANUAL_TRIGGERS: ReadonlySet<unknown> = new Set([
	'n8n-nodes-base.manualTrigger',
	'n8n-nodes-base.evaluationTrigger',
]);

/**
 * Whether the root of this run was started in the editor. A retry counts as what its first try was, a
 * sub-workflow as its root.
 *
 * Where n8n hides which of the two it was (a retry of a sub-workflow's own execution; a retry of an editor
 * run that began with another trigger than the manual one and calls a sub-workflow of a sub-workflow), it is
 * production: a production run must never become a test.
 */
export function isEditorRun(context: IExecuteFunctions): boolean {
	const mode = context.getMode();
	if (EDITOR_MODES.has(mode)) return true;
	// Kept by a retry from the executions list: the mode of the first try.
	const { source, triggerNode } = membersOf(executionContextOf(context));
	if (EDITOR_MODES.has(source)) return true;
	// Neither a retry nor a sub-workflow: the mode tells all there is.
	if (mode !== 'retry' && mode !== 'integrated') return false;
	const root = rootModeOf(context);
	if (EDITOR_MODES.has(root) || EDITOR_MODES.has(callerSourceOf(context))) return true;
	// The command line may start a manual trigger; it is nobody's click.
	return root !== 'cli' && MANUAL_TRIGGERS.has(membersOf(triggerNode).type);
}

/** Older n8n versions do not have the function. */
function executionContextOf(context: IExecuteFunctions): unknown {
	return typeof context.getExecutionContext === 'function'
		? context.getExecutionContext()
		: undefined;
}

/** n8n hands the mode of the root on to its sub-workflows, though not publicly: read with care. */
function rootModeOf(context: IExecuteFunctions): unknown {
	return membersOf(Reflect.get(context, 'additionalData')).rootExecutionMode;
}

/**
 * The mode of the first try of the execution that called this sub-workflow: all there is where it was a retry,
 * or an AI agent's workflow tool, which does not hand the mode on.
 */
function callerSourceOf(context: IExecuteFunctions): unknown {
	const { parentExecution } = membersOf(Reflect.get(context, 'runExecutionData'));
	return membersOf(membersOf(parentExecution).executionContext).source;
}
