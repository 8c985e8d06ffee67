/** What a form's field becomes in the message: its rule's type decides, for every field of every action. */

import { isObject } from '../../../push-kit/json';
import type { Rule } from '../../../push-kit/message/rule';
import { parseJsonText } from './jsonText';

/** A member's value; `undefined` leaves it out. `problem` ends a sentence that begins with the field's name. */
export interface Member {
	readonly value?: unknown;
	readonly problem?: string;
}

type Kind = 'prose' | 'data' | 'word' | 'number' | 'flag' | 'lines' | 'words' | 'rich' | 'json';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Turns what n8n gives into what the rule takes; what it cannot turn stays, for the rule to name it. */
export function readMember(rule: Rule, given: unknown): Member {
	if (given === undefined || given === null) return {};
	return READERS[kindOf(rule)](given);
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
		return typeof value === 'string' && value.trim() === '' ? {} : { value, problem };
	},
	data: (given) => {
		const value = typeof given === 'object' ? JSON.stringify(given) : String(given);
		return value.trim() === '' ? {} : { value };
	},
	word: (given) => {
		const { value, problem } = readText(given);
		const word = typeof value === 'string' ? value.trim() : value;
		return word === '' ? {} : { value: word, problem };
	},
	number: (given) => {
		if (typeof given !== 'string') return { value: given };
		const text = given.trim();
		if (text === '') return {};
		return { value: NUMBER.test(text) ? Number(text) : given };
	},
	flag: (given) => {
		if (typeof given !== 'string') return { value: given };
		const word = given.trim().toLowerCase();
		if (word === '') return {};
		return { value: word === 'true' ? true : word === 'false' ? false : given };
	},
	lines: (given) => readList(given, /\r?\n/, (line) => line),
	words: (given) => readList(given, /[,，、;；\r\n]+/, (word) => word.trim()),
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

function readText(given: unknown): Member {
	if (typeof given !== 'object') return { value: String(given) };
	return {
		problem:
			'is given an object or a list by its expression, but takes a text. Choose a single field of the item, such as {{ $json.name }}.',
	};
}

function readList(given: unknown, separator: RegExp, tidy: (entry: string) => string): Member {
	if (isObject(given)) return { value: given };
	const entries = Array.isArray(given) ? given.map(String) : String(given).split(separator);
	const filled = entries.map(tidy).filter((entry) => entry.trim() !== '');
	return filled.length === 0 ? {} : { value: filled };
}
