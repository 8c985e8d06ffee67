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
