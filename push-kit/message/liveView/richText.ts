/** Coloured text of live views (RichText of `push-scenariozed-api-request-param`). */

import type { Fault } from '../faults';
import { argbColor, list, prose, struct, type Rule } from '../rule';

/** A piece of text; all pieces of one array share one colour. */
export interface RichText {
	text: string;
	/** `#AARRGGBB`; default `#FF000000`. */
	foregroundColor?: string;
}

export function richTextList(title: string): Rule {
	return list(
		title,
		struct(
			'Entry',
			{
				text: prose('Text'),
				foregroundColor: argbColor(`${title} Color`, { standsAlone: true }),
			},
			['text'],
		),
	);
}

/** The array must hold some text. */
export function filledRichText(title: string): Rule {
	return {
		title,
		sentence: '{field} is empty. Enter a text.',
		contains: { properties: { text: { minLength: 1 } }, required: ['text'] },
	};
}

/** Where a rich text stands, and what it may hold. */
export interface RichTextPlace {
	entries: readonly RichText[] | undefined;
	path: string;
	field: string;
	/** Characters of all entries together. */
	maximumLength?: number;
}

/** Limits that speak of the array as a whole: one colour, and the texts' length together. */
export function checkRichText({
	entries = [],
	path,
	field,
	maximumLength,
}: RichTextPlace): Fault[] {
	const faults: Fault[] = [];
	const colors = new Set(entries.flatMap((entry) => entry.foregroundColor?.toUpperCase() ?? []));
	if (colors.size > 1) {
		faults.push({
			path,
			field,
			message: `${field} has ${colors.size} colors (${[...colors].join(', ')}). Only one is allowed in all its entries.`,
		});
	}
	const length = [...entries.map((entry) => entry.text).join('')].length;
	if (maximumLength !== undefined && length > maximumLength) {
		faults.push({
			path,
			field,
			message: `${field} has ${length} characters in all its entries; at most ${maximumLength} are allowed.`,
		});
	}
	return faults;
}
