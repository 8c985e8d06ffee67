/** What the files of a run held, beside the tokens that were sent to. */

import type { NodeExecutionHint } from 'n8n-workflow';

import type { ListCounts } from '../../../push-kit/recipients/tokenLists';
import { explainBroken } from './itemFile';
import { formatCount, outputHint } from './outputHint';

/** @param broken what ended the reading before its end, while it was sent */
export function listHints(
	{ rows, withoutToken, doubles, distinct }: ListCounts,
	broken?: unknown,
): NodeExecutionHint[] {
	const parts = [
		...(withoutToken > 0
			? [`${formatCount(withoutToken)} of ${formatCount(rows)} rows have no push token`]
			: []),
		...(doubles > 0
			? [`${formatCount(doubles)} tokens stand in the list more than once and are sent to once`]
			: []),
	];
	const empty =
		rows === 0
			? 'The file is empty.'
			: `None of the ${formatCount(rows)} rows has a push token: check Column.`;
	return [
		...(distinct === 0 ? [outputHint(empty, 'warning')] : []),
		...(distinct > 0 && parts.length > 0 ? [outputHint(`${parts.join('; ')}.`, 'info')] : []),
		...(broken === undefined
			? []
			: [
					outputHint(
						`The list could not be read to its end while it was sent: ${explainBroken(broken)}`,
						'warning',
					),
				]),
	];
}
