/** The node's panels as text: one line a field, so that a change of the form can be read. */

import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

type Option = INodePropertyOptions | INodeProperties | INodePropertyCollection;

/** Each field with its place, in the order of the form; the texts of help are left out. */
export function describePanel(properties: readonly INodeProperties[]): string[] {
	return properties.flatMap((property) => describeField(property, ''));
}

function describeField(property: INodeProperties, path: string): string[] {
	const { displayName, name, type, default: value, required, typeOptions, options } = property;
	const place = path === '' ? name : `${path}.${name}`;
	if (type === 'notice') return [`${place} | notice | ${displayName}`];
	const limits = typeOptions === undefined ? '' : JSON.stringify(typeOptions);
	const parts = [
		place,
		displayName,
		type,
		JSON.stringify(value),
		required === true ? 'required' : '',
		limits,
		describeConditions(property),
	];
	return [
		parts.filter((part) => part !== '').join(' | '),
		...(options ?? []).flatMap((option) => describeOption(option, place)),
	];
}

function describeOption(option: Option, place: string): string[] {
	if ('values' in option) {
		return option.values.flatMap((field) => describeField(field, `${place}.${option.name}`));
	}
	if ('type' in option) return describeField(option, place);
	return [`${place} = ${JSON.stringify(option.value)} | ${option.name}`];
}

function describeConditions({ displayOptions }: INodeProperties): string {
	return displayOptions === undefined ? '' : JSON.stringify(displayOptions);
}
