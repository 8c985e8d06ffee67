/**
 * A client of n8n's own REST API, the one its editor uses. Every call throws N8nRequestError with
 * n8n's message if the answer is not a success.
 */
import axios, { type AxiosInstance, type Method } from 'axios';
import { parse } from 'flatted';
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Execution, type ExecutionData } from './execution';
import type { Login, NodeType, SavedCredential, SavedWorkflow, Workflow } from './workflow';

export class N8nRequestError extends Error {
	constructor(
		call: string,
		readonly status: number,
		message: string,
	) {
		super(`n8n answered ${status} to ${call}: ${message}`);
		this.name = 'N8nRequestError';
	}
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

export interface ExecutionSummary {
	id: string;
	status: string;
	mode: string;
	workflowId: string;
}

interface PublicationStatus {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	triggers: Array<{ errorMessage: string | null }>;
}

const TIMEOUT_MS = 60_000;
const POLL_MS = 100;
/** How often, and after what pause, a call is repeated that n8n was too busy for. */
const PATIENCE = 20;
const BREATH_MS = 500;

export class N8nClient {
	private readonly http: AxiosInstance;
	private cookie: string;

	/** With the `session` of another client it is signed in from the start. */
	constructor(
		readonly url: string,
		session = '',
	) {
		this.cookie = session;
		this.http = axios.create({
			baseURL: url,
			timeout: TIMEOUT_MS,
			validateStatus: () => true,
			proxy: false,
			// n8n closes a connection that is idle for five seconds; a busy process would notice by a failed call.
			httpAgent: new Agent({ keepAlive: false }),
		});
	}

	/** What another client needs to be signed in as this one is. A secret, like the password. */
	get session(): string {
		return this.cookie;
	}

	/** Makes the first account of a fresh n8n, and signs in as it. */
	async setUpOwner(login: Login): Promise<void> {
		await this.call('POST', '/rest/owner/setup', login);
		await this.signIn(login);
	}

	/** n8n takes five a minute of one address, whether they succeed or not. */
	async signIn({ email, password }: Pick<Login, 'email' | 'password'>): Promise<void> {
		await this.call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	/** `data` as the credential's form has it. */
	async createCredential(
		name: string,
		type: string,
		data: Record<string, unknown>,
	): Promise<SavedCredential> {
		return await this.call<SavedCredential>('POST', '/rest/credentials', { name, type, data });
	}

	/** What the credential's form shows after Save: the test's verdict, with its sentence. */
	async testCredential(
		{ id, name, type }: SavedCredential,
		data: Record<string, unknown>,
	): Promise<CredentialTestResult> {
		const credentials = { id, name, type, data };
		return await this.call<CredentialTestResult>('POST', '/rest/credentials/test', { credentials });
	}

	async createWorkflow(workflow: Workflow): Promise<SavedWorkflow> {
		const { name, nodes, connections, settings } = workflow;
		return await this.call<SavedWorkflow>('POST', '/rest/workflows', {
			name,
			nodes,
			connections,
			settings,
			active: false,
		});
	}

	/** Publishes the saved version. n8n does so in the background: its triggers listen on return. */
	async activateWorkflow({ id, name, versionId }: SavedWorkflow): Promise<void> {
		await this.call('POST', `/rest/workflows/${id}/activate`, { versionId });
		const deadline = Date.now() + TIMEOUT_MS;
		for (;;) {
			const { status, triggers } = await this.call<PublicationStatus>(
				'GET',
				`/rest/workflows/${id}/publication-status`,
			);
			if (status === 'published') return;
			if (status !== 'in_progress' || Date.now() > deadline) {
				const reasons = triggers.map(({ errorMessage }) => errorMessage).filter(Boolean);
				throw new Error(`n8n has not published "${name}" (${status}): ${reasons.join(' ')}`);
			}
			await wait(POLL_MS);
		}
	}

	/** Runs a workflow as Execute Workflow in the editor does. Returns the execution's id. */
	async runWorkflow(workflow: SavedWorkflow, triggerName: string): Promise<string> {
		const { executionId } = await this.call<{ executionId: string }>(
			'POST',
			`/rest/workflows/${workflow.id}/run`,
			{ workflowData: workflow, triggerToStartFrom: { name: triggerName } },
		);
		return executionId;
	}

	async listExecutions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.call<{ results: ExecutionSummary[] }>(
			'GET',
			`/rest/executions?filter=${filter}&limit=100`,
		);
		return results;
	}

	async getExecution(id: string): Promise<Execution> {
		const answer = await this.call<ExecutionSummary & { data: string }>(
			'GET',
			`/rest/executions/${id}`,
		);
		const data: ExecutionData = parse(answer.data);
		return new Execution(answer.id, answer.status, data);
	}

	/** All node types that are loaded, under their full names. */
	async listNodeTypes(): Promise<NodeType[]> {
		const answer = await this.http.get<NodeType[]>('/types/nodes.json', {
			headers: { cookie: this.cookie },
		});
		if (answer.status !== 200) {
			throw new N8nRequestError('GET /types/nodes.json', answer.status, answer.statusText);
		}
		return answer.data;
	}

	/** Any other call of `/rest/...`: returns the member `data` of the answer. */
	async call<T>(method: Method, path: string, body?: unknown): Promise<T> {
		const ask = async () =>
			await this.http.request<{ data: T; message?: string }>({
				method,
				url: path,
				data: body,
				headers: this.cookie ? { cookie: this.cookie } : {},
			});
		let answer = await ask();
		// n8n is short of breath: it has answered by itself, and has not begun with the call.
		for (let again = 0; answer.status === 503 && again < PATIENCE; again++) {
			await wait(BREATH_MS);
			answer = await ask();
		}
		if (answer.status >= 300) {
			const message = answer.data?.message ?? JSON.stringify(answer.data);
			throw new N8nRequestError(`${method} ${path}`, answer.status, message);
		}
		this.keepCookie(answer.headers['set-cookie']);
		return answer.data.data;
	}

	private keepCookie(headers: string[] | undefined): void {
		const session = headers?.find((header) => header.startsWith('n8n-auth='));
		if (session) this.cookie = session.split(';')[0] ?? '';
	}
}
