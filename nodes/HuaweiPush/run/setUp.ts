/** What a run's verdicts rest on beside the run itself, see `push-kit/delivery/judgement.ts`. */

import type { SetUp } from '../../../push-kit/delivery/judgement';
import { SetUpRecord } from '../../../push-kit/delivery/setUpRecord';
import { textOf } from '../../../push-kit/json';
import { hasExpression, type ParameterReader } from '../parameters/parameterReader';
import type { RunContext } from './composeMessage';

/** Shared by all runs of this process: a workflow may send to one customer at a time. */
export const SET_UP_RECORD = new SetUpRecord(() => Date.now());

/** What says where the tokens of an item stand, by Recipients. */
const FIELDS_BY_RECIPIENTS: Readonly<Record<string, readonly string[]>> = {
	inputField: ['tokenField'],
	defined: ['pushTokens'],
	file: ['fileColumn', 'binaryField'],
};

/**
 * @param usesTestTokens whether the tokens are those of the credential, which say nothing about a Token Field
 */
export function setUpOf(
	{ connection, workflowId, nodeId }: RunContext,
	reader: ParameterReader,
	usesTestTokens: boolean,
): SetUp {
	const { projectId, keyId } = connection.account;
	const recipients = textOf(reader.rawValue('recipients') ?? 'inputField');
	const fields = FIELDS_BY_RECIPIENTS[recipients] ?? [];
	const raws = fields.map((field) => sourceIn(recipients, reader.rawValue(field) ?? ''));
	const account = JSON.stringify([projectId, keyId]);
	// The next run's expression may name another column, whose tokens this one's say nothing of.
	const isAnyColumn = recipients === 'file' && raws.some(hasExpression);
	if (isAnyColumn && !usesTestTokens) return { account };
	const origin = usesTestTokens ? ['testTokens'] : [recipients, ...raws];
	return { account, tokenSource: JSON.stringify([workflowId, nodeId, ...origin]) };
}

/** Tokens that were typed are no place from which others come. */
function sourceIn(recipients: string, raw: unknown): unknown {
	return recipients === 'defined' && !hasExpression(raw) ? '' : raw;
}
