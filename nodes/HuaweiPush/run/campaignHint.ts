import type { NodeExecutionHint } from 'n8n-workflow';

import { APP_MESSAGE_ID_WINDOW_HOURS } from '../../../push-kit/catalog/limits';
import type { TokenOutcome } from '../../../push-kit/delivery/outcome';
import { safeUntil } from '../../../push-kit/message/campaign';
import type { OutputLine } from './campaign';

/**
 * Until when the campaign can be run again; nothing where no phone can have got a message of one.
 *
 * @param began before the first request, in Unix milliseconds
 * @param timeZone of the workflow
 */
export function campaignHint(
	lines: readonly OutputLine[],
	began: number,
	timeZone: string,
): NodeExecutionHint[] {
	const isOut = ({ message, outcome }: OutputLine) =>
		message?.campaignId !== undefined &&
		message.report.testMessage === undefined &&
		outcome !== undefined &&
		MAY_BE_SHOWN.has(outcome.outcome);
	if (!lines.some(isOut)) return [];
	const end = writeTime(safeUntil(began), timeZone);
	const message = `Campaign ID: a phone that got its message shows no second one within ${APP_MESSAGE_ID_WINDOW_HOURS} hours. If this was its first run, it can be run again until ${end}; the hours count from the first.`;
	return [{ message, type: 'info', location: 'outputPane' }];
}

const MAY_BE_SHOWN: ReadonlySet<TokenOutcome['outcome']> = new Set(['accepted', 'unknown']);

/** Never throws: what was sent was sent, whatever zone the workflow names. */
function writeTime(time: number, timeZone: string): string {
	try {
		const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
		return `${new Intl.DateTimeFormat('en-GB', format).format(time)} (${timeZone})`;
	} catch {
		return new Date(time).toISOString();
	}
}
