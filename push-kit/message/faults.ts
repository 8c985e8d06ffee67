/** Broken rules in the operator's words: which field, as the form shows it, what is wrong, what is allowed. */

import { labelOf, type Rule } from './rule';

/** One broken rule of a message. */
export interface Fault {
	/** Where in the request, for example `notification.badge.addNum`. */
	path: string;
	/** The field as the form shows it, for example `Badge > Add Number`. */
	field: string;
	/** A sentence with what is wrong and what is allowed. */
	message: string;
}

/** What a compiled validator reports, see `scripts/build/compactCode.ts`. */
export interface SchemaError {
	instancePath: string;
	/** Leads to the keyword of the schema that is broken: limits and choices stand there. */
	schemaPath: string;
	keyword: string;
	/** With `required`. */
	missingProperty?: string;
}

/** Wrappers that only say that something inside them failed; the inside says what. */
const SILENT_KEYWORDS = new Set(['if', 'allOf']);

/** Wrappers that say it better than their branches: "one of the two is needed". */
const SPEAKING_KEYWORDS = new Set(['anyOf', 'contains']);

const TYPE_WORDS: Readonly<Record<string, string>> = {
	object: 'an object such as {"key": "value"}',
	array: 'a list such as ["a", "b"]',
	string: 'text',
	integer: 'a whole number',
	number: 'a number',
	boolean: 'true or false',
};

/** `allowed`: the value of the broken keyword. */
type Phrase = (field: string, allowed: unknown) => string;

const PHRASES: Readonly<Record<string, Phrase>> = {
	type: (field, type) => `${field} must be ${TYPE_WORDS[String(type)] ?? String(type)}.`,
	minimum: (field, limit) => `${field} must be at least ${String(limit)}.`,
	maximum: (field, limit) => `${field} must be at most ${String(limit)}.`,
	minLength: (field, limit) => `${field} must have at least ${String(limit)} characters.`,
	maxLength: (field, limit) => `${field} must have at most ${String(limit)} characters.`,
	minItems: (field, limit) => `${field} must have at least ${String(limit)} entries.`,
	maxItems: (field, limit) => `${field} must have at most ${String(limit)} entries.`,
	maxProperties: (field, limit) => `${field} must have at most ${String(limit)} entries.`,
	required: (field) => `${field} is missing.`,
	enum: (field, values) =>
		`${field} must be one of ${Array.isArray(values) ? values.join(', ') : String(values)}.`,
	const: (field, value) => `${field} must be ${String(value)}.`,
};

/**
 * Turns a validator's errors into faults, each said once.
 *
 * @param schema the schema that the validator was compiled from
 */
export function explainErrors(schema: Rule, errors: readonly SchemaError[]): Fault[] {
	const faults = errors
		.filter((error) => isWorthTelling(error, errors))
		.map((error) => explainError(schema, error));
	const seen = new Set<string>();
	return faults.filter(({ message }) => !seen.has(message) && seen.add(message));
}

/** Whether no other error says the same better. */
function isWorthTelling(error: SchemaError, errors: readonly SchemaError[]): boolean {
	if (SILENT_KEYWORDS.has(error.keyword)) return false;
	return !errors.some(
		(other) =>
			(SPEAKING_KEYWORDS.has(other.keyword) &&
				error.schemaPath.startsWith(`${other.schemaPath}/`)) ||
			(other.keyword === 'type' &&
				error.keyword !== 'type' &&
				error.instancePath === other.instancePath),
	);
}

function explainError(schema: Rule, error: SchemaError): Fault {
	const segments = error.instancePath.split('/').slice(1).map(unescapePointer);
	if (error.keyword === 'required') segments.push(String(error.missingProperty));
	const field = fieldName(schema, segments);
	const { sentence, allowed } = findRule(schema, error);
	const phrase = PHRASES[error.keyword];
	return {
		path: segments.join('.'),
		field,
		message:
			sentence?.replace(/\{field\}/g, () => field) ??
			phrase?.(field, allowed) ??
			`${field} is not allowed here.`,
	};
}

/** The titles along a path of the message: `Badge > Add Number`, entries of a list counted from 1. */
function fieldName(schema: Rule, segments: readonly string[]): string {
	const names: string[] = [];
	let here: Rule | undefined = schema;
	for (const [index, segment] of segments.entries()) {
		const isEntry: boolean = here?.type === 'array';
		const isOnly = here?.maxItems === 1;
		here = isEntry ? here?.items : findProperty(here, segment);
		const title = here?.title === undefined ? segment : labelOf(here);
		// A struct whose members are shown without it is named by Huawei's word where it is meant itself.
		const isLast = index === segments.length - 1;
		if (here?.standsAlone === true) names.pop();
		if (isEntry)
			names.push(
				isOnly ? (names.pop() ?? 'Entry') : `${names.pop() ?? 'Entry'} ${Number(segment) + 1}`,
			);
		else if (title !== '' || isLast) names.push(title === '' ? segment : title);
	}
	return names.length === 0 ? (schema.title ?? 'Payload') : names.join(' > ');
}

function findProperty(schema: Rule | undefined, name: string): Rule | undefined {
	if (schema === undefined) return undefined;
	const own = schema.properties?.[name];
	if (own !== undefined) return own;
	for (const part of schema.allOf ?? []) {
		const found = findProperty(part, name) ?? findProperty(part.then, name);
		if (found?.title !== undefined) return found;
	}
	return undefined;
}

/** Keywords that lead from a whole to something inside it. */
const DESCENTS = new Set(['properties', 'items', 'additionalProperties']);

/**
 * The innermost `sentence` on the way to the broken rule, and what the rule allows. A sentence that stands on an
 * object or a list speaks of that whole, so it does not cover a rule about something inside it.
 */
function findRule(
	schema: Rule,
	{ schemaPath, keyword }: SchemaError,
): { sentence: string | undefined; allowed: unknown } {
	let sentence = sentenceOf(schema, keyword);
	let here: unknown = schema;
	for (const segment of schemaPath
		.replace(/^.*?#\/?/, '')
		.split('/')
		.map(unescapePointer)) {
		if (typeof here !== 'object' || here === null) break;
		here = new Map<string, unknown>(Object.entries(here)).get(segment);
		if (DESCENTS.has(segment)) sentence = undefined;
		sentence = sentenceOf(here, keyword) ?? sentence;
	}
	return { sentence, allowed: here };
}

function sentenceOf(schema: unknown, keyword: string): string | undefined {
	if (typeof schema !== 'object' || schema === null || !('sentence' in schema)) return undefined;
	const { sentence } = schema;
	if (typeof sentence === 'string') return keyword === 'type' ? undefined : sentence;
	if (typeof sentence !== 'object' || sentence === null) return undefined;
	const own = new Map<string, unknown>(Object.entries(sentence)).get(keyword);
	return typeof own === 'string' ? own : undefined;
}

function unescapePointer(segment: string): string {
	return decodeURIComponent(segment).replace(/~1/g, '/').replace(/~0/g, '~');
}
