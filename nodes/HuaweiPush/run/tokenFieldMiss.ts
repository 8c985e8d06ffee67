/** What an operator is told where no item has a push token. */

import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { TokenFieldMiss } from '../form/recipients';
import type { Subject } from './subject';
import { outputHint } from './outputHint';

/** Fields that are named; more would bury the one that was meant. */
const NAMED_FIELDS = 20;

/**
 * A slip in the spelling of Token Field would make a whole campaign a green run without a message.
 *
 * @throws {NodeOperationError} where another field is surely meant
 */
export function tellTokenFieldMiss(
	context: IExecuteFunctions,
	miss: TokenFieldMiss | undefined,
	{ nothingDone }: Subject,
): void {
	if (miss === undefined) return;
	const { field, meant } = miss;
	if (meant !== undefined) {
		throw new NodeOperationError(context.getNode(), describeSlip(field, meant), {
			description: `${nothingDone} Drag that field from the input onto Token Field; the two differ in case, blanks, _, - or an invisible character.`,
		});
	}
	context.addExecutionHints(outputHint(describeMiss(miss), 'warning'));
}

/** Why no item has a token. */
export function describeMiss({ field, meant, holdsObjects, others }: TokenFieldMiss): string {
	if (meant !== undefined) return `${describeSlip(field, meant)}.`;
	if (holdsObjects) {
		return `Token Field "${field}" holds objects, not push tokens. Name the member that holds the token, such as ${field}[*].token.`;
	}
	if (others.includes(field))
		return `The field "${field}" is empty in every item: no one has a push token.`;
	const names = others.slice(0, NAMED_FIELDS).join(', ');
	return `No item has a field "${field}" for Token Field. The items have: ${names === '' ? 'no fields' : names}. Drag the right one onto Token Field.`;
}

function describeSlip(field: string, meant: string): string {
	return `No item has a field "${field}" for Token Field, but there is ${JSON.stringify(meant)}`;
}
