/** Where the form of an action has a field of Huawei's, by the labels that an operator reads. */
import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { labelOf } from '../../push-kit/message/rule';
import type { FieldRow } from './fieldRules';

/** A field of a form, with what holds it. */
export interface FormPlace {
	readonly name: string;
	readonly label: string;
	/** Parameters around it that are Huawei's, too, outermost first. */
	readonly around: readonly string[];
	/** Labels around it. */
	readonly labels: readonly string[];
}

/** Parameters that only group the form: Huawei knows nothing of them. */
const GROUPS = new Set(['additionalFields', 'options', 'lines', 'image', 'value', 'geofence']);

/** Objects of Huawei's that have a name, but whose fields the form shows without them. */
export const SHOWN_FLAT: ReadonlySet<string> = new Set(['clickAction', 'keywords']);

/** All fields of a form, at any depth. */
export function formPlaces(
	fields: readonly INodeProperties[],
	around: readonly string[] = [],
	labels: readonly string[] = [],
): FormPlace[] {
	return fields.flatMap((field) => {
		const { name, displayName, type, options = [] } = field;
		const inside = GROUPS.has(name) ? around : [...around, name];
		const insideLabels = [...labels, displayName];
		if (type === 'collection') {
			return formPlaces(options.filter(isField), inside, insideLabels);
		}
		if (type === 'fixedCollection') {
			return options.filter(isGroup).flatMap((group) => {
				const isSame = group.displayName === displayName;
				return formPlaces(
					group.values,
					GROUPS.has(group.name) ? inside : [...inside, group.name],
					isSame ? insideLabels : [...insideLabels, group.displayName],
				);
			});
		}
		return type === 'notice' ? [] : [{ name, label: displayName, around, labels }];
	});
}

/**
 * The labels that lead to a field, as `Additional Fields > Sound`; `undefined` where the form does not have it.
 *
 * @param titled paths of the objects that have a name of their own in the form
 */
export function findPlace(
	{ path, rule }: FieldRow,
	places: readonly FormPlace[],
	titled: ReadonlySet<string>,
): string | undefined {
	const names = path.replace(/\[\]/g, '').split('.');
	const leaf = names.at(-1);
	const parents = names.slice(0, -1);
	const needed = rule.standsAlone === true ? undefined : nearestTitled(path, titled);
	const [best] = places
		.filter(
			({ name, label, around }) =>
				(rule.standsAlone === true ? label === labelOf(rule) : name === leaf) &&
				isWithin(around, parents) &&
				(needed === undefined || around.includes(needed)),
		)
		.sort((a, b) => b.around.length - a.around.length);
	return best === undefined ? undefined : [...best.labels, best.label].join(' > ');
}

/** The innermost object with a name of its own around a field. */
function nearestTitled(path: string, titled: ReadonlySet<string>): string | undefined {
	const names = path.split('.');
	for (let length = names.length - 1; length > 0; length--) {
		const parent = names.slice(0, length).join('.').replace(/\[\]$/, '');
		const own = parent.split('.').at(-1) ?? '';
		if (titled.has(parent)) return SHOWN_FLAT.has(own) ? undefined : own.replace(/\[\]$/, '');
	}
	return undefined;
}

/** Whether all of `inner` stand in `outer`, in the same order. */
function isWithin(inner: readonly string[], outer: readonly string[]): boolean {
	let from = 0;
	return inner.every((name) => {
		const at = outer.indexOf(name, from);
		from = at + 1;
		return at >= 0;
	});
}

type Option = NonNullable<INodeProperties['options']>[number];

function isField(option: Option): option is INodeProperties {
	return 'type' in option;
}

function isGroup(option: Option): option is INodePropertyCollection {
	return 'values' in option;
}
