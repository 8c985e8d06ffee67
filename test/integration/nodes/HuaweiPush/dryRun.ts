import type { IDataObject } from 'n8n-workflow';

import { membersOf } from '../../../../push-kit/json';
import type { Sandbox } from '../../../../sandbox/server';
import { runNode, type EngineOptions } from '../../../builders/engine';
import { credentialsOf } from './pushRun';

/** What the node would send for one item. */
export interface Composed {
	/** The request's `payload`. */
	readonly payload: IDataObject;
	/** Its `notification`, or the card of a live view; empty for other messages. */
	readonly shown: IDataObject;
	readonly tokens: readonly string[];
	/** Told in place of a request. */
	readonly fault?: string;
}

export interface DryRun {
	/** By item, in order. */
	readonly composed: readonly Composed[];
	readonly requests: number;
	readonly hints: readonly string[];
	/** Set where the whole run was refused. */
	readonly error?: string;
}

/** Composes the message of every item in n8n's own engine; nothing is sent. */
export async function dryRun(
	sandbox: Sandbox,
	parameters: IDataObject,
	items: readonly IDataObject[],
	options: Partial<EngineOptions> = {},
): Promise<DryRun> {
	const { outputs, hints, error } = await runNode({
		parameters: { category: 'MARKETING', title: 'T', body: 'B', ...parameters, delivery: 'dryRun' },
		items: items.map((json, index) => ({ pushToken: `customer-token-${index}`, ...json })),
		credentials: credentialsOf(sandbox),
		settings: { onError: 'continueRegularOutput' },
		...options,
	});
	const composed = new Map<number, Composed>();
	for (const { json, pairedItem } of outputs.flat()) {
		const of = read(json);
		for (const source of Array.isArray(pairedItem) ? pairedItem : [pairedItem]) {
			if (typeof source === 'object') composed.set(source.item, of);
		}
	}
	return {
		composed: items.map((_, index) => composed.get(index) ?? NOTHING),
		requests: outputs[0]?.length ?? 0,
		hints: hints.map(({ message }) => message),
		error: error?.message,
	};
}

const NOTHING: Composed = { payload: {}, shown: {}, tokens: [], fault: 'nothing came out' };

function read(json: IDataObject): Composed {
	const { payload, target } = membersOf(json.body);
	const { notification, activityData } = membersOf(payload);
	const shown = notification ?? membersOf(activityData).notificationData;
	const { token } = membersOf(target);
	const fault = json.outcome === 'dryRun' ? undefined : String(json.error ?? json.advice);
	return {
		payload: { ...membersOf(payload) } as IDataObject,
		shown: { ...membersOf(shown) } as IDataObject,
		tokens: Array.isArray(token) ? token.map(String) : [],
		...(fault !== undefined && { fault }),
	};
}
