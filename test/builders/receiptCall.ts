/** Builders for the tests of the trigger: a signed call, and the n8n around the webhook. */
import { createHmac, randomUUID } from 'node:crypto';

import type {
	ICredentialDataDecryptedObject,
	INode,
	IWebhookFunctions,
	IWebhookResponseData,
	NodeParameterValueType,
} from 'n8n-workflow';

import { HuaweiPushTrigger } from '../../nodes/HuaweiPushTrigger/HuaweiPushTrigger.node';

/** What Huawei wants to read, and nothing else. */
export const SUCCESS = { code: '0', message: 'success' };

const USER_NAME = 'shop-receipts';
export const SECRET = Buffer.alloc(32, 7).toString('base64');

export interface Signing {
	timestamp?: number;
	nonce?: string;
	userName?: string;
	key?: Buffer;
}

/** Signs as Huawei does, without the code under test. */
export function sign(signing: Signing = {}): string {
	const { timestamp = Date.now(), nonce = randomUUID(), userName = USER_NAME } = signing;
	const value = createHmac('sha256', signing.key ?? Buffer.from(SECRET, 'base64'))
		.update(`${timestamp}${nonce}${userName}`)
		.digest('base64');
	return `timestamp=${timestamp}; nonce=${nonce}; value=${value}`;
}

export interface Outcome {
	token?: string;
	pushType?: number;
	result?: number;
	requestId?: string;
}

/** A V2 body with one delivery receipt for each outcome. */
export function bodyOf(...outcomes: Outcome[]): string {
	return JSON.stringify({
		statuses: outcomes.map(({ token = 'TOKEN_A', pushType = 0, result = 0, requestId = '17' }) => ({
			token,
			pushType,
			appPackageName: 'com.example.shop',
			biTag: '',
			requestId,
			deliveryStatus: { result, timestamp: 1_790_000_000_123 },
		})),
	});
}

export interface Call {
	body?: string;
	/** The signature header; `null` for an unsigned call. */
	signature?: string | null;
	/** An error stands for an expression that fails. */
	parameters?: Record<string, NodeParameterValueType | Error>;
	/** `null` for a trigger without a credential; an error for one that cannot be read. */
	credential?: ICredentialDataDecryptedObject | Error | null;
	/** One ID for each test keeps the tests apart, because the trigger keeps credentials. */
	credentialId?: string | null;
	mode?: 'webhook' | 'manual';
	workflowId?: string;
	/** Whether n8n has read the body before it calls the node; `fails`: nobody can read it. */
	bodyIsRead?: boolean | 'fails';
	/** What n8n answers for what the webhook returned: 500 if it could not store the execution. */
	storing?: 'succeeds' | 'fails' | 'neverEnds';
	/** Whether the caller has hung up before the webhook ran. */
	callerIsGone?: boolean;
}

export interface CallOutcome {
	/** What reaches the caller. */
	status: number;
	body: unknown;
	/** Items of the execution that starts, or `undefined` if none does. */
	items: unknown[] | undefined;
	credentialReads: number;
	log: string[];
	/** The level of each entry of the log. */
	levels: string[];
}

class Response {
	private readonly closeListeners: Array<() => void> = [];

	statusCode = 200;

	writableFinished = false;

	body: unknown;

	constructor(readonly destroyed: boolean) {}

	status(code: number) {
		this.statusCode = code;
		return this;
	}

	once(_event: 'close', listener: () => void) {
		this.closeListeners.push(listener);
	}

	json(body: unknown) {
		this.body = body;
		if (this.destroyed) return;
		this.writableFinished = true;
		this.closeListeners.forEach((listener) => listener());
	}
}

/** Calls the trigger's webhook as n8n 2.41 does, and answers as n8n does. */
export async function callTrigger(call: Call = {}): Promise<CallOutcome> {
	const {
		body = bodyOf({}),
		signature = sign(),
		credentialId = 'credential',
		mode = 'webhook',
	} = call;
	const credential = call.credential === undefined ? accountData() : call.credential;
	const response = new Response(call.callerIsGone === true);
	const log: string[] = [];
	const levels: string[] = [];
	let credentialReads = 0;

	const writeAs = (level: string) => (message: string) => {
		log.push(message);
		levels.push(level);
	};
	const request: { rawBody?: Buffer; readRawBody(): Promise<void> } = {
		async readRawBody() {
			if (call.bodyIsRead === 'fails') throw new Error('stream is not readable');
			this.rawBody = Buffer.from(body);
		},
	};
	if (call.bodyIsRead === undefined || call.bodyIsRead === true) await request.readRawBody();

	const node: INode = {
		id: 'node-1',
		name: 'Huawei Push Kit Trigger',
		type: 'n8n-nodes-huawei-push.huaweiPushTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...(credential !== null && {
			credentials: { huaweiPushReceiptApi: { id: credentialId, name: 'Receipts' } },
		}),
	};
	const context: Partial<IWebhookFunctions> = {
		logger: {
			debug: writeAs('debug'),
			info: writeAs('info'),
			warn: writeAs('warn'),
			error: writeAs('error'),
		},
		getNode: () => structuredClone(node),
		getMode: () => mode,
		getWorkflow: () => ({ id: call.workflowId ?? 'workflow-1', active: true }),
		getHeaderData: () => (signature === null ? {} : { 'x-huawei-callback-id': signature }),
		getRequestObject: () => request,
		getResponseObject: () => response,
		getNodeParameter(name: string, fallback?: NodeParameterValueType): NodeParameterValueType {
			const value = call.parameters && name in call.parameters ? call.parameters[name] : fallback;
			if (value instanceof Error) throw value;
			return value;
		},
		async getCredentials<T extends object>(): Promise<T> {
			credentialReads += 1;
			if (credential instanceof Error) throw credential;
			return Object.assign(Object.create(null), credential);
		},
	};
	const returned: IWebhookResponseData = await new HuaweiPushTrigger().webhook.call(
		// Only the members above exist; a use of any other fails the test.
		Object.assign(Object.create(null), context),
	);

	if (returned.noWebhookResponse !== true && call.storing !== 'neverEnds') {
		const stored = call.storing !== 'fails' || returned.workflowData === undefined;
		response.status(stored ? 200 : 500).json(stored ? returned.webhookResponse : { code: 0 });
	}
	return {
		status: response.statusCode,
		body: response.body,
		items: returned.workflowData?.[0]?.map((item) => item.json),
		credentialReads,
		log,
		levels,
	};
}

export function accountData(
	overrides: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject {
	return { userName: USER_NAME, secret: SECRET, secretEncoding: 'auto', ...overrides };
}

/** Calls the trigger and expects it to refuse: status twice, a stable reason, a sentence, no execution. */
export async function expectRefused(
	call: Call,
	status: number,
	reason: string,
): Promise<CallOutcome> {
	const outcome = await callTrigger(call);
	expect(outcome).toMatchObject({
		status,
		body: { code: String(status), reason, message: expect.stringMatching(/^[A-Z].*\.$/) },
		items: undefined,
	});
	return outcome;
}
