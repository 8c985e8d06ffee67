import type { INodeExecutionData } from 'n8n-workflow';

import type { ParameterReader } from './parameterReader';

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
	return splitTokens(readPath(item.json, String(reader.value('tokenField', 'pushToken')).trim()));
}

function splitTokens(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(splitTokens);
	if (typeof value === 'number') return [String(value)];
	if (typeof value !== 'string') return [];
	return value
		.split(/[,\s]+/)
		.map((token) => token.trim())
		.filter((token) => token !== '');
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
