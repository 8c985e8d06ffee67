/** What a receipt call costs in the trigger itself, without any n8n around it. */
import type { IWebhookFunctions, NodeParameterValueType } from 'n8n-workflow';
import { receiveReceipts } from '../nodes/HuaweiPushTrigger/webhook';
import { signReceipt, type SigningKey } from '../sandbox/receipts/signature';
import { median } from './statistics';

const WARM_UP = 300;
const CALLS = 1_000;

export interface FilteredCall {
	body: string;
	triggerOn: string[];
	key: SigningKey;
}

/** Milliseconds of a call whose receipts are all filtered away: the median of many. Throws if one was not. */
export async function measureOwnShare(call: FilteredCall): Promise<number> {
	for (let made = 0; made < WARM_UP; made++) await timeCall(call);
	const times: number[] = [];
	for (let made = 0; made < CALLS; made++) times.push(await timeCall(call));
	return median(times);
}

async function timeCall(call: FilteredCall): Promise<number> {
	// Only the members of the context exist; a use of any other fails the measurement.
	const context: IWebhookFunctions = Object.assign(Object.create(null), makeContext(call));
	const started = performance.now();
	const { webhookResponse, workflowData } = await receiveReceipts(context);
	const ended = performance.now();
	if (webhookResponse === undefined || workflowData !== undefined) {
		throw new Error('The trigger did not acknowledge the call and leave it at that.');
	}
	return ended - started;
}

/** n8n as the trigger sees it, at no cost of its own. */
function makeContext({ body, triggerOn, key }: FilteredCall): Partial<IWebhookFunctions> {
	const parameters: Record<string, NodeParameterValueType> = { triggerOn };
	const header = signReceipt(key, Date.now());
	const rawBody = Buffer.from(body);
	const ignore = () => undefined;
	const response = {
		statusCode: 200,
		writableFinished: true,
		destroyed: false,
		once: (_event: 'close', listener: () => void) => listener(),
	};
	return {
		logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
		getNode: () => NODE,
		getMode: () => 'webhook',
		getWorkflow: () => ({ id: 'workflow', active: true }),
		getHeaderData: () => ({ 'x-huawei-callback-id': header }),
		getRequestObject: () => ({ rawBody }),
		getResponseObject: () => response,
		getNodeParameter: (name: string, fallback?: NodeParameterValueType) =>
			parameters[name] ?? fallback,
		getCredentials: async <T extends object>(): Promise<T> =>
			Object.assign(Object.create(null), {
				userName: key.userName,
				secret: key.secret,
				secretEncoding: key.secretEncoding,
			}),
	};
}

const NODE = {
	id: 'trigger',
	name: 'Huawei Push Kit Trigger',
	type: 'n8n-nodes-huawei-push.huaweiPushTrigger',
	typeVersion: 1,
	position: [0, 0] satisfies [number, number],
	parameters: {},
	credentials: { huaweiPushReceiptApi: { id: 'receipts', name: 'Receipts' } },
};
