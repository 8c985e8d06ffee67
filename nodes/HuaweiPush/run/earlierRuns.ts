/** Which runs of a node count together: all of one execution, see `push-kit/recipients/earlierRuns.ts`. */

import type { IExecuteFunctions } from 'n8n-workflow';

import { EarlierRunsByNode, type EarlierRuns } from '../../../push-kit/recipients/earlierRuns';
import { membersOf } from '../../../push-kit/json';

/** Shared by all runs of this process: n8n keeps an execution and its sub-workflows in one. */
const EARLIER_RUNS = new EarlierRunsByNode();

export function earlierRunsOf(context: IExecuteFunctions): EarlierRuns {
	const execution = rootExecutionOf(context);
	if (execution === undefined) return EARLIER_RUNS.of(undefined);
	const { id: nodeId } = context.getNode();
	return EARLIER_RUNS.of(JSON.stringify([execution, context.getWorkflow().id, nodeId]));
}

/**
 * What began it all: an evaluation, each case of which is an execution, or an execution. A sub-workflow's own is a new
 * one at each call; n8n names the one that called it, and the one that called that: further up it does not tell.
 */
function rootExecutionOf(context: IExecuteFunctions): string | undefined {
	const { parentExecution } = membersOf(Reflect.get(context, 'runExecutionData'));
	const { executionId: caller, executionContext } = membersOf(parentExecution);
	const { parentExecutionId: callersCaller } = membersOf(executionContext);
	const { evaluationRunId } = membersOf(Reflect.get(context, 'additionalData'));
	const ids = [evaluationRunId, callersCaller, caller, context.getExecutionId()];
	return ids.find((id): id is string => typeof id === 'string' && id !== '');
}
