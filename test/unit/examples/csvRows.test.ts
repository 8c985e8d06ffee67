/** What the import of `examples/` makes of the CSV files that people have. */
import { runInNewContext } from 'node:vm';

import * as fc from 'fast-check';

import { readExample } from '../../../scripts/start/demonstration';

interface Imported {
	counts: { rows: number; listedTwice: number; notImported: number; problems: string[] };
	newDevices: Array<{ pushToken: string; marketingConsent: boolean; deviceId: string }>;
	changedDevices: Array<{ pushToken: string; marketingConsent: boolean }>;
}

const CODE = readExample('tokens-from-csv').nodes.find(({ name }) => name === 'Read the Rows')
	?.parameters.jsCode;

/** n8n hands a Code node these names; the table is empty unless told otherwise. */
function importText(text: string, table: object[] = [{}]): Imported {
	const names = {
		$: () => ({ first: () => ({ json: { text } }) }),
		$input: { all: () => table.map((json) => ({ json })) },
		DateTime: { now: () => ({ setZone: (zone: string) => ({ isValid: zone.includes('/') }) }) },
	};
	const [{ json }] = runInNewContext(`(() => {${String(CODE)}\n})()`, names) as [
		{ json: Imported },
	];
	return JSON.parse(JSON.stringify(json)) as Imported;
}

/** Consent by token. */
function consents(text: string): Record<string, boolean> {
	const { newDevices } = importText(text);
	return Object.fromEntries(newDevices.map((one) => [one.pushToken, one.marketingConsent]));
}

test.each([
	['commas', 'token,consent\ntoken-of-one,yes'],
	['semicolons and a byte order mark', '\uFEFFToken;Consent\r\ntoken-of-one;yes\r\n'],
	['tabs', 'PUSH_TOKEN\tOpt-In\ntoken-of-one\t1\n'],
	['a line for Excel', 'sep=;\npush-token;marketing consent\ntoken-of-one;TRUE'],
	['quotes around everything', '"token","consent"\n"token-of-one","ja"\n'],
	['line ends of an old Mac', 'token,consent\rtoken-of-one,yes\r'],
	['blank lines on top and below', '\n\ntoken,consent\n\ntoken-of-one,x\n,\n\n'],
	['separators, quotes and lines in a value', 'n,token,consent\n"a,""b""\nc",token-of-one,是'],
])('%s', (_, text) => {
	expect(consents(text)).toEqual({ 'token-of-one': true });
});

test.each([
	['yes', true],
	['Ja', true],
	['WAHR', true],
	['on', true],
	['no', false],
	['', false],
	['否', false],
	['2024-01-01', false],
	['not yet', false],
])('the consent "%s" is %s', (word, consent) => {
	expect(consents(`token,consent\ntoken-of-one,${word}`)).toEqual({ 'token-of-one': consent });
});

test('tells the line of each row that it leaves out, and why', () => {
	const { counts, newDevices } = importText(
		[
			'token,consent,deviceId',
			',yes,a',
			'token-of-one,yes',
			'token of two,yes,b',
			'1.23457E+15,yes,c',
			'token-of-three,perhaps,d',
			'token-of-four,yes,d',
			'undefined,yes,e',
		].join('\n'),
	);
	expect(newDevices.map(({ pushToken }) => pushToken)).toEqual(['token-of-three']);
	expect(counts.problems).toEqual([
		'Line 2 has no push token.',
		'Line 3 has 2 values, the header 3.',
		'Line 4 has a push token that is none.',
		'Line 5 has a push token that a spreadsheet has shortened: format the column as text.',
		'Line 6 has a consent that is neither yes nor no: it counts as none.',
		'Line 7 has a device ID that stands above with another push token.',
		'Line 8 has a push token that is none.',
	]);
	expect(counts.notImported).toBe(6);
});

test.each([
	['', /no rows/],
	['token,consent\n', /no rows/],
	['name,consent\na,yes', /no column pushToken. The columns are: name, consent/],
	['token\ntoken-of-one', /no column consent/],
	['token,push token,consent\na,b,yes', /two columns could be pushToken/],
	['token,consent\n"token-of-one,yes\ntoken-of-two,no', /line 2 is never closed/],
])('imports nothing of %j', (text, words) => {
	expect(() => importText(text)).toThrow(words);
});

test.each([
	[
		'reported by the app without consent',
		{ reportedAt: '2026-01-01', marketingConsent: false },
		'yes',
		[],
	],
	[
		'reported by the app with consent',
		{ reportedAt: '2026-01-01', marketingConsent: true },
		'no',
		[false],
	],
	[
		'reported by the app with consent',
		{ reportedAt: '2026-01-01', marketingConsent: true },
		'',
		[],
	],
	[
		'reported by the app with consent',
		{ reportedAt: '2026-01-01', marketingConsent: true },
		'2024-01-01',
		[],
	],
	['imported with consent', { marketingConsent: true }, '', [false]],
	['imported without consent', { marketingConsent: false }, 'yes', [true]],
	['imported with consent', { marketingConsent: true }, 'yes', []],
])('a device %s, with %j in the table, by a file that says "%s"', (_, row, word, changes) => {
	const known = { pushToken: 'token-of-one', deviceId: 'one', status: 'active', ...row };
	const { newDevices, changedDevices } = importText(`token,consent\ntoken-of-one,${word}`, [known]);
	expect(newDevices).toEqual([]);
	expect(changedDevices.map(({ marketingConsent }) => marketingConsent)).toEqual(changes);
	expect(changedDevices.every((one) => !('status' in one))).toBe(true);
});

test('the token of a known device stays', () => {
	const known = { pushToken: 'token-of-one', deviceId: 'one', status: 'active' };
	const text = 'token,consent,device\ntoken-from-before,yes,one';
	expect(importText(text, [known])).toMatchObject({ newDevices: [], changedDevices: [] });
});

test('every row comes out once, and a token has consent only where each of its rows says yes', () => {
	const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 1 });
	fc.assert(
		fc.property(rows, (all) => {
			const lines = all.map(([id, consent]) => `push-token-${id};${consent}`);
			const { counts, newDevices } = importText(['token;consent', ...lines].join('\n'));
			expect(newDevices.length + counts.listedTwice + counts.notImported).toBe(all.length);
			for (const { pushToken, marketingConsent } of newDevices) {
				const own = all.filter(([id]) => pushToken === `push-token-${id}`);
				expect(marketingConsent).toBe(own.every(([, consent]) => consent));
			}
		}),
	);
});
