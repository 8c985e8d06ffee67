/** What a form's field becomes in the message: its rule's type decides, for every field of every action. */

import { isObject, textOf } from '../../../push-kit/json';
import type { Rule } from '../../../push-kit/message/rule';
import { trimInvisible } from '../../../push-kit/visibleText';
import { checkDepth, parseJsonText } from './jsonText';

/** A member's value; `undefined` leaves it out. `problem` ends a sentence that begins with the field's name. */
export interface Member {
	readonly value?: unknown;
	readonly problem?: string;
}

type Kind = 'prose' | 'data' | 'word' | 'number' | 'flag' | 'lines' | 'words' | 'rich' | 'json';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Turns what n8n gives into what the rule takes; what it cannot turn stays, for the rule to name it. */
export function readMember(rule: Rule, given: unknown): Member {
	if (given === undefined || given === null) return {};
	const { problem } = checkDepth(given);
	return problem === undefined ? READERS[kindOf(rule)](given) : { problem };
}

/** How the values of a rule are read and shown. */
export function kindOf({ type, reads, choices, items }: Rule): Kind {
	if (type === 'boolean') return 'flag';
	if (type === 'object') return 'json';
	if (type === 'array') {
		if (items?.properties?.text !== undefined) return 'rich';
		return items?.reads === 'prose' ? 'lines' : 'words';
	}
	const isNumber =
		type === 'integer' || type === 'number' || typeof choices?.[0]?.value === 'number';
	if (isNumber) return 'number';
	return reads ?? 'word';
}

const READERS: Readonly<Record<Kind, (given: unknown) => Member>> = {
	prose: (given) => {
		const { value, problem } = readText(given);
		// Blanks alone are no text for anybody.
		return typeof value === 'string' && trimInvisible(value) === '' ? {} : { value, problem };
	},
	data: (given) => {
		const value = typeof given === 'object' ? JSON.stringify(given) : textOf(given);
		return value.trim() === '' ? {} : { value };
	},
	word: (given) => {
		const { value, problem } = readText(given);
		const word = typeof value === 'string' ? trimInvisible(value) : value;
		return word === '' ? {} : { value: word, problem };
	},
	number: (given) => {
		if (typeof given === 'bigint') return READERS.number(String(given));
		if (typeof given !== 'string') return { value: given };
		const text = trimInvisible(given);
		if (text === '') return {};
		return { value: NUMBER.test(text) ? Number(text) : given };
	},
	flag: (given) => {
		if (typeof given !== 'string') return { value: given };
		const word = trimInvisible(given).toLowerCase();
		if (word === '') return {};
		return { value: word === 'true' ? true : word === 'false' ? false : given };
	},
	lines: (given) => readList(given, /\r?\n/, (line) => line),
	words: (given) => readList(parsedList(given), /[,，、;；\r\n]+/, trimInvisible),
	// One text, or a list of pieces by expression.
	rich: (given) => {
		if (Array.isArray(given)) return { value: given };
		const { value, problem } = READERS.prose(given);
		return { value: value === undefined ? undefined : [{ text: value }], problem };
	},
	json: (given) => {
		if (typeof given !== 'string') return { value: given };
		if (given.trim() === '') return {};
		return parseJsonText(given);
	},
};

const NO_OBJECT =
	'is given an object or a list by its expression, but takes a text. Choose a single field of the item, such as {{ $json.name }}.';

function readText(given: unknown): Member {
	if (typeof given !== 'object' || given === null) return { value: asText(given) };
	const date = readDate(given);
	return date === undefined ? { problem: NO_OBJECT } : { value: date };
}

/** Nothing is no text, and neither is what JavaScript makes of a number that is none. */
function asText(given: unknown): string {
	return given === undefined || given === null || Number.isNaN(given) ? '' : textOf(given);
}

/** n8n's `$now` and JavaScript's dates, as n8n writes them into a longer text. */
function readDate(given: object): string | undefined {
	if (given instanceof Date) return Number.isNaN(given.getTime()) ? '' : given.toISOString();
	if (!('toISO' in given) || typeof given.toISO !== 'function') return undefined;
	const text: unknown = given.toISO();
	return typeof text === 'string' ? text : undefined;
}

function readList(given: unknown, separator: RegExp, tidy: (entry: string) => string): Member {
	if (isObject(given)) return { value: given };
	if (Array.isArray(given) && given.some((entry) => readText(entry).problem !== undefined)) {
		return { problem: NO_OBJECT_IN_LIST };
	}
	const entries = Array.isArray(given)
		? given.map((entry) => String(readText(entry).value))
		: textOf(given).split(separator);
	const filled = entries.map(tidy).filter((entry) => entry.trim() !== '');
	return filled.length === 0 ? {} : { value: filled };
}

const NO_OBJECT_IN_LIST =
	'is given a list with objects or lists in it, but takes a list of texts. Choose a single field of each, for example with {{ $json.rows.map((row) => row.name) }}.';

/** A list of words that a database or a model wrote as JSON text. */
function parsedList(given: unknown): unknown {
	if (typeof given !== 'string' || !/^\s*\[/.test(given)) return given;
	const { value } = parseJsonText(given);
	return Array.isArray(value) ? value : given;
}
