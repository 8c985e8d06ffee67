/** Values that Huawei may have added since: they pass, and the operator is told that they are not known here. */

import { isObject, textOf } from '../json';
import { labelOf, type Rule, type Rules } from './rule';

/**
 * One sentence for each member, at any depth, whose value is none of its rule's choices.
 *
 * @param around titles of the objects around, as in `Capsule > Type`
 */
export function describeUnknownChoices(
	rules: Rules,
	value: unknown,
	around: readonly string[] = [],
): string[] {
	if (!isObject(value)) return [];
	return Object.entries(rules).flatMap(([name, rule]) =>
		value[name] === undefined ? [] : describeMember(rule, value[name], around),
	);
}

function describeMember(rule: Rule, value: unknown, around: readonly string[]): string[] {
	const { choices, properties, items, enum: closed } = rule;
	const titles = labelOf(rule) === '' ? around : [...around, labelOf(rule)];
	if (properties !== undefined) return describeUnknownChoices(properties, value, titles);
	if (items?.properties !== undefined && Array.isArray(value)) {
		const { properties: members } = items;
		return value.flatMap((entry) => describeUnknownChoices(members, entry, titles));
	}
	// A closed list is a hard rule, and its validator speaks of it.
	if (choices === undefined || closed !== undefined) return [];
	if (choices.some((choice) => choice.value === value)) return [];
	return [`${titles.join(' > ')} ${wordOf(value)} is not known here: it is sent as it is.`];
}

const SHOWN_LENGTH = 40;

/** A number as it is; a text in quotation marks, so that an empty one is seen, and a long one by its beginning. */
function wordOf(value: unknown): string {
	if (typeof value !== 'string') return textOf(value);
	const characters = [...value];
	return characters.length > SHOWN_LENGTH
		? `"${characters.slice(0, SHOWN_LENGTH).join('')}..."`
		: `"${value}"`;
}
