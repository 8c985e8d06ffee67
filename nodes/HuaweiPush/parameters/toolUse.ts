import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Whether an AI agent uses the node as a tool. `isToolExecution()` is false in newer agents, the name never
 * lies. For an agent n8n's `$json` is not the item but what the agent gave, and only the first output is read.
 */
export function isTool(context: Pick<IExecuteFunctions, 'getNode'>): boolean {
	return context.getNode().type.endsWith('Tool');
}
