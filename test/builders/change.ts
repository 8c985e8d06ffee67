/** Changed copies of example messages: one thing wrong at a time. */

import { findRules, type Inspection } from '../../push-kit/message/messages';
import type { SendExample } from './bodies';

/** New values by dotted path, for example `notification.badge.addNum`; `undefined` takes the member out. */
export type Changes = Readonly<Record<string, unknown>>;

/** A deep copy with the changes; objects on the way are made where they lack. */
export function change(value: unknown, changes: Changes): unknown {
	return Object.entries(changes).reduce(
		(copy, [path, replacement]) => replaceAt(copy, path.split('.'), replacement),
		structuredClone(value),
	);
}

function replaceAt(value: unknown, path: readonly string[], replacement: unknown): unknown {
	const [name, ...rest] = path;
	if (name === undefined) return replacement;
	if (Array.isArray(value)) {
		return value.map((entry, index) =>
			index === Number(name) ? replaceAt(entry, rest, replacement) : entry,
		);
	}
	const members = new Map<string, unknown>(
		typeof value === 'object' && value !== null ? Object.entries(value) : [],
	);
	const member = replaceAt(members.get(name), rest, replacement);
	if (member === undefined) members.delete(name);
	else members.set(name, member);
	return Object.fromEntries(members);
}

/** What the rules say of an example's message with changes to its payload. */
export function inspectChanged(
	{ messageType, body }: SendExample,
	changes: Changes = {},
	pushOptions: object | undefined = body.pushOptions,
): Inspection {
	return findRules(messageType).inspect({ payload: change(body.payload, changes), pushOptions });
}

/** The sentences an operator reads of what is refused. */
export function findFaults(
	example: SendExample,
	changes: Changes = {},
	pushOptions?: object,
): string[] {
	return inspectChanged(example, changes, pushOptions).faults.map(({ message }) => message);
}

/** The sentences of the hints; the message itself must be legal. */
export function findHints(
	example: SendExample,
	changes: Changes = {},
	pushOptions?: object,
): readonly string[] {
	const { faults, hints } = inspectChanged(example, changes, pushOptions);
	if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
	return hints;
}
