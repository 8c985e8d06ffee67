/** Whom each item is about, also where it cannot be sent. */

import type { INodeExecutionData } from 'n8n-workflow';

import type { Fault } from '../../../push-kit/message/faults';
import type { Steps } from '../../../push-kit/steps';
import type { Operation } from '../actions/operation';
import { ItemForm } from '../form/itemForm';
import { readTokens, type ItemTokens } from '../form/recipients';
import type { ParameterReader } from '../parameters/parameterReader';

/** What says whom an item is about. */
export interface Source {
	reader: ParameterReader;
	operation: Operation;
}

/** A token, or an item without one, that cannot be sent. */
interface UnreadableLine {
	item: number;
	/** Empty for an item without a token. */
	token: string;
	faults: readonly Fault[];
}

/** A line for each token of an item whose message cannot be read for an error. */
export function* unreadableLines(
	source: Source,
	data: INodeExecutionData,
	item: number,
	error: unknown,
): Steps<UnreadableLine[]> {
	const message = error instanceof Error ? error.message : String(error);
	const faults = [{ path: '', field: '', message }];
	const tokens = yield* targetsAtHand(source, data, item);
	return tokens.map((token) => ({ item, token, faults }));
}

/** The item's tokens, as far as they can be read; an empty one stands for the item if there is none. */
function* targetsAtHand(
	{ reader, operation }: Source,
	data: INodeExecutionData,
	item: number,
): Steps<readonly string[]> {
	try {
		reader.startItem(item, data.json);
		const { tokens } = yield* readTargets(operation, reader, data);
		return tokens.length > 0 ? tokens : [''];
	} catch {
		// The error that is told already is this one.
		return [''];
	}
}

/** The push tokens of an item, or what stands in their place. */
export function* readTargets(
	operation: Operation,
	reader: ParameterReader,
	data: INodeExecutionData,
): Steps<ItemTokens> {
	if (operation.kind !== 'images') return yield* readTokens(reader, data);
	return { tokens: operation.readAddresses(new ItemForm(reader)) };
}
