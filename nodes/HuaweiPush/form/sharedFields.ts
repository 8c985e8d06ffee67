/**
 * One declaration for a field that several operations show: n8n sends every declaration to every editor, and
 * one fact has one home.
 */

import type { INodeProperties } from 'n8n-workflow';

/** The fields of one operation, in the order of its form. */
export interface Form {
	resource: string;
	operation: string;
	fields: readonly INodeProperties[];
}

interface Shared {
	field: INodeProperties;
	/** The forms that show it. */
	forms: Set<Form>;
	/** Fields that stand before it in one of its forms. */
	before: Set<string>;
}

/** The fields of all forms, each declared as seldom as n8n's conditions permit, none out of its form's order. */
export function shareFields(forms: readonly Form[]): INodeProperties[] {
	const shared = new Map<string, Shared>();
	// Most fields are one object in many forms: written out once, as this runs at each start of n8n.
	const keys = new Map<INodeProperties, string>();
	for (const form of forms) {
		let previous: string | undefined;
		for (const field of form.fields) {
			const key = keys.get(field) ?? JSON.stringify(field);
			keys.set(field, key);
			const known = shared.get(key) ?? { field, forms: new Set(), before: new Set() };
			shared.set(key, known);
			known.forms.add(form);
			if (previous !== undefined) known.before.add(previous);
			previous = key;
		}
	}
	return inOrder(shared).flatMap((entry) => declare(entry, forms));
}

/**
 * Each field behind all that stand before it.
 *
 * @throws {RangeError} if two forms want two fields in different orders
 */
function inOrder(shared: ReadonlyMap<string, Shared>): Shared[] {
	const ordered: Shared[] = [];
	const done = new Set<string>();
	const waiting = new Map(shared);
	while (waiting.size > 0) {
		const next = [...waiting].find(([, { before }]) => [...before].every((key) => done.has(key)));
		if (next === undefined) {
			const names = [...waiting.values()].map(({ field }) => field.name);
			throw new RangeError(`Forms disagree about the order of ${names.join(', ')}`);
		}
		const [key, entry] = next;
		ordered.push(entry);
		done.add(key);
		waiting.delete(key);
	}
	return ordered;
}

/**
 * n8n shows a field where its resource AND its operation are listed. So forms share a declaration where no
 * other form lies in between; else each resource has one of its own.
 */
function declare({ field, forms }: Shared, all: readonly Form[]): INodeProperties[] {
	if (isExact(forms, all)) return [showFor(field, forms)];
	const resources = [...new Set([...forms].map(({ resource }) => resource))];
	return resources.map((resource) =>
		showFor(field, new Set([...forms].filter((form) => form.resource === resource))),
	);
}

function isExact(forms: ReadonlySet<Form>, all: readonly Form[]): boolean {
	const resources = new Set([...forms].map(({ resource }) => resource));
	const operations = new Set([...forms].map(({ operation }) => operation));
	return all.every(
		(form) => forms.has(form) || !resources.has(form.resource) || !operations.has(form.operation),
	);
}

function showFor(field: INodeProperties, forms: ReadonlySet<Form>): INodeProperties {
	const resource = [...new Set([...forms].map((form) => form.resource))];
	const operation = [...new Set([...forms].map((form) => form.operation))];
	return {
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { ...field.displayOptions?.show, resource, operation },
		},
	};
}
