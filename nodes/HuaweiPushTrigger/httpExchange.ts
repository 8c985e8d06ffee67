import type { IWebhookFunctions } from 'n8n-workflow';

/** What the trigger uses of Express' request, as n8n hands it over. */
export interface CallRequest {
	/** The body as it came, decompressed; absent until it is read. */
	readonly rawBody?: Buffer;
	readRawBody(): Promise<void>;
}

/** What the trigger uses of Express' response. */
export interface CallResponse {
	readonly statusCode: number;
	/** Whether the answer was handed over to the network in full. */
	readonly writableFinished: boolean;
	/** Whether the connection is gone, so that no `close` will follow. */
	readonly destroyed: boolean;
	status(code: number): { json(body: object): unknown };
	once(event: 'close', listener: () => void): unknown;
}

export function requestOf(context: IWebhookFunctions): CallRequest {
	return context.getRequestObject();
}

export function responseOf(context: IWebhookFunctions): CallResponse {
	return context.getResponseObject();
}
