import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { parseServiceAccountKey } from '../../../../push-kit/account/serviceAccount';
import { readEnvironment } from '../../../../scripts/smoke/environment';
import { makeKeyFile } from '../../../builders/serviceAccounts';

const keyFile = makeKeyFile();
const text = JSON.stringify(keyFile, null, 2);
const TOKEN = 'MAMzLgIkEACSMOKE-device_of.mine:0123456789+/=';

let folder: string;
let path: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'huawei-push-environment-'));
	path = join(folder, 'key.json');
	writeFileSync(path, text, { mode: 0o600 });
});

afterAll(() => rmSync(folder, { recursive: true }));

const read = (changes: Record<string, string>) =>
	readEnvironment({ HUAWEI_PUSH_KEY_FILE: path, HUAWEI_PUSH_TOKEN: TOKEN, ...changes });

it.each([
	['nothing', TOKEN],
	['the line break of $(cat file) in quotes', `${TOKEN}\n`],
	['the line break of Windows', `${TOKEN}\r\n`],
	['quotes of an .env file', `"${TOKEN}"`],
	['single quotes', `'${TOKEN}'`],
	['typographic quotes', `“${TOKEN}”`],
	['quotes and a comma', `"${TOKEN}",`],
	['a list of one', `["${TOKEN}"]`],
	['a byte order mark', `\uFEFF${TOKEN}`],
	['zero-width blanks', `\u200B${TOKEN.slice(0, 9)}\u2060${TOKEN.slice(9)}`],
	['no-break blanks', `\u00A0${TOKEN}\u00A0`],
	['a literal line break', `${TOKEN}\\n`],
	['escaped quotes', `\\"${TOKEN}\\"`],
	['NULs of UTF-16', [...TOKEN].join('\0')],
	['its name', `push_token: ${TOKEN}`],
	['the whole line of a file', `export HUAWEI_PUSH_TOKEN="${TOKEN}"\n`],
])('reads a token with %s around it', (_what, pasted) => {
	expect(read({ HUAWEI_PUSH_TOKEN: pasted })?.token).toBe(TOKEN);
});

it.each([`${TOKEN} ${TOKEN}`, `${TOKEN},B`, `${TOKEN}\n${TOKEN}`, `"${TOKEN}";"B"`])(
	'refuses more than one token, and shows none',
	(pasted) => {
		const attempt = () => read({ HUAWEI_PUSH_TOKEN: pasted });
		expect(attempt).toThrow(/^HUAWEI_PUSH_TOKEN holds more than one word/);
		expect(attempt).not.toThrow(/MAMz/);
	},
);

const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
it.each([
	['UTF-8', Buffer.from(text)],
	['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
	['UTF-8 with line breaks of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
	['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
	['UTF-16, big end first', swapped(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
	['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
	['UTF-16 without a mark, big end first', swapped(Buffer.from(text, 'utf16le'))],
	[
		'UTF-16 and a byte too many',
		Buffer.concat([swapped(Buffer.from(`\uFEFF${text}`, 'utf16le')), Buffer.from([0])]),
	],
])('reads a key file in %s', (_what, bytes) => {
	writeFileSync(path, bytes);
	const setting = read({});
	expect(parseServiceAccountKey(setting?.serviceAccountKey ?? '')).toEqual(
		parseServiceAccountKey(keyFile),
	);
});

it.each([
	['quotes', (name: string) => `"${name}"`],
	['a line break', (name: string) => `${name}\r\n`],
	['nothing', (name: string) => name],
])('finds the key file behind a path with %s', (_what, spoil) => {
	writeFileSync(path, text);
	expect(read({ HUAWEI_PUSH_KEY_FILE: spoil(path) })?.serviceAccountKey).toBe(text);
});

it('finds the key file behind ~, and one whose name ends in a blank', () => {
	const fromHome = `~/${relative(homedir(), path)}`;
	expect(read({ HUAWEI_PUSH_KEY_FILE: fromHome })?.serviceAccountKey).toBe(text);
	const odd = join(folder, 'key ');
	writeFileSync(odd, 'odd');
	expect(read({ HUAWEI_PUSH_KEY_FILE: odd })?.serviceAccountKey).toBe('odd');
});

it.each(['HUAWEI_PUSH_KEY_FILE', 'HUAWEI_PUSH_TOKEN'])(
	'says nothing where %s is not set',
	(name) => {
		expect(read({ [name]: '' })).toBeUndefined();
		expect(read({ [name]: ' "" ' })).toBeUndefined();
	},
);

it('says that the file is not there, or is none, and shows nothing of a pasted key', () => {
	const tooLong = join(folder, 'long');
	writeFileSync(tooLong, 'a'.repeat(65_537));
	const inner = join(folder, 'inner');
	mkdirSync(inner);
	expect(() => read({ HUAWEI_PUSH_KEY_FILE: join(folder, 'none') })).toThrow(
		'no file that is there',
	);
	expect(() => read({ HUAWEI_PUSH_KEY_FILE: text })).toThrow(
		/^HUAWEI_PUSH_KEY_FILE names no file that is there\. Set it to the path of your service account key file\.$/,
	);
	expect(() => read({ HUAWEI_PUSH_KEY_FILE: inner })).toThrow('does not name a key file');
	expect(() => read({ HUAWEI_PUSH_KEY_FILE: tooLong })).toThrow('does not name a key file');
});
