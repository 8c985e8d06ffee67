/** The members of a key file, found in whatever its content was wrapped in on the way to the form. */

import { IDENTIFIERS, labelledValues } from './identifiers';
import { decodeText, plainText, unescapedText, visibleText } from './pastedText';
import { hasKeyLine, PRIVATE_KEY_MEMBER } from './privateKeyPem';

/** Objects around the key file, as in the copied items of a workflow. */
const DEEPEST_OBJECT = 3;

/** Objects inside objects whose names are looked at to tell what a file is. */
const DEEPEST_NAMES = 6;

/** How many members of an object are looked at to tell what it is. */
const MOST_NAMES = 50;

/** A key file's members, at least so many, make an object inside another one the key file. */
const ENOUGH_MEMBERS = 3;

const FILE_IDENTIFIERS = [IDENTIFIERS.projectId, IDENTIFIERS.keyId, IDENTIFIERS.subAccount];

/** What is needed of a key file, in Huawei's spelling. */
export const MEMBERS = [...FILE_IDENTIFIERS.map(({ member }) => member), PRIVATE_KEY_MEMBER];

/** Characters that Base64 of a key has at least: it is not looked for in less. */
const SHORTEST_BASE64 = 100;

/** Characters of a line of Base64; its last line may have fewer. */
const SHORTEST_LINE = 30;

/** What stands before Base64 in files, chats and addresses. */
const BASE64_LABEL =
	/data:[\w/+.-]{0,60};base64,|private[ _-]?key["'`\s]{0,20}[:=]|(?:```|~~~)(?:json)?/gi;

/** What mail programs put before each line. */
const MAIL_QUOTE = /^[ \t]*>[> \t]*/gm;

/** What was found of a key file, and what was looked at. */
export interface KeyFile {
	/** Every value found of a member; more than one where a text holds several files. */
	values: (member: string) => readonly unknown[];
	/** The innermost text, unescaped and in plain letters; of an object the names of its members. */
	text: () => string;
	/** Whether the innermost text is JSON as it stands, or was handed over parsed. */
	isJson: boolean;
}

/**
 * Looks for a key file in a text: JSON as it is, JSON in a JSON string, Base64 of it, or, where neither
 * can be read, the members by their names.
 *
 * @param text at most `MAXIMUM_PASTED_LENGTH` long
 */
export function readKeyFile(text: string): KeyFile {
	return readLayer(visibleText(text));
}

/** The same for a key file that an expression or a secret store hands over parsed. */
export function readKeyObject(value: object): KeyFile {
	const members = findObject(value, DEEPEST_OBJECT) ?? new Map();
	return {
		text: () => namesIn(value, DEEPEST_NAMES),
		isJson: true,
		values: (member) => (members.has(member) ? [members.get(member)] : []),
	};
}

/** Each layer is shorter than the one around it, Base64 by a quarter, JSON by its quotes and escapes. */
function readLayer(text: string): KeyFile {
	const value = parseJson(text);
	if (typeof value === 'string') return readLayer(visibleText(value));
	const plain = () => unescapedText(text).replace(MAIL_QUOTE, '');
	if (typeof value === 'object' && value !== null) {
		const { values } = readKeyObject(value);
		return {
			text: plain,
			isJson: true,
			values: (member) => values(member).flatMap((found) => digitsOf(found, member, plain)),
		};
	}
	const unescaped = plain();
	const decoded = decodeBase64(unescaped);
	if (decoded !== undefined) return readLayer(decoded);
	return { text: () => unescaped, isJson: false, values: scan(unescaped) };
}

/** A number of the file may be longer than numbers can be: its digits stand in the text. */
function digitsOf(value: unknown, member: string, text: () => string): readonly unknown[] {
	if (typeof value !== 'number') return [value];
	const digits = scan(text())(member).filter((found) => /^\d+$/.test(String(found)));
	return digits.length > 0 ? digits : [value];
}

/** Finds the members by their names, in a text that need not be JSON. */
function scan(unescaped: string): KeyFile['values'] {
	// A terminal breaks lines wherever they reach its edge, names too.
	const joined = unescaped.replace(/[\r\n]/g, '');
	return (member) => {
		if (member === PRIVATE_KEY_MEMBER) return hasKeyLine(unescaped) ? [unescaped] : [];
		return FILE_IDENTIFIERS.filter((known) => known.member === member).flatMap((identifier) => {
			const found = labelledValues(unescaped, identifier);
			return found.length > 0 ? found : labelledValues(joined, identifier);
		});
	};
}

/** The members of an object, or of the one object inside it that holds a key file. */
function findObject(value: unknown, depth: number): Map<string, unknown> | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const own = membersOf(value);
	if (own.size >= ENOUGH_MEMBERS || depth === 0) return own;
	const inner = Object.values(value)
		.map((member: unknown) => findObject(openText(member), depth - 1))
		.filter((members) => members !== undefined && members.size >= ENOUGH_MEMBERS);
	return inner.length === 1 ? inner[0] : own;
}

/** By Huawei's names; a name that differs in case, blanks or signs only is taken for it. */
function membersOf(value: object): Map<string, unknown> {
	const found = new Map<string, unknown>();
	for (const [name, member] of Object.entries(value)) {
		const letters = plainText(name)
			.toLowerCase()
			.replace(/[^a-z]/g, '');
		const known = MEMBERS.find((one) => one.replace('_', '') === letters);
		if (known !== undefined && (name === known || !found.has(known))) found.set(known, member);
	}
	return found;
}

/** The names of an object's members, and of those inside it, as a text would show them. */
function namesIn(value: unknown, depth: number): string {
	if (typeof value !== 'object' || value === null || depth === 0) return '';
	const members = Object.entries(value).slice(0, MOST_NAMES);
	return members.map(([name, inner]) => `"${name}": ${namesIn(inner, depth - 1)}`).join('\n');
}

/** A member that holds a whole key file as text. */
function openText(value: unknown): unknown {
	return typeof value === 'string' && value.trimStart().startsWith('{') ? parseJson(value) : value;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** What a text decodes to, if it holds Base64 of a key file or of a private key. */
function decodeBase64(unescaped: string): string | undefined {
	const letters = findBase64(unescaped);
	if (letters.length < SHORTEST_BASE64) return undefined;
	const decoded = visibleText(decodeText(Buffer.from(letters, 'base64')));
	const plain = unescapedText(decoded);
	const isKey = hasKeyLine(plain) || plain.includes(PRIVATE_KEY_MEMBER);
	return isKey || decodeBase64(plain) !== undefined ? decoded : undefined;
}

/** The long words of a text, and what follows them as the last, shorter line. */
function findBase64(unescaped: string): string {
	const words = unescaped.replace(BASE64_LABEL, ' ').split(/[\s"'`,;>]+/);
	const isBase64 = words.map((word) => /^[\w+/-]+={0,2}$/.test(word));
	const isLine = words.map((word, at) => isBase64[at] === true && word.length >= SHORTEST_LINE);
	return words
		.filter((_, at) => isLine[at] === true || (isBase64[at] === true && isLine[at - 1] === true))
		.join('');
}
