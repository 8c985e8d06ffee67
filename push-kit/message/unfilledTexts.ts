/**
 * Merge fields that nobody fills in: what comes out of an expression, a form or a file is never read as a template
 * again, and the phone would show the braces.
 */

import { isObject } from '../json';
import { PLACEHOLDERS } from './liveView/placeholders';
import { labelOf, type Rule } from './rule';

/** A name in double braces, as people type it for a field of the customer. */
const MERGE_FIELD = /\{\{\s*([\p{L}_$][^{}]{0,100})\}\}/gu;

/** What the phone itself replaces. */
const OF_THE_PHONE: ReadonlySet<string> = new Set(PLACEHOLDERS);

/**
 * One sentence for each text for people, at any depth, that holds a name in double braces.
 *
 * @param around titles of the objects around, as in `Capsule > Title`
 */
export function describeUnfilledTexts(
	rule: Rule,
	value: unknown,
	around: readonly string[] = [],
): string[] {
	const { properties, items, reads } = rule;
	const titles = labelOf(rule) === '' ? around : [...around, labelOf(rule)];
	if (reads === 'prose' && typeof value === 'string') return describeText(value, titles);
	if (Array.isArray(value) && items !== undefined) {
		return value.flatMap((entry) => describeUnfilledTexts(items, entry, titles));
	}
	if (properties === undefined || !isObject(value)) return [];
	return Object.entries(properties).flatMap(([name, member]) =>
		describeUnfilledTexts(member, value[name], titles),
	);
}

function describeText(text: string, titles: readonly string[]): string[] {
	// Nearly every text has none, and there may be one for each customer.
	if (!text.includes('{{')) return [];
	const found = [...text.matchAll(MERGE_FIELD)].find(
		([, name = '']) => !OF_THE_PHONE.has(name.trim()),
	);
	if (found === undefined) return [];
	return [
		`${titles.join(' > ')} holds ${found[0]}, and the phone shows it like this: only what is typed into the node is filled in, not what comes out of an expression. Type the text into the node, or fill it in before.`,
	];
}
