/**
 * Reading the JSON of a receipt call: without losing the digits of long numbers (`formId` is a
 * Long, and a `requestId` may come as a number), and without handing on what could harm the
 * workflow behind the trigger.
 */

export type JsonObject = Readonly<Record<string, unknown>>;

/** Members that change an object's prototype when a later step copies them by assignment. */
const HARMFUL_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Levels of a member that this package does not know; n8n's own steps fail on endless ones. */
const DEEPEST_LEVEL = 32;

/** Values of such members in one status. Huawei's own statuses have a dozen in all. */
const MOST_VALUES = 1000;

const NOTHING: ReadonlySet<string> = new Set();

/** A whole number of 16 digits or more that is a value and no name, or looks so within a text. */
const LONG_INTEGER = /(?<=[[,:\t\n\r ])-?[1-9]\d{15,}(?=[\t\n\r ]*[,\]}])/;

/** The same, or the quote that begins a text. */
const QUOTE_OR_LONG_INTEGER = new RegExp(`"|${LONG_INTEGER.source}`, 'g');

/** A push token is a text. One that comes as a number is none, however long: see `readToken`. */
const NAME_OF_TOKEN = '"token"';

/**
 * Parses JSON; whole numbers that a JavaScript number cannot hold become texts of the same digits.
 * Texts stay as they are. Throws SyntaxError like `JSON.parse`, and for the same inputs.
 */
export function parseKeepingDigits(json: string): unknown {
	if (!LONG_INTEGER.test(json)) return JSON.parse(json);
	let text = '';
	let copiedTo = 0;
	let lastString = '';
	const tokens = new RegExp(QUOTE_OR_LONG_INTEGER);
	for (let found = tokens.exec(json); found !== null; found = tokens.exec(json)) {
		const start = found.index;
		if (found[0] === '"') {
			tokens.lastIndex = findEndOfString(json, start);
			lastString = json.slice(start, tokens.lastIndex);
		} else if (!Number.isSafeInteger(Number(found[0])) && lastString !== NAME_OF_TOKEN) {
			text += `${json.slice(copiedTo, start)}"${found[0]}"`;
			copiedTo = tokens.lastIndex;
		}
	}
	return JSON.parse(text + json.slice(copiedTo));
}

/** Position behind the quote that ends the string beginning at `start`, or the end of the text. */
function findEndOfString(json: string, start: number): number {
	for (let quote = json.indexOf('"', start + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
		let backslashes = 0;
		while (json[quote - 1 - backslashes] === '\\') backslashes += 1;
		if (backslashes % 2 === 0) return quote + 1;
	}
	return json.length;
}

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Copies the members that are not known: without names that could harm, without what lies deeper
 * than 32 levels, and at most a thousand values in all.
 */
export function copyUnknown(source: JsonObject, known: ReadonlySet<string>): JsonObject {
	return copyMembers(source, 1, { left: MOST_VALUES }, known);
}

interface Budget {
	left: number;
}

function copyMembers(
	source: JsonObject,
	level: number,
	budget: Budget,
	known: ReadonlySet<string> = NOTHING,
): JsonObject {
	const copy: Record<string, unknown> = {};
	// One by one: a list of all names would itself be the work that the budget is to spare.
	for (const name in source) {
		if (budget.left <= 0) break;
		if (known.has(name) || HARMFUL_NAMES.has(name)) continue;
		const value = copyValue(source[name], level, budget);
		if (value !== undefined) copy[name] = value;
	}
	return copy;
}

function copyValue(value: unknown, level: number, budget: Budget): unknown {
	budget.left -= 1;
	if (typeof value !== 'object' || value === null) return value;
	if (level === DEEPEST_LEVEL) return undefined;
	if (isObject(value)) return copyMembers(value, level + 1, budget);
	const elements: unknown[] = Array.isArray(value) ? value : [];
	const copies: unknown[] = [];
	for (const element of elements) {
		if (budget.left <= 0) break;
		copies.push(copyValue(element, level + 1, budget) ?? null);
	}
	return copies;
}
