/**
 * Runs the built nodes in n8n's own engine, in process: the package is loaded as n8n loads it, credentials
 * sign through n8n's HTTP helper, requests go over real HTTP.
 */
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	ApplicationError,
	NodeConnectionTypes,
	Workflow,
	createRunExecutionData,
	type IAuthenticate,
	type IBinaryKeyData,
	type ICredentialDataDecryptedObject,
	type ICredentialsHelper,
	type ICredentialType,
	type IDataObject,
	type IExecutionContext,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowSettings,
	type NodeExecutionHint,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { loadPackage, NODE_TYPE_PREFIX, type LoadedPackage } from './loadedPackage';

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
	workflowId?: string;
	workflowSettings?: IWorkflowSettings;
	/** Node settings such as `onError` or `retryOnFail`. */
	settings?: Partial<INode>;
	/** Cancels the execution when it resolves. */
	cancelAfter?: Promise<unknown>;
	nodeType?: string;
}

let loaded: Promise<LoadedPackage> | undefined;

function credentialsHelper(
	type: ICredentialType,
	data: ICredentialDataDecryptedObject,
	onRead: () => void,
): ICredentialsHelper {
	const helper: Partial<ICredentialsHelper> = {
		getParentTypes: () => [],
		preAuthentication: async () => undefined,
		isCredentialUsableByNode: () => true,
		getDecrypted: async () => {
			onRead();
			return { ...data };
		},
		authenticate: async (credentials, _typeName, options) => {
			const authenticate: IAuthenticate | undefined = type.authenticate;
			if (typeof authenticate !== 'function')
				throw new ApplicationError('No authenticate function');
			return await authenticate(credentials, options as IHttpRequestOptions);
		},
		getCredentialsProperties: () => type.properties,
	};
	return helper as ICredentialsHelper;
}

/** Runs the action node once over `items`. */
export async function runNode(options: EngineOptions): Promise<EngineRun> {
	const { nodeTypes, credentialType } = await (loaded ??= loadPackage());
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
	const workflow = new Workflow({
		id: options.workflowId ?? 'workflow-under-test',
		nodes: [start, node],
		connections: {
			Start: { main: [[{ node: NODE_NAME, type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', ...options.workflowSettings },
	});
	const additionalData = {
		executionId: `execution-${Math.random().toString(36).slice(2)}`,
		currentNodeExecutionIndex: 0,
		restartExecutionId: undefined,
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		hooks: new ExecutionLifecycleHooks(mode, 'execution', {
			id: 'workflow-under-test',
			name: 'Test',
			active: false,
			isArchived: false,
			createdAt: new Date(),
			updatedAt: new Date(),
			activeVersionId: null,
			nodes: [start, node],
			connections: {},
		}),
		credentialsHelper: credentialsHelper(
			credentialType('huaweiPushApi'),
			options.credentials,
			() => {
				credentialReads += 1;
			},
		),
		variables: {},
		userId: 'user',
		instanceBaseUrl: 'http://127.0.0.1/',
		restApiUrl: 'http://127.0.0.1/rest',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
		...(options.rootMode !== undefined && { rootExecutionMode: options.rootMode }),
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
		logAiEvent: () => undefined,
	};
	const engine = new WorkflowExecute(
		// Holds what the engine reads while it runs a workflow of two nodes; the rest belongs to n8n's server.
		additionalData as unknown as IWorkflowExecuteAdditionalData,
		mode,
		createRunExecutionData({
			...(options.callerContext !== undefined && {
				parentExecution: {
					executionId: 'caller',
					workflowId: 'caller',
					executionContext: options.callerContext,
				},
			}),
			executionData: {
				...(options.executionContext !== undefined && { runtimeData: options.executionContext }),
				nodeExecutionStack: [
					{
						node: start,
						data: {
							main: [options.items.map((json, item) => withFile(json, options.files?.[item]))],
						},
						source: null,
					},
				],
			},
		}),
	);
	const execution = engine.processRunExecutionData(workflow);
	if (options.cancelAfter !== undefined) void options.cancelAfter.then(() => execution.cancel());
	const run = await execution;
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
