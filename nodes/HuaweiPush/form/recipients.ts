/** Whom a message goes to: the push tokens of each item. */

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { memberOf, textOf } from '../../../push-kit/json';
import type { Fault } from '../../../push-kit/message/faults';
import { readPath } from '../../../push-kit/path';
import { bareName } from '../../../push-kit/recipients/columns';
import { readTokenList, readTokensInSteps } from '../../../push-kit/recipients/tokenList';
import type { Steps } from '../../../push-kit/steps';
import { hasExpression, type ParameterReader } from '../parameters/parameterReader';
import { isN8nExpression, readTemplate } from '../parameters/template';
import { BINARY_FIELD, FILE_COLUMN, PUSH_TOKENS, TOKEN_FIELD } from './recipientFields';

/** Whether the push tokens stand in files of the items. */
export function readsFiles(reader: ParameterReader): boolean {
	return reader.rawValue('recipients') === 'file';
}

/** Where the present item's file is. */
export interface FileSource {
	/** Name of the binary property. */
	readonly field: string;
	/** Column of a CSV or path within NDJSON; blank for one token a line. */
	readonly column: string;
}

export function readFileSource(reader: ParameterReader): { source?: FileSource; fault?: Fault } {
	const read = (path: string) => reader.resolve(path, { kind: 'plain' });
	const field = read(BINARY_FIELD);
	const column = read(FILE_COLUMN);
	if (field.problem !== undefined) return refuse(BINARY_FIELD, 'Input Binary Field', field.problem);
	if (column.problem !== undefined) return refuse(FILE_COLUMN, 'Column', column.problem);
	const name = textOf(field.value ?? '').trim();
	if (name === '')
		return refuse(
			BINARY_FIELD,
			'Input Binary Field',
			'is empty. Enter the name of the field with the file, usually data.',
		);
	const isMissing = column.value === undefined || column.value === null;
	if (isMissing && hasExpression(reader.rawValue(FILE_COLUMN))) {
		return refuse(FILE_COLUMN, 'Column', NO_COLUMN);
	}
	return { source: { field: name, column: textOf(column.value ?? '').trim() } };
}

/** Taken for empty, everything that stands on a line would be a push token. */
const NO_COLUMN =
	'is filled in, but gives nothing for this item. Correct its expression; for a file with one push token on each line let it give an empty text, or empty the field.';

/** The push tokens of an item, or why nobody can tell. */
export interface ItemTokens {
	readonly tokens: readonly string[];
	readonly fault?: Fault;
}

/**
 * The push tokens of one item, in order. *From Input Field* reads a path of the item, without the expression
 * engine; *Defined Below* takes a list in any form. Those of a file are read elsewhere.
 */
export function* readTokens(reader: ParameterReader, item: INodeExecutionData): Steps<ItemTokens> {
	if (readsFiles(reader)) return { tokens: [] };
	if (reader.rawValue('recipients') === 'defined') {
		const { value, problem } = reader.resolve(PUSH_TOKENS, { kind: 'plain' });
		if (problem !== undefined) return refuse(PUSH_TOKENS, 'Push Tokens', problem);
		const named = fieldNamedIn(reader.rawValue(PUSH_TOKENS), item);
		return { tokens: yield* readTokensInSteps(named ?? value) };
	}
	const field = reader.value(TOKEN_FIELD);
	if (typeof field !== 'string') return { tokens: yield* readTokensInSteps(field) };
	const isExpression = hasExpression(reader.rawValue(TOKEN_FIELD));
	const { path, problem } = isExpression ? { path: field } : readTypedPath(field);
	if (problem !== undefined) return refuse(TOKEN_FIELD, 'Token Field', problem);
	const found = readPath(item.json, path.trim());
	// In expression mode the field's value is the token itself, not the name of a field.
	const value = found === undefined && isExpression ? field : found;
	return { tokens: yield* readTokensInSteps(value) };
}

function refuse(path: string, field: string, problem: string): ItemTokens {
	return { tokens: [], fault: { path, field, message: `${field} ${problem}` } };
}

/** Of `{{pushToken}}` alone, as it is stored: nobody's token is the name of a field. */
function fieldNamedIn(stored: unknown, { json }: INodeExecutionData): unknown {
	if (typeof stored !== 'string' || hasExpression(stored)) return undefined;
	const [piece, ...more] = readTemplate(stored.trim());
	return piece?.kind === 'merge' && more.length === 0 ? memberOf(json, piece.name) : undefined;
}

/** The path that was typed: also as `{{ $json.path }}` left in Fixed mode, as `$json.path` or `{{path}}`. */
function readTypedPath(typed: string): { path: string; problem?: string } {
	const field = typed.trim();
	const [piece, ...more] = readTemplate(field);
	if (piece !== undefined && more.length === 0) {
		if (piece.kind === 'path') return { path: piece.path };
		if (piece.kind === 'merge') return { path: piece.name };
		if (piece.kind === 'braces' && !isN8nExpression(piece)) {
			return { path: piece.source.slice(2).replace('}}', '').trim() };
		}
	}
	if (/\{\{|\$\(|\$input\b/.test(field)) {
		return {
			path: field,
			problem: `holds ${field.slice(0, 100)}, which n8n evaluates in Expression mode only. Switch the field to Expression (above the field, beside Fixed), or drag the field with the push token from the input.`,
		};
	}
	return { path: field.replace(/^\$(?:json)?(?=[.[])\.?/, '') };
}

/** What no item has a token tells about Token Field. */
export interface TokenFieldMiss {
	/** The field as it was entered. */
	readonly field: string;
	/** Another field that is the same but for its spelling, and holds text or a list. */
	readonly meant?: string;
	/** Whether the field is there, but holds objects. */
	readonly holdsObjects: boolean;
	/** The fields that there are, in order of appearance. */
	readonly others: readonly string[];
}

/** Fields that are looked at: what a miss is about shows in the first items. */
const ITEMS_LOOKED_AT = 1000;

/**
 * Why *From Input Field* found nothing in any item.
 *
 * @returns `undefined` where tokens are not read from a field, or there are no items
 */
export function explainTokenFieldMiss(
	reader: ParameterReader,
	items: readonly INodeExecutionData[],
): TokenFieldMiss | undefined {
	const stored = reader.rawValue(TOKEN_FIELD);
	if (reader.rawValue('recipients') === 'defined' || items.length === 0) return undefined;
	if (typeof stored !== 'string' || hasExpression(stored)) return undefined;
	const field = readTypedPath(stored).path;
	const seen = items.slice(0, ITEMS_LOOKED_AT).map(({ json }) => json);
	const others = [...new Set(seen.flatMap((json) => Object.keys(json)))];
	const holdsObjects = seen.some((json) => holdsObject(readPath(json, field)));
	const isThere = seen.some((json) => readPath(json, field) !== undefined);
	const meant = isThere ? undefined : others.find((name) => isMeant(name, field, seen));
	return { field, holdsObjects, others, ...(meant !== undefined && { meant }) };
}

function holdsObject(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(holdsObject);
	return typeof value === 'object' && value !== null;
}

/** Whether two names differ by case, width, blanks, `_`, `-` or invisible characters only. */
function isMeant(name: string, field: string, items: readonly IDataObject[]): boolean {
	if (bareName(name) !== bareName(field)) return false;
	return items.some((json) => readTokenList(json[name]).length > 0);
}
