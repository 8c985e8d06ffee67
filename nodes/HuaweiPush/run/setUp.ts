/** What a run's verdicts rest on beside the run itself, see `push-kit/delivery/judgement.ts`. */

import type { SetUp } from '../../../push-kit/delivery/judgement';
import { SetUpRecord } from '../../../push-kit/delivery/setUpRecord';
import { textOf } from '../../../push-kit/json';
import type { ParameterReader } from '../parameters/parameterReader';
import type { RunContext } from './composeMessage';

/** Shared by all runs of this process: a workflow may send to one customer at a time. */
export const SET_UP_RECORD = new SetUpRecord(() => Date.now());

/** Where the tokens of an item stand, by Recipients. */
const FIELD_BY_RECIPIENTS: Readonly<Record<string, string>> = {
	inputField: 'tokenField',
	file: 'fileColumn',
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
	const field = reader.rawValue(FIELD_BY_RECIPIENTS[recipients] ?? '') ?? '';
	const origin = usesTestTokens ? ['testTokens'] : [recipients, field];
	return {
		account: JSON.stringify([projectId, keyId]),
		tokenSource: JSON.stringify([workflowId, nodeId, ...origin]),
	};
}
