/**
 * Fields of the rows of a file: a message to a whole file cannot have them. An expression that asks for one would
 * leave a hole in the text that everybody gets.
 */

import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../push-kit/json';

const FIELD =
	/\$(?:json|input\.(?:item|first\(\)|last\(\))\.json)\??(?:\.([A-Za-z_$][\w$]*)|\[(?:"([^"]*)"|'([^']*)')\])/g;

/** The fields that stored parameters read from the item and that this item does not have. */
export function missingFields(stored: unknown, json: IDataObject): string[] {
	const asked = new Set(textsOf(stored).flatMap(fieldsOf));
	return [...asked].filter((name) => !Object.hasOwn(json, name));
}

/** Where a message cannot have what it asks for. */
export const ONE_MESSAGE_A_FILE =
	'which the item with the file does not have. With Recipients > From a File one message goes to the whole file; a message with fields of each customer is one request for each: read the file with Extract from File and choose From Input Field.';

/** @param names at least one */
export function explainRowFields(names: readonly string[]): string {
	const asked = names.map((name) => `$json.${name}`).join(', ');
	return `The message asks for ${asked}, ${ONE_MESSAGE_A_FILE}`;
}

function fieldsOf(text: string): string[] {
	if (!text.includes('{{')) return [];
	return [...text.matchAll(FIELD)].map(
		([, name, double, single]) => name ?? double ?? single ?? '',
	);
}

function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(textsOf);
	return isObject(value) ? Object.values(value).flatMap(textsOf) : [];
}
