/**
 * Fields of the rows of a file: a message to a whole file cannot have them. An expression that asks for one would
 * leave a hole in the text that everybody gets.
 */

import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../push-kit/json';

/** The item, as n8n's expressions name it. */
const ITEM = String.raw`\$(?:json|input\s*\.\s*(?:item|(?:first|last)\(\s*\)|all\(\s*\)\s*\[\s*\d+\s*\])\s*\??\.\s*json)`;

/** A name behind a dot, unless it is a method's. */
const NAME = String.raw`\s*\??\.\s*([\p{L}_$][\p{L}\p{M}\p{N}_$]*)(?![\p{L}\p{M}\p{N}_$])(?!\s*(?:\?\.)?\()`;

/** A name in quotes. */
const QUOTED = String.raw`\s*(?:\?\.\s*)?\[\s*(?:"([^"]*)"|'([^']*)'|${'`'}([^${'`'}$]*)${'`'})\s*\]`;

const FIELD = new RegExp(`${ITEM}(?:${NAME}|${QUOTED})`, 'gu');

/** The first member of a query: `$jmespath($json, "name")`. */
const QUERIED = new RegExp(
	String.raw`\$jmespath\(\s*${ITEM}\s*,\s*["'${'`'}]\s*([\p{L}_$][\p{L}\p{M}\p{N}_$]*)(?![\p{L}\p{M}\p{N}_$]*\s*\()`,
	'gu',
);

/** What stands in an expression that knows what to do without the field. */
const FALLBACK = /\?\?|\|\||\s\?\s|\$if(?:Empty)?\(|\.(?:isEmpty|isNotEmpty|hasField)\(/;

/** The fields that stored parameters read from the item and that this item does not have. */
export function missingFields(stored: unknown, json: IDataObject): string[] {
	const asked = new Set(textsOf(stored).flatMap(fieldsOf));
	return [...asked].filter((name) => !Object.hasOwn(json, name));
}

/** The same for settings, where an expression may say itself what holds without the field: no row is meant by it. */
export function missingInSettings(stored: unknown, json: IDataObject): string[] {
	return missingFields(
		textsOf(stored).filter((text) => !FALLBACK.test(text)),
		json,
	);
}

/** Where a message cannot have what it asks for. */
export const ONE_MESSAGE_A_FILE =
	'which the item with the file does not have. With Recipients > From a File one message goes to the whole file; a message with fields of each customer is one request for each. Read the file with Extract from File and choose From Input Field.';

/** @param names at least one */
export function explainRowFields(names: readonly string[]): string {
	const asked = names.map((name) => `$json.${name}`).join(', ');
	return `The message asks for ${asked}, ${ONE_MESSAGE_A_FILE}`;
}

/** @param names at least one */
export function explainMissingInSettings(names: readonly string[]): string {
	const asked = names.map((name) => `$json.${name}`).join(', ');
	return `Options ask for ${asked}, which the item with the file does not have. Correct the name, or say what holds without it, such as {{ $json.${names[0] ?? ''} ?? "" }}.`;
}

function fieldsOf(text: string): string[] {
	if (!text.includes('{{')) return [];
	return [...text.matchAll(FIELD), ...text.matchAll(QUERIED)].map(
		([, name, double, single, back]) => name ?? double ?? single ?? back ?? '',
	);
}

function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(textsOf);
	return isObject(value) ? Object.values(value).flatMap(textsOf) : [];
}
