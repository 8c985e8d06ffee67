import type { NodeExecutionHint } from 'n8n-workflow';

import { APP_MESSAGE_ID_WINDOW_HOURS } from '../../../push-kit/catalog/limits';
import type { TokenOutcome } from '../../../push-kit/delivery/outcome';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { safeUntil } from '../../../push-kit/message/campaign';
import { outputHint } from './outputHint';

/** Whether a phone may have got the message of a campaign. */
export function mayBeShown(
	{ campaignId, report }: OutgoingMessage,
	{ outcome }: TokenOutcome,
): boolean {
	return campaignId !== undefined && report.testMessage === undefined && OUT.has(outcome);
}

/**
 * Until when the campaign can be run again.
 *
 * @param isOut whether any phone may have got a message of one; else there is nothing to say
 * @param began before the first request, in Unix milliseconds
 * @param timeZone of the workflow
 */
export function campaignHint(isOut: boolean, began: number, timeZone: string): NodeExecutionHint[] {
	if (!isOut) return [];
	const end = writeTime(safeUntil(began), timeZone);
	const message = `Campaign ID: a phone that got its message shows no second one within ${APP_MESSAGE_ID_WINDOW_HOURS} hours. If this was its first run, it can be run again until ${end}; the hours count from the first.`;
	return [outputHint(message, 'info')];
}

const OUT: ReadonlySet<TokenOutcome['outcome']> = new Set(['accepted', 'unknown']);

/** Never throws: what was sent was sent, whatever zone the workflow names. */
function writeTime(time: number, timeZone: string): string {
	try {
		const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
		return `${new Intl.DateTimeFormat('en-GB', format).format(time)} (${timeZone})`;
	} catch {
		return new Date(time).toISOString();
	}
}
