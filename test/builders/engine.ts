/**
 * Runs the built nodes in n8n's own engine, in process, and reads what came out of the node under test.
 */
import {
	NodeConnectionTypes,
	type IBinaryKeyData,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IExecutionContext,
	type INode,
	type INodeExecutionData,
	type IRun,
	type IWorkflowSettings,
	type NodeExecutionHint,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { NODE_TYPE_PREFIX } from '../../scripts/engine/loadTypes';
import { runWorkflow } from '../../scripts/engine/runWorkflow';
import { loadPackage, type LoadedPackage } from './loadedPackage';

const NODE_NAME = 'Huawei Push Kit';

export interface EngineRun {
	/** Items of the outputs Accepted and Problem, and of the error output where there is one. */
	outputs: INodeExecutionData[][];
	/** The error that stopped the run. */
	error?: { message: string; description?: string | null; context?: IDataObject };
	hints: NodeExecutionHint[];
	/** Each call of the credential's read. */
	credentialReads: number;
	run: IRun;
}

export interface EngineOptions {
	parameters: IDataObject;
	items: IDataObject[];
	/** The files of each item, in their order. */
	files?: IBinaryKeyData[];
	credentials: ICredentialDataDecryptedObject;
	mode?: WorkflowExecuteMode;
	/** Mode of the root, which n8n hands on to a sub-workflow. */
	rootMode?: WorkflowExecuteMode;
	/** What n8n keeps of an execution for its retries, and hands on to sub-workflows. */
	executionContext?: IExecutionContext;
	/** What n8n keeps of the execution that called a sub-workflow. */
	callerContext?: IExecutionContext;
	/** Of that execution. */
	callerId?: string;
	/** Set for runs that belong together, as those of a loop do. */
	executionId?: string;
	/** Of the evaluation to which the execution belongs. */
	evaluationRunId?: string;
	workflowId?: string;
	workflowSettings?: IWorkflowSettings;
	/** Node settings such as `onError` or `retryOnFail`. */
	settings?: Partial<INode>;
	/** Cancels the execution when it resolves. */
	cancelAfter?: Promise<unknown>;
	nodeType?: string;
}

let loaded: Promise<LoadedPackage> | undefined;

/** Runs the action node once over `items`. */
export async function runNode(options: EngineOptions): Promise<EngineRun> {
	const { nodeTypes, credentialTypes } = await (loaded ??= loadPackage());
	const mode = options.mode ?? 'trigger';
	let credentialReads = 0;
	const node: INode = {
		id: 'node-under-test',
		name: NODE_NAME,
		type: options.nodeType ?? `${NODE_TYPE_PREFIX}huaweiPush`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			resource: 'notification',
			operation: 'send',
			...options.parameters,
		} as INode['parameters'],
		credentials: { huaweiPushApi: { id: '1', name: 'Push' } },
		...options.settings,
	};
	const start: INode = {
		id: 'start',
		name: 'Start',
		type: 'test.start',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const cancelling = new AbortController();
	void options.cancelAfter?.then(() => cancelling.abort());
	const run = await runWorkflow({
		workflow: {
			id: options.workflowId ?? 'workflow-under-test',
			name: 'Test',
			nodes: [start, node],
			connections: {
				Start: { main: [[{ node: NODE_NAME, type: NodeConnectionTypes.Main, index: 0 }]] },
			},
			settings: options.workflowSettings,
		},
		nodeTypes,
		mode,
		startNode: start.name,
		items: options.items.map((json, item) => withFile(json, options.files?.[item])),
		credentialTypes,
		credentials: { huaweiPushApi: options.credentials },
		onCredentialRead: () => {
			credentialReads += 1;
		},
		rootMode: options.rootMode,
		executionContext: options.executionContext,
		callerContext: options.callerContext,
		callerId: options.callerId,
		executionId: options.executionId,
		evaluationRunId: options.evaluationRunId,
		signal: cancelling.signal,
	});
	return readRun(run, credentialReads);
}

function withFile(json: IDataObject, binary: IBinaryKeyData | undefined): INodeExecutionData {
	return { json, ...(binary !== undefined && { binary }) };
}

function readRun(run: IRun, credentialReads: number): EngineRun {
	const taskData = run.data.resultData.runData[NODE_NAME]?.at(-1);
	const error = taskData?.error;
	return {
		outputs: (taskData?.data?.main ?? []).map((items) => items ?? []),
		...(error !== undefined && {
			error: {
				message: error.message,
				description: error.description,
				context: 'context' in error ? error.context : {},
			},
		}),
		hints: taskData?.hints ?? [],
		credentialReads,
		run,
	};
}
