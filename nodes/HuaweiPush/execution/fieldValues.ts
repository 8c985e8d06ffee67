import type { IDataObject } from 'n8n-workflow';

/**
 * Numbers that an expression gave as text become numbers; what is no number stays as it is, for the
 * message's rules to name it.
 */
export function toNumbers(fields: IDataObject, names: readonly string[]): IDataObject {
	const numbers: IDataObject = {};
	for (const name of names) {
		const value = fields[name];
		if (typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value)) {
			numbers[name] = Number(value);
		}
	}
	return { ...fields, ...numbers };
}

/** The members of a value that is expected to be an object; none of anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value))
		: {};
}
