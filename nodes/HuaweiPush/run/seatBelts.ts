/** What keeps a run from reaching more people than its operator thought. */

import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { EarlierRuns } from '../../../push-kit/recipients/earlierRuns';
import type { MessageGroup } from '../../../push-kit/delivery/grouping';
import { isTool } from '../parameters/toolUse';
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

/** A run's different tokens, and those of the runs that count together with it. */
export interface Reached {
	readonly now: number;
	/** Those of this run left out. */
	readonly before: number;
}

/** Each call of an AI agent is one for itself: what a model may do in one is limited, not how often it is asked. */
export function countReached(
	context: IExecuteFunctions,
	groups: ReadonlyArray<MessageGroup<unknown>>,
	earlier: EarlierRuns,
): Reached {
	const now = countRecipients(groups);
	if (earlier.recipients === 0 || isTool(context)) return { now, before: 0 };
	const again = new Set<string>();
	for (const { tokens } of groups) {
		for (const token of tokens) if (earlier.has(token)) again.add(token);
	}
	return { now, before: earlier.recipients - again.size };
}

/**
 * Stops a run that would reach more different tokens than *Maximum Recipients* allows, together with the earlier runs
 * of the node in this execution.
 *
 * @param maximum 0 for no limit
 * @throws {NodeOperationError} before the first request
 */
export function refuseTooManyRecipients(
	context: IExecuteFunctions,
	{ now, before }: Reached,
	maximum: number,
	{ nothingDone }: Subject,
): void {
	if (maximum === 0 || now + before <= maximum) return;
	const reach =
		before === 0 ? 'This run would reach' : 'With its earlier runs this execution would reach';
	throw new NodeOperationError(
		context.getNode(),
		`${reach} ${formatCount(now + before)} different push tokens, more than Maximum Recipients allows (${formatCount(maximum)})`,
		{
			description: `${before === 0 ? nothingDone : NOTHING_MORE} Check that the list is the one you meant. If it is, raise Maximum Recipients under Options; 0 is no limit.`,
		},
	);
}

/** A loop, or a sub-workflow that is called several times. */
const NOTHING_MORE =
	'Nothing was sent by this run; earlier ones, of a loop or a sub-workflow, have sent theirs.';
