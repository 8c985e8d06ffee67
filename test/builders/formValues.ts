/** What every payload has in common on its way into the form. */
import type { IDataObject } from 'n8n-workflow';

export type Members = Record<string, unknown>;

/** What an operator chooses and fills in for a payload. */
export interface ReadForm {
	resource?: string;
	operation: string;
	parameters: IDataObject;
}

/** Thrown where only JSON mode can say what a payload says. */
export class NotInTheForm extends Error {}

/** Leaves the form where the condition does not hold. */
export function refuseUnless(condition: boolean): void {
	if (!condition) throw new NotInTheForm();
}

/** The members of an object; none of anything else. */
export function members(value: unknown): Members {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value))
		: {};
}

/** The fields that have a value. */
export function filled(fields: Members): IDataObject {
	const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
	return Object.fromEntries(entries) as IDataObject;
}

/** The fields of a click action. */
export function tapAction(clickAction: unknown): IDataObject {
	const { data, ...rest } = members(clickAction);
	// An empty object is what the form shows where nothing was entered.
	refuseUnless(data === undefined || Object.keys(members(data)).length > 0);
	return filled({ ...rest, data: data === undefined ? undefined : JSON.stringify(data) });
}
