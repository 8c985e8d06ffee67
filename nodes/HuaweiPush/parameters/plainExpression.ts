/**
 * Expressions that need no engine: text with blocks such as `{{ $json.name }}` or `{{ $json["order id"] }}`.
 * n8n's engine takes about 0.3 ms for each, and answers nobody meanwhile; this takes nothing. Whatever might
 * come out differently in one of n8n's two engines is left to n8n: here it is `UNSURE` rather than guessed.
 */

/** The value of a plain expression for an item, or `UNSURE`. */
export type PlainExpression = (json: object) => unknown;

/** Ask n8n. */
export const UNSURE = Symbol('unsure');

type Path = readonly string[];

/** `.name`, `?.name`, `["any text"]`, `['any text']`, `[0]`, each also behind `?.`. */
const STEP = String.raw`\s*(?:(?:\?\.|\.)\s*([A-Za-z_$][\w$]*)|(?:\?\.)?\[\s*(?:"([^"\\\r\n]*)"|'([^'\\\r\n]*)'|(\d{1,9}))\s*\])`;
const BLOCK = new RegExp(`^\\s*\\$json((?:${STEP})+)\\s*$`);
const STEPS = new RegExp(STEP, 'g');

/** Names that JavaScript or n8n treat in ways of their own. */
const SPECIAL: ReadonlySet<string> = new Set([
	...Object.getOwnPropertyNames(Object.prototype),
	'prototype',
	'isProxy',
	'toJSON',
	'mainModule',
	'binding',
	'_load',
	'_linkedBinding',
	'getBuiltinModule',
	'then',
]);

/** Longest template that is looked at. Characters. */
const LONGEST = 20_000;

/**
 * @param raw a stored value that begins with `=`
 * @returns `undefined` where only n8n knows what it means
 */
export function compilePlainExpression(raw: string): PlainExpression | undefined {
	const source = raw.slice(1);
	// A backslash escapes braces; n8n refuses this word wherever it stands.
	if (source.length > LONGEST || source.includes('\\') || /\.\s*constructor/.test(source)) {
		return undefined;
	}
	const texts: string[] = [];
	const paths: Path[] = [];
	let end = 0;
	for (let open = source.indexOf('{{'); open >= 0; open = source.indexOf('{{', end)) {
		const close = source.indexOf('}}', open + 2);
		const path = close < 0 ? undefined : readBlock(source.slice(open + 2, close));
		if (path === undefined) return undefined;
		texts.push(source.slice(end, open));
		paths.push(path);
		end = close + 2;
	}
	const [first] = paths;
	if (first === undefined) return undefined;
	const rest = source.slice(end);
	if (paths.length === 1 && texts[0] === '' && rest === '') return (json) => follow(json, first);
	return (json) => {
		let joined = '';
		for (const [index, path] of paths.entries()) {
			const value = follow(json, path);
			if (value === UNSURE) return UNSURE;
			joined += texts[index];
			if (value !== undefined && value !== null) joined += String(value);
		}
		return joined + rest;
	};
}

function readBlock(code: string): Path | undefined {
	const steps = BLOCK.exec(code)?.[1];
	if (steps === undefined) return undefined;
	const path = [...steps.matchAll(STEPS)].map(
		([, name, double, single, index]) => name ?? double ?? single ?? String(Number(index)),
	);
	return path.some((name) => SPECIAL.has(name)) ? undefined : path;
}

/** Text, number, switch or nothing at the end of plain objects and lists; all else is for n8n to tell. */
function follow(json: object, path: Path): unknown {
	let value: unknown = json;
	for (const name of path) {
		// n8n gives `undefined` for what stands on nothing, with and without a question mark.
		if (value === undefined || value === null) return undefined;
		if (!isPlain(value) || (Array.isArray(value) && !/^\d+$/.test(name))) return UNSURE;
		const descriptor = Object.getOwnPropertyDescriptor(value, name);
		// A getter.
		if (descriptor !== undefined && !('value' in descriptor)) return UNSURE;
		value = descriptor?.value;
	}
	return isScalar(value) ? value : UNSURE;
}

function isScalar(value: unknown): boolean {
	if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
	return value === undefined || value === null || ['string', 'boolean'].includes(typeof value);
}

/** A list or an object as JSON has them, of whatever realm. */
function isPlain(value: unknown): value is object {
	if (typeof value !== 'object' || value === null) return false;
	if (Array.isArray(value)) return true;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}
