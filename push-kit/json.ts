/** Reading JSON that somebody else wrote: nothing is believed of its shape. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with members: no list, not `null`. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of a value that is expected to be an object; none of anything else. */
export function membersOf(value: unknown): JsonObject {
	return isObject(value) ? value : {};
}

/** The members that say something: one that was added to a form but left empty does not. */
export function filledMembers(value: unknown): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(membersOf(value)).filter(
			([, member]) => member !== undefined && member !== null && member !== '',
		),
	);
}

/** The member of that name which the value itself has; `undefined` for inherited ones. */
export function memberOf(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
	return Reflect.get(value, name);
}

/**
 * A value as it stands in a text, as JavaScript joins it. An object may bring a `toString` that is no function:
 * it reads like any other object then.
 */
export function textOf(value: unknown): string {
	try {
		return String(value);
	} catch {
		return '[object Object]';
	}
}

/** Deeper than anything that Huawei takes, and far from where JavaScript gives up. */
export const DEEPEST_LEVEL = 100;

/** Whether lists and objects are nested more than 100 levels deep; linear in what is looked at. */
export function isTooDeep(value: unknown): boolean {
	if (!isNested(value)) return false;
	let level = new Set([value]);
	for (let depth = 0; depth < DEEPEST_LEVEL; depth += 1) {
		if (level.size === 0) return false;
		const next = new Set<object>();
		for (const outer of level) {
			for (const inner of Object.values(outer)) if (isNested(inner)) next.add(inner);
		}
		level = next;
	}
	return level.size > 0;
}

function isNested(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
