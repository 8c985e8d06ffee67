/**
 * Runs a workflow in n8n's own engine, in process: credentials sign through n8n's HTTP helper, requests go
 * over real HTTP. What n8n's server adds (queues, storage, the editor) is not there.
 */
import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type IExecutionContext,
	type INodeExecutionData,
	type INodeTypes,
	type IRun,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import {
	openWorkflow,
	surroundExecution,
	type StoredWorkflow,
	type Surroundings,
} from './surroundings';

export interface RunOptions extends Surroundings {
	workflow: StoredWorkflow;
	nodeTypes: INodeTypes;
	mode: WorkflowExecuteMode;
	/** Name of the node to begin with. */
	startNode: string;
	/** What that node gets; a trigger hands it on. */
	items: INodeExecutionData[];
	/** What n8n keeps of an execution for its retries, and hands on to sub-workflows. */
	executionContext?: IExecutionContext;
	/** What n8n keeps of the execution that called a sub-workflow. */
	callerContext?: IExecutionContext;
	/** Of that execution. */
	callerId?: string;
	/** Cancels the execution. */
	signal?: AbortSignal;
}

/** Resolves when the execution has ended, also where a node failed: the run says so. */
export async function runWorkflow(options: RunOptions): Promise<IRun> {
	const { workflow: stored, mode, executionContext, callerContext, callerId, signal } = options;
	const workflow = openWorkflow(stored, options.nodeTypes);
	const node = workflow.getNode(options.startNode);
	if (!node) throw new Error(`The workflow "${stored.name}" has no node "${options.startNode}".`);
	const engine = new WorkflowExecute(
		surroundExecution(stored, mode, options),
		mode,
		createRunExecutionData({
			...((callerContext !== undefined || callerId !== undefined) && {
				parentExecution: {
					executionId: callerId ?? `caller-${randomUUID()}`,
					workflowId: 'caller',
					executionContext: callerContext,
				},
			}),
			executionData: {
				...(executionContext !== undefined && { runtimeData: executionContext }),
				nodeExecutionStack: [{ node, data: { main: [options.items] }, source: null }],
			},
		}),
	);
	const execution = engine.processRunExecutionData(workflow);
	const cancel = () => execution.cancel();
	signal?.addEventListener('abort', cancel, { once: true });
	try {
		return await execution;
	} finally {
		signal?.removeEventListener('abort', cancel);
	}
}
