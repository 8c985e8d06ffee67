/**
 * Makes ajv's standalone code shorter without changing what it finds. For every rule ajv writes out how an error
 * is kept and counted, and repeats the rule's limits, which stand in the rule itself: so that who reviews the
 * package reads rules and not bookkeeping, functions do the one, and `faults.ts` looks the other up.
 */

/** What the shortened code calls; the last step of an error's path is always the keyword. */
const HELPERS = `
function note(errors, instancePath, schemaPath, missingProperty) {
	const keyword = schemaPath.slice(schemaPath.lastIndexOf("/") + 1);
	return keep(errors, { instancePath, schemaPath, keyword, missingProperty });
}
function keep(errors, error) {
	if (errors === null) return [error];
	errors.push(error);
	return errors;
}
function cut(errors, length) {
	if (errors === null || length === 0) return null;
	errors.length = length;
	return errors;
}
function count(errors) {
	return errors === null ? 0 : errors.length;
}
function isObject(value) {
	return value && typeof value == "object" && !Array.isArray(value);
}
function isWhole(value) {
	return typeof value == "number" && Number.isInteger(value);
}
`;

const KEPT = String.raw`if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;`;
const ERROR = new RegExp(
	String.raw`const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:("[^"]*"),keyword:"(\w+)",params:(.*?)\};${KEPT}`,
	'g',
);
/** Of a condition: it only counts. */
const SILENT_ERROR = new RegExp(String.raw`const (err\d+) = \{\};${KEPT}`, 'g');
const FORGOTTEN =
	/errors = (_errs\d+);if\(vErrors !== null\)\{if\(\1\)\{vErrors\.length = \1;\}else \{vErrors = null;\}\}/g;
const OBJECT = /(data\d*) && typeof \1 == "object" && !Array\.isArray\(\1\)/g;
const WHOLE =
	/\(\(typeof (data\d*) == "number"\) && \(!\(\1 % 1\) && !isNaN\(\1\)\)\) && \(isFinite\(\1\)\)/g;
const SCHEMA = /const schema\d+ = \{.*?\};(?=const |function )/g;
/** What must be gone: errors that are kept or counted in another way, and schemas that are still asked. */
const LEFT = /vErrors\.(?:push|length)|\berr\d+\b|\bschema\d+\b|(?<![.\w(])errors(?:\+\+| =)/;

/**
 * @param code of `ajv/dist/standalone`
 * @throws {Error} if it is not built as this version of ajv builds it
 */
export function compactCode(code: string): string {
	const short = code
		.replace(SCHEMA, '')
		.replace(ERROR, (_, _name, path = 'instancePath', place: string, keyword: string, params) => {
			if (!place.endsWith(`/${keyword}"`)) throw unexpected(`${place} of ${keyword}`);
			const missing = keyword === 'required' ? `, ${readMissing(params)}` : '';
			return `vErrors = note(vErrors, ${path}, ${place}${missing});`;
		})
		.replace(SILENT_ERROR, 'vErrors = keep(vErrors, {});')
		.replace(FORGOTTEN, 'vErrors = cut(vErrors, $1);')
		.replace(OBJECT, 'isObject($1)')
		.replace(WHOLE, 'isWhole($1)')
		.replaceAll('let errors = 0;', '')
		.replace(/(_errs\d+) = errors;/g, '$1 = count(vErrors);')
		.replace(/(_errs\d+) === errors;/g, '$1 === count(vErrors);')
		.replaceAll('return errors === 0;', 'return vErrors === null;');
	const [left] = LEFT.exec(short) ?? [];
	if (left !== undefined) throw unexpected(left);
	return `${HELPERS}${short}`.replace(/^([^]*)"use strict";/, '"use strict";$1');
}

function readMissing(params: string): string {
	const [, name] = /^\{missingProperty: ?("[^"]*"|missing\d+)\}$/.exec(params) ?? [];
	if (name === undefined) throw unexpected(params);
	return name;
}

function unexpected(what: string): Error {
	return new Error(`ajv built its code in another way than this version does: ${what}`);
}
