/** All fields of an operation's panels, each with its place and what must be chosen for it to be shown. */

import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { labelOf, type Rule } from '../../push-kit/message/rule';
import { RULES } from '../../push-kit/message/types';
import { kindOf } from '../../nodes/HuaweiPush/form/readMember';

export interface PanelField {
	/** Path of the parameter, `additionalFields.bigBody`. */
	readonly path: string;
	readonly property: INodeProperties;
	/** Parameters with which the field is shown. */
	readonly shownWith: IDataObject;
}

/** Every field of an operation that can hold an expression, at any depth of collections. */
export function fieldsOf(
	properties: readonly INodeProperties[],
	resource: string,
	operation: string,
): PanelField[] {
	return properties
		.filter(({ displayOptions: { show = {} } = {} }) => {
			const { resource: resources = [resource], operation: operations = [operation] } = show;
			return resources.includes(resource) && operations.includes(operation);
		})
		.flatMap((property) => walk(property, '', {}))
		.filter(({ property: { displayOptions: { show = {} } = {} } }) => {
			// Within a collection the node's own parameters are named from the root.
			const resources = show['/resource'] ?? [resource];
			const operations = show['/operation'] ?? [operation];
			return resources.includes(resource) && operations.includes(operation);
		});
}

function walk(property: INodeProperties, at: string, around: IDataObject): PanelField[] {
	const path = at === '' ? property.name : `${at}.${property.name}`;
	const shownWith = { ...around, ...conditions(property) };
	const { type, options = [] } = property;
	if (type === 'notice' || property.noDataExpression === true) return [];
	if (type === 'collection' || type === 'fixedCollection') {
		return options.flatMap((option) => {
			if ('values' in option) {
				return option.values.flatMap((inner) => walk(inner, `${path}.${option.name}`, shownWith));
			}
			return 'type' in option ? walk(option, path, shownWith) : [];
		});
	}
	return [{ path, property, shownWith }];
}

/** What says of which operation a field is. */
const PLACE = new Set(['resource', 'operation', '/resource', '/operation']);

function conditions({ displayOptions: { show = {} } = {} }: INodeProperties): IDataObject {
	return Object.fromEntries(
		Object.entries(show).flatMap(([name, values]) => {
			const [first] = values ?? [];
			const isPlain = typeof first === 'string' || typeof first === 'number';
			return PLACE.has(name) || !isPlain ? [] : [[name, first]];
		}),
	);
}

export type FieldKind = ReturnType<typeof kindOf>;

/** The rule of a message's field, by parameter name and label, which the form takes from it. */
function findRule(rule: Rule, name: string, label: string): Rule | undefined {
	for (const [member, inner] of Object.entries(rule.properties ?? {})) {
		if (member === name && labelOf(inner) === label) return inner;
		const found = findRule(inner, name, label);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** How the values of a field are read: what its rule says; a word where no rule of Huawei's has it. */
export function fieldKind({ property }: PanelField, messageType: string): FieldKind {
	const { name, displayName, type, options = [] } = property;
	if (type === 'json') return 'json';
	if (type === 'number') return 'number';
	if (type === 'boolean') return 'flag';
	const [first] = options;
	if (first !== undefined && 'value' in first) {
		return typeof first.value === 'number' ? 'number' : 'word';
	}
	const rule = findRule(RULES[messageType] ?? {}, name, displayName);
	return rule?.type === undefined ? 'word' : kindOf(rule);
}

/** The parameters with one more at a path. */
export function withValue(parameters: IDataObject, path: string, value: string): IDataObject {
	const [name = '', ...rest] = path.split('.');
	const inner = parameters[name];
	const members: IDataObject =
		typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !(inner instanceof Date)
			? { ...inner }
			: {};
	const changed = rest.length === 0 ? value : withValue(members, rest.join('.'), value);
	return { ...parameters, [name]: changed };
}
