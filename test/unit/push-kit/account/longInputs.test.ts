/** No pasted value blocks n8n: neither one that is too long to be read, nor the worst that is read. */
import { checkBaseUrl } from '../../../../push-kit/account/baseUrl';
import { readConnection } from '../../../../push-kit/account/connection';
import { findConnectionFault } from '../../../../push-kit/account/connectionTest';
import { MAXIMUM_PASTED_LENGTH } from '../../../../push-kit/account/pastedText';
import {
	createServiceAccount,
	parseServiceAccountKey,
} from '../../../../push-kit/account/serviceAccount';
import { makeKeyFile } from '../../../builders/serviceAccounts';
import { cpuMilliseconds } from '../../../builders/cpuTime';

const keyFile = makeKeyFile();
const KEY = keyFile.private_key;

/** Far above what is measured (some 20 ms), far below what a quadratic search needs (seconds). */
const GENEROUS_MS = 500;

const SHAPES: Readonly<Record<string, (length: number) => string>> = {
	letters: (length) => 'a'.repeat(length),
	digits: (length) => '1'.repeat(length),
	blanks: (length) => ' '.repeat(length),
	'blanks before a letter': (length) => `${' '.repeat(length - 1)}a`,
	'blanks between letters': (length) => `a${' '.repeat(length - 2)}a`,
	backslashes: (length) => '\\'.repeat(length),
	'backslashes before a letter': (length) => `${'\\'.repeat(length - 1)}x`,
	'escapes of escapes': (length) => '\\u005c'.repeat(length / 6),
	quotes: (length) => '"'.repeat(length),
	'quotes between letters': (length) => `a${'"'.repeat(length - 2)}a`,
	'commas between letters': (length) => `a${','.repeat(length - 2)}a`,
	dashes: (length) => '-'.repeat(length),
	braces: (length) => '{'.repeat(length),
	'brackets of JSON': (length) => '['.repeat(length / 2) + ']'.repeat(length / 2),
	'objects of JSON': (length) => '{"a":'.repeat(length / 6) + '1' + '}'.repeat(length / 6),
	colons: (length) => ':'.repeat(length),
	'first lines of keys': (length) => '-----BEGIN PRIVATE KEY-----'.repeat(length / 27),
	'last lines of keys': (length) => '-----END PRIVATE KEY-----'.repeat(length / 25),
	'a first line and blanks': (length) => `-----BEGIN PRIVATE KEY${' '.repeat(length - 22)}`,
	'a first line and dashes': (length) => `-----BEGIN PRIVATE KEY${'-'.repeat(length - 22)}`,
	'words of first lines': (length) => 'BEGIN A B '.repeat(length / 10),
	'many keys': (length) => KEY.repeat(length / KEY.length),
	names: (length) => 'key_id:'.repeat(length / 7),
	'names without values': (length) => '"key_id":"",'.repeat(length / 12),
	'a name and blanks': (length) => `"key_id"${' '.repeat(length - 9)}:`,
	'names of the client': (length) => 'client_id ('.repeat(length / 11),
	'labels of nobody': (length) => 'a b '.repeat(length / 4),
	'a quoted line': (length) => '> '.repeat(length / 2),
	'quoted lines': (length) => '\n>'.repeat(length / 2),
	'code fences': (length) => '```json'.repeat(length / 7),
	'Base64 of nothing': (length) => `${'QUJD'.repeat(20)}\n`.repeat(length / 81),
	'full-width letters': (length) => 'Ａ'.repeat(length),
	'letters that grow when made plain': (length) => '\uFDFA'.repeat(length),
	'zero-width characters': (length) => '\u200B'.repeat(length),
	'halves of surrogate pairs': (length) => '\uD800'.repeat(length),
	'steps of a path': (length) => `https://a.example${'/v3'.repeat(length / 3 - 6)}`,
	'percent signs': (length) => `https://a.example/${'%'.repeat(length - 18)}`,
	'names of a host': (length) => `https://${'a.'.repeat(length / 2 - 4)}`,
	'user names': (length) => `https://${'a@'.repeat(length / 2 - 4)}`,
	'parts of a JWT': (length) => `eyJ${'a.'.repeat(length / 2 - 2)}`,
	'a path of a file': (length) => `/${'a/'.repeat(length / 2 - 1)}`,
	'a web page': (length) => `<html>${'<'.repeat(length - 6)}`,
};

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
	'the key file': (text) => parseServiceAccountKey(text),
	'a key file with such a key': (text) => parseServiceAccountKey({ ...keyFile, private_key: text }),
	'a key file with such an ID': (text) => parseServiceAccountKey({ ...keyFile, key_id: text }),
	'Project ID': (text) => readFields({ projectId: text }),
	'Key ID': (text) => readFields({ keyId: text }),
	'Sub-Account': (text) => readFields({ subAccount: text }),
	'Private Key': (text) => readFields({ privateKey: text }),
	'Client ID': (text) => readConnection({ serviceAccountKey: keyFile, clientId: text }),
	'Test Tokens': (text) => readConnection({ serviceAccountKey: keyFile, testTokens: text }),
	'API Base URL': (text) => checkBaseUrl(text),
	'an answer to the test': (text) => findConnectionFault(200, text),
};

function readFields(fields: object): unknown {
	const others = { projectId: '1', keyId: 'k', subAccount: 's', privateKey: KEY };
	return createServiceAccount({ ...others, ...fields });
}

/** Milliseconds until a text is taken or refused, and the words of the refusal. */
function measure(read: (text: string) => unknown, text: string): { ms: number; words: string } {
	const start = cpuMilliseconds();
	let words = '';
	try {
		read(text);
	} catch (error) {
		words = error instanceof Error ? `${error.name}: ${error.message}` : 'no error';
	}
	return { ms: cpuMilliseconds() - start, words };
}

describe.each(Object.entries(READERS))('%s', (_reader, read) => {
	it.each(Object.entries(SHAPES))('is not blocked by %s', (_shape, make) => {
		for (const length of [100_000, MAXIMUM_PASTED_LENGTH]) {
			const text = make(length).slice(0, length);
			const { ms, words } = measure(read, text);
			expect(ms).toBeLessThan(GENEROUS_MS);
			// Taken, or refused in our words and nobody else's.
			expect(words).toMatch(/^(?:$|ServiceAccountError: |BaseUrlError: )/);
			expect(words.length).toBeLessThan(1_000);
		}
	});
});

it.each([
	['the key file', () => parseServiceAccountKey(`${JSON.stringify(keyFile)}${' '.repeat(32_768)}`)],
	['the private key', () => readFields({ privateKey: KEY + 'A'.repeat(32_768) })],
	[
		'the key inside a parsed file',
		() => parseServiceAccountKey({ ...keyFile, private_key: KEY + 'A'.repeat(32_768) }),
	],
])('%s over 32 kB is refused for its length', (_what, read) => {
	expect(read).toThrow(/holds 3\d,\d{3} characters; a key file has about 3,000/);
});

it('an ID over 32 kB is refused as one, and not as a key file', () => {
	expect(() => readFields({ keyId: 'k'.repeat(32_769) })).toThrow(
		'Key ID is far too long for an ID. Copy it once more, and nothing beside it: the value of "key_id"',
	);
});
