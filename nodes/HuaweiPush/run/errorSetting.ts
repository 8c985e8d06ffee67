import type { IExecuteFunctions } from 'n8n-workflow';

import { isTool } from '../parameters/toolUse';

/**
 * Whether what is wrong comes out as items and does not end the run. So it is where the operator chose one of the
 * Continue choices of *On Error*, and for an AI agent unless *Stop Workflow* was chosen: a model reads what the tool
 * returns; of what it throws n8n's agents hand on the first sentence, or nothing.
 */
export function tellsErrors(
	context: Pick<IExecuteFunctions, 'continueOnFail' | 'getNode'>,
): boolean {
	return (
		context.continueOnFail() || (isTool(context) && context.getNode().onError !== 'stopWorkflow')
	);
}
