import type { NodeHint } from 'n8n-workflow';

/**
 * What the panel says before a run. Only what cannot be taken back is worth it: what a run found out is told
 * after it, by `run/runHints.ts`, and what a message lacks stands at its fields.
 */
export const HINTS: NodeHint[] = [
	{
		message:
			'A run from the editor sends to everyone on the list, for real. To try the workflow out, set When Run From the Editor to Test Message; to guard against a wrong list, add the option Maximum Recipients.',
		type: 'warning',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition:
			'={{ $parameter["manualDelivery"] === "same" && $parameter["delivery"] === "production" && !$parameter["options"]?.maximumRecipients }}',
	},
];
