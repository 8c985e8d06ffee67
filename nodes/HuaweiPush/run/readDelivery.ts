import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { textOf } from '../../../push-kit/json';
import type { Operation } from '../actions/operation';
import type { ParameterReader } from '../parameters/parameterReader';
import { subjectOf } from './subject';

const DELIVERIES = ['production', 'test', 'dryRun', 'plan'] as const;

export type Delivery = (typeof DELIVERIES)[number];

/** Whether anything leaves this machine; a dry run and a plan only tell what would. */
export function sends(delivery: Delivery): boolean {
	return delivery === 'production' || delivery === 'test';
}

/**
 * Delivery holds for the whole run. By expression it could differ from item to item, and then what was
 * meant as a test would be sent for real.
 */
export function readDelivery(
	context: IExecuteFunctions,
	reader: ParameterReader,
	operation: Operation,
): Delivery {
	const words = new Set<string>();
	const items = context.getInputData();
	for (const [item, { json }] of items.entries()) {
		reader.startItem(item, json);
		words.add(readWord(reader));
		if (!reader.dependsOnItem) break;
	}
	reader.startItem(0, items[0]?.json ?? {});
	const [word] = words;
	const delivery = items.length === 0 ? 'production' : DELIVERIES.find((known) => known === word);
	// Left of an operation that sends: what was meant as a test would be done for real.
	if (delivery === 'test' && operation.kind !== 'send') throw noTest(context, operation);
	if (delivery !== undefined && words.size <= 1) return delivery;
	throw new NodeOperationError(
		context.getNode(),
		words.size > 1
			? 'Delivery must be the same for all items of a run'
			: 'Delivery must be Production (production), Test Message (test), Dry Run (dryRun) or Plan (plan)',
		{
			description:
				'Nothing was sent. Choose Delivery from its list, or send test messages with a second node.',
		},
	);
}

function noTest(context: IExecuteFunctions, operation: Operation): NodeOperationError {
	return new NodeOperationError(context.getNode(), 'Delivery must be Production, Dry Run or Plan', {
		description: `${subjectOf(operation).nothingDone} This operation has no test. Choose Delivery from its list: Dry Run shows the requests.`,
	});
}

/** Nothing stored is the default; an expression that gives nothing may have been meant as a test. */
function readWord(reader: ParameterReader): string {
	const fallback = reader.rawValue('delivery') === undefined ? 'production' : '';
	return textOf(reader.value('delivery') ?? fallback).trim();
}
