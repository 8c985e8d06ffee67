/** What n8n shows above a run's output, and how numbers are written there. */

import type { NodeExecutionHint } from 'n8n-workflow';

export function outputHint(message: string, type: 'info' | 'warning'): NodeExecutionHint {
	return { message, type, location: 'outputPane' };
}

/** "1,000,000". */
export function formatCount(number: number): string {
	return number.toLocaleString('en-US');
}
