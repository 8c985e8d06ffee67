/**
 * Merge fields that nobody fills in: what comes out of an expression, a form or a file is never read as a template
 * again, and the phone would show the braces.
 */

import { isObject } from '../json';
import { labelOf, type Rule } from './rule';

/** A name in double braces, as people type it for a field of the customer. */
const MERGE_FIELD = /[{｛]{2}\s*([\p{L}_$][^{}｛｝]{0,100})[}｝]{2}/gu;

/** Full-width braces, as Chinese keyboards type them: nothing reads them as a template, wherever they stand. */
const WIDE_BRACE = /[｛｝]/;

/** Characters that a sentence quotes: a text may hold what belongs in no log. */
const SHOWN_LENGTH = 40;

/**
 * One sentence for each text for people, at any depth, that holds a name in double braces.
 *
 * @param rule of the payload, whose own title names nothing
 * @param placeholders names that the phone itself replaces
 */
export function describeUnfilledTexts(
	{ properties }: Rule,
	value: unknown,
	placeholders: readonly string[] = [],
): string[] {
	return findTexts({ properties }, value, []).flatMap(([titles, text]) => {
		const found = [...text.matchAll(MERGE_FIELD)].find(
			([, name = '']) => !placeholders.includes(name.trim()),
		);
		return found === undefined ? [] : [writeSentence(titles, found[0])];
	});
}

type FoundText = readonly [titles: readonly string[], text: string];

/** Texts for people with double braces; nearly every message has none, and there may be one for each customer. */
function findTexts(rule: Rule, value: unknown, around: readonly string[]): FoundText[] {
	const { properties, items, reads } = rule;
	const titles = labelOf(rule) === '' ? around : [...around, labelOf(rule)];
	if (typeof value === 'string') {
		return reads === 'prose' && /[{｛]{2}/.test(value) ? [[titles, value]] : [];
	}
	if (Array.isArray(value)) {
		return items === undefined ? [] : value.flatMap((entry) => findTexts(items, entry, titles));
	}
	if (properties === undefined || !isObject(value)) return [];
	return Object.entries(properties).flatMap(([name, member]) =>
		findTexts(member, value[name], titles),
	);
}

function writeSentence(titles: readonly string[], source: string): string {
	const isShort = source.length <= SHOWN_LENGTH;
	// Half of a sign is none.
	const shown = isShort ? source : source.slice(0, SHOWN_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
	const advice = WIDE_BRACE.test(source)
		? 'braces of full width fill in nothing. Type {{ and }} as on an English keyboard, into the node.'
		: 'only what is typed into the node is filled in, not what comes out of an expression. Type the text into the node, or fill it in before.';
	return `${titles.join(' > ')} holds ${isShort ? shown : `${shown}...`}, and the phone shows it like this: ${advice}`;
}
