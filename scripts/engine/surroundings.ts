/** What n8n's server puts around an execution, as far as the engine asks for it. */
import { ExecutionLifecycleHooks } from 'n8n-core';
import {
	ApplicationError,
	Workflow,
	type IConnections,
	type ICredentialDataDecryptedObject,
	type ICredentialsHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowSettings,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import type { LoadedTypes } from './loadTypes';

/** A workflow as it is stored. */
export interface StoredWorkflow {
	id: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

/** One set of data for each credential type; a workflow that names a credential gets that of its type. */
export type CredentialData = Readonly<Record<string, ICredentialDataDecryptedObject>>;

export interface Surroundings {
	credentialTypes: LoadedTypes['credentials'];
	credentials: CredentialData;
	/** Told of each read of a credential. */
	onCredentialRead?: (type: string) => void;
	/** Mode of the root, which n8n hands on to a sub-workflow. */
	rootMode?: WorkflowExecuteMode;
	/** Set for runs that belong together, as those of a loop do; else one of its own. */
	executionId?: string;
	/** Of the evaluation to which the execution belongs. */
	evaluationRunId?: string;
}

export function openWorkflow(stored: StoredWorkflow, nodeTypes: INodeTypes): Workflow {
	const { id, name, nodes, connections } = stored;
	const settings = { executionOrder: 'v1' as const, ...stored.settings };
	return new Workflow({ id, name, nodes, connections, active: false, nodeTypes, settings });
}

/** Of one execution. `more` wins, e.g. the request that a webhook answers. */
export function surroundExecution(
	stored: StoredWorkflow,
	mode: WorkflowExecuteMode,
	{
		credentialTypes,
		credentials,
		onCredentialRead,
		rootMode,
		executionId,
		evaluationRunId,
	}: Surroundings,
	more: Partial<IWorkflowExecuteAdditionalData> = {},
): IWorkflowExecuteAdditionalData {
	const now = new Date();
	const data = {
		executionId: executionId ?? `execution-${randomUUID()}`,
		currentNodeExecutionIndex: 0,
		restartExecutionId: undefined,
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		hooks: new ExecutionLifecycleHooks(mode, 'execution', {
			id: stored.id,
			name: stored.name,
			active: false,
			isArchived: false,
			createdAt: now,
			updatedAt: now,
			activeVersionId: null,
			nodes: stored.nodes,
			connections: stored.connections,
		}),
		credentialsHelper: helpWithCredentials(credentialTypes, credentials, onCredentialRead),
		variables: {},
		userId: 'user',
		instanceBaseUrl: 'http://127.0.0.1/',
		restApiUrl: 'http://127.0.0.1/rest',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
		...(rootMode !== undefined && { rootExecutionMode: rootMode }),
		...(evaluationRunId !== undefined && { evaluationRunId }),
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
		logAiEvent: () => undefined,
		...more,
	};
	// Holds what the engine reads while it runs a workflow; the rest belongs to n8n's server.
	return data as unknown as IWorkflowExecuteAdditionalData;
}

function helpWithCredentials(
	types: LoadedTypes['credentials'],
	stored: CredentialData,
	onRead: (type: string) => void = () => undefined,
): ICredentialsHelper {
	const findType = (name: string) => {
		const type = types.get(name);
		if (type === undefined) throw new ApplicationError(`No credential type ${name}`);
		return type;
	};
	const helper: Partial<ICredentialsHelper> = {
		getParentTypes: () => [],
		preAuthentication: async () => undefined,
		isCredentialUsableByNode: () => true,
		getDecrypted: async (_data, _credential, typeName) => {
			onRead(typeName);
			const data = stored[typeName];
			if (data === undefined) throw new ApplicationError(`No credential of type ${typeName}`);
			return { ...data };
		},
		authenticate: async (credentials, typeName, options) => {
			const { authenticate } = findType(typeName);
			if (typeof authenticate !== 'function')
				throw new ApplicationError('No authenticate function');
			return await authenticate(credentials, options as IHttpRequestOptions);
		},
		getCredentialsProperties: (typeName) => findType(typeName).properties,
	};
	return helper as ICredentialsHelper;
}
