/**
 * What must hold of everything that reads what others wrote, whatever it is given: it throws no errors but
 * its own, it comes to an end, its words are short and hold no secret, and no prototype is changed.
 */
import { createContext, Script } from 'node:vm';

/** Milliseconds that one case may take, 200 kB of it and a busy machine included. */
const LONGEST_CASE = 1_000;

/** Characters of an error that an operator reads. A longer one quotes what it was given. */
const LONGEST_MESSAGE = 1_500;

// A `new` of any class of errors.
type ErrorClass = abstract new (...args: never[]) => Error;

export interface Expected {
	/** The module's own errors. */
	errors?: readonly ErrorClass[];
	/** What no word of an error may hold. */
	secrets?: readonly string[];
}

/** A case that did not end in time. */
export class EndlessError extends Error {}

const context = createContext({ run: undefined });
const script = new Script('run()');

/** Of what is thrown by the watch over the time, and by nothing else. */
const TIMED_OUT = 'ERR_SCRIPT_EXECUTION_TIMEOUT';

const PROTOTYPES = [Object, Array, Function, String, Number, Map, Set, Promise].map(
	({ prototype }) => ({ prototype, keys: Reflect.ownKeys(prototype) }),
);

/**
 * Runs one case and holds it to the laws.
 *
 * @returns what it gave, or `undefined` where it threw an error of its own
 * @throws if a law is broken
 */
export function holdToLaws<T extends object | string | number | boolean | undefined>(
	call: () => T,
	{ errors = [], secrets = [] }: Expected = {},
): T | undefined {
	let value: T | undefined;
	try {
		value = runInTime(call);
	} catch (error) {
		if (!(error instanceof Error) || !errors.some((known) => error instanceof known)) throw error;
		refuseSecrets(wordsOf(error), secrets);
		if (error.message.length > LONGEST_MESSAGE) {
			throw new Error(`An error has ${error.message.length} characters: it quotes its input`);
		}
	}
	refusePollution();
	refuseOddPrototypes(value);
	return value;
}

/** Cuts off what does not end. A case is given a second try: the machine may have been busy elsewhere. */
function runInTime<T>(call: () => T): T {
	try {
		return runOnce(call);
	} catch (error) {
		if (!isTimeout(error)) throw error;
		try {
			return runOnce(call);
		} catch (again) {
			if (isTimeout(again)) throw new EndlessError(`Did not end within ${LONGEST_CASE} ms, twice`);
			throw again;
		}
	}
}

function runOnce<T>(call: () => T): T {
	let value: { of: T } | undefined;
	context.run = () => {
		value = { of: call() };
	};
	// Unlike a timer this also ends a loop and a regular expression that goes astray.
	script.runInContext(context, { timeout: LONGEST_CASE });
	if (value === undefined) throw new Error('The case was not run');
	return value.of;
}

function isTimeout(error: unknown): boolean {
	return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === TIMED_OUT;
}

/** An error's message and whatever else it carries. */
function wordsOf(error: Error): string {
	return [error.message, ...Object.values(error).map((value) => JSON.stringify(value))].join('\n');
}

/** @throws if a secret stands in the text; the text itself is not repeated */
export function refuseSecrets(text: string, secrets: readonly string[]): void {
	if (secrets.some((secret) => text.includes(secret))) {
		throw new Error('A secret stands in a text that an operator reads');
	}
	if (/eyJ[\w-]{10,}\.[\w-]{10,}/.test(text)) throw new Error('A JWT stands in a text');
}

/** Pieces of a secret, each of which is one itself: half a key is too much. */
export function piecesOf(secret: string, length = 24): string[] {
	const whole = secret.replace(/\s/g, '');
	const starts = Array.from({ length: Math.floor(whole.length / 12) }, (_, index) => index * 12);
	return starts
		.map((start) => whole.slice(start, start + length))
		.filter((piece) => piece.length === length);
}

function refusePollution(): void {
	for (const { prototype, keys } of PROTOTYPES) {
		const added = Reflect.ownKeys(prototype).filter((key) => !keys.includes(key));
		if (added.length === 0) continue;
		for (const key of added) Reflect.deleteProperty(prototype, key);
		throw new Error(`A prototype was given ${added.map(String).join(', ')}`);
	}
}

/**
 * A member called `__proto__` becomes the prototype of whatever the object is copied into. Without
 * recursion, which the depth of a case would break.
 */
function refuseOddPrototypes(root: unknown): void {
	const open = [root];
	const seen = new Set<unknown>();
	while (open.length > 0) {
		const value = open.pop();
		if (typeof value !== 'object' || value === null || seen.has(value)) continue;
		seen.add(value);
		if (Object.hasOwn(value, '__proto__')) throw new Error('A result has a member "__proto__"');
		for (const member of Object.values(value)) open.push(member);
	}
}
