/** What keeps a run from reaching more people than its operator thought. */

import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { MessageGroup } from '../../../push-kit/delivery/grouping';
import type { Subject } from './subject';
import { formatCount } from './outputHint';

/** Different tokens of all messages together: one person may get several. */
export function countRecipients(groups: ReadonlyArray<MessageGroup<unknown>>): number {
	const [only] = groups;
	if (groups.length === 1 && only !== undefined) return only.tokens.length;
	const tokens = new Set<string>();
	for (const group of groups) for (const token of group.tokens) tokens.add(token);
	return tokens.size;
}

/**
 * Stops a run that would reach more different tokens than *Maximum Recipients* allows.
 *
 * @param recipients different tokens
 * @param maximum 0 for no limit
 * @throws {NodeOperationError} before the first request
 */
export function refuseTooManyRecipients(
	context: IExecuteFunctions,
	recipients: number,
	maximum: number,
	{ nothingDone }: Subject,
): void {
	if (maximum === 0 || recipients <= maximum) return;
	throw new NodeOperationError(
		context.getNode(),
		`This run would reach ${formatCount(recipients)} different push tokens, more than Maximum Recipients allows (${formatCount(maximum)})`,
		{
			description: `${nothingDone} Check that the list is the one you meant. If it is, raise Maximum Recipients under Options; 0 is no limit.`,
		},
	);
}
