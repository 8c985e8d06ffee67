import type { IWebhookFunctions } from 'n8n-workflow';

/** Writes a failure to n8n's log, in words and without what the call carried. */
export function reportFailure(
	context: IWebhookFunctions,
	level: 'debug' | 'warn' | 'error',
	what: string,
	error: unknown,
): void {
	const reason = error instanceof Error ? error.message : String(error);
	context.logger[level](`Huawei Push Kit Trigger ${what}: ${reason}`, {
		workflowId: context.getWorkflow().id,
	});
}
