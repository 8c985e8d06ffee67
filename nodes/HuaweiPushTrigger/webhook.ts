/**
 * The webhook of the trigger. Each path ends in an answer, and none throws: a throw would put a
 * failed execution into the list for a caller who did not deserve one.
 *
 * What starts an execution is answered by n8n, after the execution is stored, so that a receipt
 * that could not be stored is never acknowledged. The node answers by itself only what it refuses.
 */
import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { parseReceiptBody } from '../../push-kit/receipt/parse';
import { describeReceipt, type Receipt } from '../../push-kit/receipt/receipt';
import { type Refusal, REFUSALS, SUCCESS } from './answers';
import { requestOf, responseOf } from './httpExchange';
import { reportFailure } from './reportFailure';
import { isWanted, readSettings } from './settings';
import { judgeUnsigned } from './unsignedCall';
import { isUnsigned, readSignature, verifyCall } from './verifyCall';

/** Takes one call of Huawei: one execution, one item per receipt. */
export async function receiveReceipts(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await takeCall(context);
	} catch (error) {
		reportFailure(context, 'error', 'could not take a receipt call', error);
		return refuse(context, 'internal');
	}
}

async function takeCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(context);
	const body = await readBody(context);
	const signature = readSignature(context);

	if (settings.verification === 'signature') {
		const verdict = await verifyCall(context, settings, body ?? NO_BODY, signature);
		if (verdict.kind === 'refuse') return refuse(context, verdict.refusal);
		if (verdict.kind === 'redelivery') return { webhookResponse: SUCCESS };
		if (verdict.kind === 'unsigned') {
			const answer = judgeUnsigned(body, settings.acknowledgeUnsigned);
			return answer === 'acknowledge' ? acknowledgeTest(context) : refuse(context, answer);
		}
	}

	const parsed = parseReceiptBody((body ?? NO_BODY).toString('utf8'));
	if (!parsed.ok) {
		const isTest = isUnsigned(signature) && judgeUnsigned(body, false) === 'acknowledge';
		return isTest ? acknowledgeTest(context) : refuse(context, parsed.reason);
	}

	const now = Date.now();
	// Who listens in the editor wants to see what comes, and would else listen for ever.
	const isListening = context.getMode() === 'manual';
	const items = parsed.statuses
		.map((status) => describeReceipt(status, now))
		.filter((receipt) => isListening || isWanted(receipt, settings))
		.map(toItem);
	if (items.length === 0) return { webhookResponse: SUCCESS };
	return { workflowData: [items], webhookResponse: SUCCESS };
}

const NO_BODY = Buffer.alloc(0);

function acknowledgeTest(context: IWebhookFunctions): IWebhookResponseData {
	context.logger.debug(
		'Huawei Push Kit Trigger acknowledged a call without a signature, as the receipt test of AppGallery Connect is, and started nothing.',
		{ workflowId: context.getWorkflow().id },
	);
	return { webhookResponse: SUCCESS };
}

/** The body as it came, so that a JSON body under another content type is read too. */
async function readBody(context: IWebhookFunctions): Promise<Buffer | undefined> {
	const request = requestOf(context);
	if (request.rawBody === undefined) {
		try {
			await request.readRawBody();
		} catch (error) {
			// Multipart bodies are consumed by n8n: nothing is left to read, and nothing was a receipt.
			reportFailure(context, 'debug', 'could not read a body', error);
		}
	}
	return request.rawBody;
}

function refuse(context: IWebhookFunctions, refusal: Refusal): IWebhookResponseData {
	const { status, message, logLevel } = REFUSALS[refusal];
	context.logger[logLevel](
		`Huawei Push Kit Trigger refused a call with ${status} (${refusal}): ${message}`,
		{ workflowId: context.getWorkflow().id },
	);
	responseOf(context)
		.status(status)
		.json({ code: String(status), reason: refusal, message });
	return { noWebhookResponse: true };
}

function toItem(receipt: Receipt): INodeExecutionData {
	return { json: toDataObject(receipt) };
}

/** A receipt holds JSON only, whose type n8n spells out differently. */
function toDataObject(receipt: Receipt): IDataObject {
	return { ...receipt } as IDataObject;
}
