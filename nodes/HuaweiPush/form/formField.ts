/** A rule of a message as a field of the form: what Huawei says comes from the rule, the rest is said here. */

import type { INodeProperties, INodePropertyOptions, NodeParameterValueType } from 'n8n-workflow';

import { labelOf, type Rule, type Rules } from '../../../push-kit/message/rule';
import { kindOf } from './readMember';

/** What a form says of a field beyond its rule. */
export interface FieldHelp {
	/** The parameter's name where it is not Huawei's. */
	name?: string;
	description?: string;
	placeholder?: string;
	default?: NodeParameterValueType;
	required?: true;
	/** Lines of the text box. */
	rows?: number;
	displayOptions?: INodeProperties['displayOptions'];
	options?: INodePropertyOptions[];
}

const TYPES = {
	prose: 'string',
	data: 'string',
	word: 'string',
	number: 'number',
	flag: 'boolean',
	lines: 'string',
	words: 'string',
	rich: 'string',
	json: 'json',
} as const;

const DEFAULTS = { string: '', number: 0, boolean: true, json: '{}', options: '' } as const;

/** Lists are typed one entry a row. */
const ROWS = { data: 3, lines: 3 } as const;

/** The form's field of a rule. */
export function formField(rule: Rule, name: string, help: FieldHelp = {}): INodeProperties {
	const kind = kindOf(rule);
	const options = help.options ?? rule.choices?.map((choice) => ({ ...choice }));
	const type = options === undefined ? TYPES[kind] : 'options';
	const { minimum, maximum } = rule;
	const rows = help.rows ?? (kind === 'data' || kind === 'lines' ? ROWS[kind] : undefined);
	const typeOptions = {
		...(type === 'number' && minimum !== undefined && { minValue: minimum }),
		...(type === 'number' && maximum !== undefined && { maxValue: maximum }),
		...(rows !== undefined && { rows }),
	};
	return {
		displayName: labelOf(rule),
		name: help.name ?? name,
		type,
		...(Object.keys(typeOptions).length > 0 && { typeOptions }),
		...(options !== undefined && { options }),
		default: help.default ?? options?.[0]?.value ?? DEFAULTS[type],
		...(help.required && { required: true }),
		...(help.placeholder !== undefined && { placeholder: help.placeholder }),
		...(help.description !== undefined && { description: help.description }),
		...(help.displayOptions !== undefined && { displayOptions: help.displayOptions }),
	};
}

/** Fields of several members, in the order of `help`. */
export function formFields<Name extends string>(
	rules: Rules<Name>,
	help: Partial<Record<Name, FieldHelp>>,
): INodeProperties[] {
	const names = Object.keys(help).filter((name): name is Name => Object.hasOwn(rules, name));
	return names.map((name) => formField(rules[name], name, help[name]));
}

/** Optional fields that an operator adds one by one, in alphabetical order of their labels. */
export function collection(
	displayName: string,
	name: string,
	fields: readonly INodeProperties[],
	more: Pick<INodeProperties, 'placeholder' | 'description' | 'displayOptions'> = {},
): INodeProperties {
	return {
		displayName,
		name,
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		...more,
		options: [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

/** A group of fields that are set together; `value` is the parameter's name of the group. */
export function section(
	displayName: string,
	name: string,
	groups: ReadonlyArray<{ displayName: string; name: string; values: INodeProperties[] }>,
	more: Pick<INodeProperties, 'description' | 'displayOptions'> = {},
): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		placeholder: `Set ${displayName}`,
		default: {},
		...more,
		options: groups.map((group) => ({ ...group })),
	};
}

/** Words followed by their address in parentheses, as in `See the labels (https://...)`. */
const WITH_ADDRESS = /([A-Z][^.()<>]*) \((https:\/\/[^\s()<>"]+)\)/g;

/** Sentences above the fields; n8n shows a notice as HTML, so that words with an address become a link. */
export function notice(name: string, sentences: string): INodeProperties {
	const displayName = sentences.replace(WITH_ADDRESS, '<a href="$2" target="_blank">$1</a>');
	return { displayName, name, type: 'notice', default: '' };
}
