/** The IDs beside the private key, mended from what stood around them where they were copied. */

import { CONSOLE_PLACES } from '../catalog/consoleSteps';
import { isTooLong, trimSigns, unescapedText } from './pastedText';
import { ServiceAccountError, type ServiceAccountErrorKind } from './serviceAccountError';

/** One ID that an operator enters, by itself or inside the key file. */
export interface Identifier {
	/** In Huawei's spelling. */
	member: string;
	/** As the credential's form calls it. */
	label: string;
	/** Every way in which files, consoles and people write its name, as a pattern. */
	names: string;
	/** Where to copy it from. */
	source: string;
	/** What it may consist of. */
	alphabet: RegExp;
	/** The same in words. */
	letters: string;
}

/** Part of a URL. UNCERTAIN: all that Huawei shows are numbers, no page says that they must be. */
const URL_PART = { alphabet: /^[A-Za-z0-9_-]{1,64}$/, letters: 'letters and digits, 64 at most' };

/** Part of the JWT. UNCERTAIN: no page names the alphabet; what surrounds IDs in files is not in it. */
const JWT_PART = {
	alphabet: /^(?!.*["'`,;\\{}])[!-~]{1,256}$/,
	letters: 'letters, digits and signs, 256 at most, without blanks and quotes',
};

const KEY_FILE = 'the downloaded key file';

export const IDENTIFIERS = {
	projectId: {
		member: 'project_id',
		label: 'Project ID',
		names: 'project[ _-]?id',
		source: `the value of "project_id" in ${KEY_FILE}, or ${CONSOLE_PLACES.projectSettings}`,
		...URL_PART,
	},
	keyId: {
		member: 'key_id',
		label: 'Key ID',
		names: 'key[ _-]?id',
		source: `the value of "key_id" in ${KEY_FILE}`,
		...JWT_PART,
	},
	subAccount: {
		member: 'sub_account',
		label: 'Sub-Account',
		names: 'sub[ _-]?account(?:[ _-]?id)?',
		source: `the value of "sub_account" in ${KEY_FILE}`,
		...JWT_PART,
	},
	clientId: {
		member: 'client_id',
		label: 'Client ID',
		names: '(?:oauth 2\\.0 )?client[ _-]?id(?: ?\\([^()]{0,30}\\))?',
		source: CONSOLE_PLACES.appInformation,
		...URL_PART,
	},
} as const satisfies Readonly<Record<string, Identifier>>;

/** What stands around an ID in files, code and sentences. It cannot be the last sign of one, */
const SURROUNDINGS = new Set(' \t\r\n"\'`,;\\{}[]()<>|.。、');

/** nor the first, which cannot be the sign after a name either. */
const LEADING = new Set([...SURROUNDINGS, ':', '=']);

/** What is left of a long number once a program has taken it for a quantity. */
const EXPONENT = /^\d(?:[.,]\d{1,30})?e\+\d{1,3}$|^\d[.,]\d{1,30}e\d{1,3}$/i;

/** A label in any language: words and a colon or an equals sign, with a blank or a letter that no ID has. */
const ANY_LABEL =
	/^(?:(?=[^:=]{0,60}[^!-~])[\p{L}\p{M}\p{N} ._()/-]{1,60}["']?\s?[:=]|[\w-]{1,60}["']?[:=]\s)/u;

/** Digits of the largest number that fits into 64 bits. */
const LONGEST_NUMBER = 20;

/** Characters from which on a piece of text may be an ID of its own. */
const WHOLE_ID = 8;

/**
 * The ID that a value holds, without quotes, commas, blanks, invisible characters, a label or brackets
 * around it; empty if there is none.
 *
 * @param value what the form or the key file holds
 * @param name how to call it in an error
 * @throws {ServiceAccountError} if it lost digits or is no ID, naming it, never quoting it
 */
export function mendIdentifier(
	value: unknown,
	identifier: Identifier,
	name: string = identifier.label,
): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'number') return wholeNumber(value, identifier, name);
	if (typeof value !== 'string') throw malformed(identifier, name, 'is not text');
	if (isTooLong(value)) throw malformed(identifier, name, 'is far too long for an ID', 'tooLong');

	const text = unescapedText(value);
	const labelled = new Set(labelledValues(text, identifier).map(trimSurroundings));
	if (labelled.size > 1) throw malformed(identifier, name, 'holds more than one ID');
	if (labelled.size === 0) refuseOtherName(text, identifier, name);
	const [inner = text] = labelled;
	const id = joinPieces(trimSurroundings(withoutLabel(trimSurroundings(inner), identifier)));
	if (EXPONENT.test(id)) throw lostDigits(identifier, name);
	if (id === '' || identifier.alphabet.test(id)) return id;
	throw malformed(identifier, name, `is not an ID: it may have ${identifier.letters}`);
}

/**
 * Every value that stands behind a name of the ID and a colon or an equals sign, in a text that need not
 * be JSON. A value ends where its quote ends, or with the first blank, comma or bracket.
 *
 * @param text unescaped, see `unescapedText`
 */
export function labelledValues(text: string, { names }: Identifier): string[] {
	const own = `(?<![a-z0-9_-])(?:${names})["'\`\\s]{0,20}[:=]`;
	const hasLabel = new RegExp(own, 'i');
	const isLabelled = new RegExp(`^${own}`, 'i');
	return [...text.matchAll(new RegExp(own, 'gi'))].flatMap(({ 0: { length }, index }) => {
		const rest = text.slice(index + length, index + length + 400);
		const start = rest.search(/[^\s"'`,;]|$/);
		const value = rest.slice(start);
		const isQuoted = /["'`]/.test(rest.slice(0, start));
		const end = value.search(isQuoted ? /["'`]/ : /[\s"'`,;{}]/);
		const found = end === -1 ? value : value.slice(0, end);
		// The next name means that there is no value. A label that was pasted along with the value is found
		// by itself.
		const isName = /^["'`\s]{0,20}[:=]/.test(value.slice(found.length));
		if (isName || isLabelled.test(value) || hasLabel.test(found)) return [];
		// A line break inside quotes comes from the width of a terminal.
		return [isQuoted ? found.replace(/[\r\n]+/g, '') : found];
	});
}

function wholeNumber(value: number, identifier: Identifier, name: string): string {
	if (Number.isSafeInteger(value) && value >= 0) return String(value);
	if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw lostDigits(identifier, name);
	throw malformed(identifier, name, 'is not a whole number');
}

function refuseOtherName(text: string, own: Identifier, name: string): void {
	for (const other of Object.values(IDENTIFIERS)) {
		const start = new RegExp(`^["'\`{\\s]{0,20}(?:${other.names})["'\`\\s]{0,20}[:=]`, 'i');
		if (other.member !== own.member && start.test(text)) {
			throw malformed(own, name, `holds the ${other.label} ("${other.member}")`);
		}
	}
}

function withoutLabel(text: string, { names }: Identifier): string {
	return text
		.replace(new RegExp(`^(?:${names})(?:["'\`\\s]{0,20}[:=]|\\s)`, 'i'), '')
		.replace(ANY_LABEL, '');
}

function trimSurroundings(text: string): string {
	return trimSigns(text, SURROUNDINGS, LEADING);
}

/**
 * An ID that a narrow column or a grouping by blanks has cut into pieces. Two IDs in one field stay apart,
 * and are refused for their blank.
 */
function joinPieces(text: string): string {
	const pieces = text.split(/\s+/);
	const joined = pieces.join('');
	const isNumber = /^\d+$/.test(joined) && joined.length <= LONGEST_NUMBER;
	const isHex =
		/^[0-9a-f-]+$/i.test(joined) &&
		(joined.length === 32 || pieces.filter(({ length }) => length >= WHOLE_ID).length < 2);
	return isNumber || isHex ? joined : text;
}

function lostDigits({ label, member, source }: Identifier, name: string): ServiceAccountError {
	return new ServiceAccountError(
		'lostDigits',
		`${name} has lost digits: it came as a number, and a number of that length is rounded. Enter it as text: copy ${source} into ${label}, or write it in quotes where it is made.`,
		member,
	);
}

function malformed(
	{ member, source }: Identifier,
	name: string,
	what: string,
	kind: ServiceAccountErrorKind = 'malformedMember',
): ServiceAccountError {
	return new ServiceAccountError(
		kind,
		`${name} ${what}. Copy it once more, and nothing beside it: ${source}.`,
		member,
	);
}
