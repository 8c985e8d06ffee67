/**
 * Fields of the customer that an item has lost on its way through a Huawei Push Kit node. What comes out of one is the
 * token and its outcome: handed back to it by a Wait node, or on to a second one, it would be sent at the hours and in
 * the variant of those of whom nothing is known.
 */

import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../../../push-kit/message/faults';
import { readPath } from '../../../push-kit/path';

/** What decides about a customer, and what the form calls it. */
export interface DecidingField {
	/** Path in the item; empty where nothing of it decides. */
	readonly field: string;
	readonly label: string;
}

const OUTCOMES: ReadonlySet<unknown> = new Set([
	'accepted',
	'rejected',
	'failed',
	'unknown',
	'skipped',
]);

export function lostFields(
	json: IDataObject,
	deciding: ReadonlyArray<DecidingField | undefined>,
): Fault[] {
	if (!isOutcome(json)) return [];
	return deciding.flatMap((one) => {
		if (one === undefined || one.field === '') return [];
		if (readPath(json, one.field) !== undefined) return [];
		return [{ path: '', field: one.label, message: explain(one) }];
	});
}

/** A problem has a verdict, and what was accepted the type of its message. */
function isOutcome({ outcome, pushToken, verdict, messageType }: IDataObject): boolean {
	const tells = typeof verdict === 'string' || typeof messageType === 'string';
	return OUTCOMES.has(outcome) && typeof pushToken === 'string' && tells;
}

function explain({ field, label }: DecidingField): string {
	return `${label} asks for ${field.slice(0, 100)}, which is lost: this item came out of a Huawei Push Kit node, which hands on the token and its outcome only. Put an Edit Fields (Set) node before this one, choose Mode JSON, and enter {{ $('Customers').item.json }} with the name of the node that has your customers.`;
}
