import { Refusal } from './fields';

/**
 * Levels of arrays and objects that are read. No documented body has ten; a value some thousands
 * deep can be parsed but not be written again, which ends whoever tries.
 */
export const MAX_DEPTH = 200;
/** Values that are read: a thousand times what a whole message holds. More only take time. */
const MAX_VALUES = 1_000_000;
/** What a parsed value takes in memory beside its text, measured with Node 20. Bytes. */
const VALUE_OVERHEAD = 40;

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPENING = [91, 123];
const CLOSING = [93, 125];

function isEscaped(text: string, index: number): boolean {
	let first = index;
	while (text.charCodeAt(first - 1) === BACKSLASH) first--;
	return (index - first) % 2 === 1;
}

/** Index of the quote that ends the string opened at `start`; the end of the text if none does. */
function findStringEnd(text: string, start: number): number {
	let end = text.indexOf('"', start + 1);
	while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
	return end === -1 ? text.length : end;
}

/**
 * How deep a JSON text nests, how many values it holds, and about how many bytes it takes once
 * parsed. Parses nothing, and takes any text.
 */
export function measureJson(text: string): { depth: number; values: number; weight: number } {
	let depth = 0;
	let deepest = 0;
	let values = 1;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === QUOTE) index = findStringEnd(text, index);
		else if (code === COMMA) values++;
		else if (OPENING.includes(code)) {
			values++;
			depth++;
			deepest = Math.max(deepest, depth);
		} else if (CLOSING.includes(code)) depth--;
	}
	return { depth: deepest, values, weight: text.length + values * VALUE_OVERHEAD };
}

/**
 * Parses JSON that anybody may have written.
 *
 * @throws Refusal when it is no JSON, nests deeper than {@link MAX_DEPTH} or holds too many values
 */
export function parseJson(text: string): unknown {
	const { depth, values } = measureJson(text);
	if (depth > MAX_DEPTH) {
		throw new Refusal('80100001', `The body must not nest deeper than ${MAX_DEPTH} levels.`);
	}
	if (values > MAX_VALUES) {
		throw new Refusal('80100001', `The body must not hold more than ${MAX_VALUES} values.`);
	}
	try {
		return JSON.parse(text);
	} catch {
		throw new Refusal('80100001', 'The body must be JSON.');
	}
}
