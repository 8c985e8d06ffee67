import type { INodeExecutionData } from 'n8n-workflow';

import { hasExpression, type ParameterReader } from './parameterReader';

/**
 * The push tokens of one item, in order, blanks removed.
 *
 * *From Input Field* reads a path of the item, without the expression engine; *Defined Below* takes one
 * token, a list separated by commas or lines, or an array by expression.
 */
export function readTokens(reader: ParameterReader, item: INodeExecutionData): string[] {
	if (reader.value('recipients', 'inputField') === 'defined') {
		return splitTokens(reader.value('pushTokens', ''));
	}
	const field = reader.value('tokenField', 'pushToken');
	if (typeof field !== 'string') return splitTokens(field);
	// Typed by those who know n8n's expressions.
	const path = field.trim().replace(/^\$json\./, '');
	const found = readPath(item.json, path);
	// In expression mode the field's value is the token itself, not the name of a field.
	const isExpression = hasExpression(reader.rawValue('tokenField'));
	return splitTokens(found === undefined && isExpression ? field : found);
}

/** The push tokens of a value as people and databases write them: a list, or text with one or several. */
export function splitTokens(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(splitTokens);
	// A greater number has lost digits on its way: it is no token any more.
	if (typeof value === 'number') return Number.isSafeInteger(value) ? [String(value)] : [];
	if (typeof value !== 'string') return [];
	const list = parseList(value);
	if (list !== undefined) return splitTokens(list);
	return value
		.split(/[,;\s]+/)
		.map((token) => token.trim())
		.filter((token) => token !== '');
}

/** A list or a text that a database or a spreadsheet keeps as JSON. */
function parseList(text: string): unknown {
	if (!/^\s*(\[.*\]|".*")\s*$/s.test(text)) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Reads `customer.devices[0].token`; a field whose whole name is the path wins. */
export function readPath(json: object, path: string): unknown {
	const whole = member(json, path);
	if (whole !== undefined) return whole;
	let value: unknown = json;
	for (const [, dotted, index, quoted] of path.matchAll(
		/([^.[\]]+)|\[(\d+)\]|\[["']([^"']*)["']\]/g,
	)) {
		value = member(value, dotted ?? index ?? quoted ?? '');
	}
	return value;
}

function member(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
	return Reflect.get(value, name);
}
