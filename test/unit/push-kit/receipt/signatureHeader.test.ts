import fc from 'fast-check';

import { parseSignatureHeader } from '../../../../push-kit/receipt/signature';
import { account, AT_NOW, verify } from './signedHeader';

describe('parseSignatureHeader', () => {
	const parts = { timestamp: '1790000000123', nonce: 'abc-1', value: 'aGVsbG8=' };

	it.each([
		['the documented form', 'timestamp=1790000000123;nonce=abc-1;value=aGVsbG8='],
		[
			'blanks after and before the parts',
			' timestamp = 1790000000123; nonce=abc-1 ; value= aGVsbG8= ',
		],
		['another order', 'value=aGVsbG8=;nonce=abc-1;timestamp=1790000000123'],
		['a semicolon at the end', 'timestamp=1790000000123;nonce=abc-1;value=aGVsbG8=;'],
		['blanks between semicolons', 'timestamp=1790000000123; ; nonce=abc-1;;value=aGVsbG8='],
		['4096 characters', 'timestamp=1790000000123;nonce=abc-1;value=aGVsbG8=;'.padEnd(4096, ';')],
		['a part that is not known', 'version=2;timestamp=1790000000123;nonce=abc-1;value=aGVsbG8='],
		['names in another case', 'Timestamp=1790000000123;Nonce=abc-1;Value=aGVsbG8='],
		[
			'the same header twice, joined as Node.js does',
			'timestamp=1790000000123;nonce=abc-1;value=aGVsbG8=, timestamp=1790000000123;nonce=abc-1;value=aGVsbG8=',
		],
		[
			'the same header twice, as a list',
			[
				'timestamp=1790000000123;nonce=abc-1;value=aGVsbG8=',
				'nonce=abc-1;timestamp=1790000000123;value=aGVsbG8=',
			],
		],
	])('bears %s', (_name, value) => {
		expect(parseSignatureHeader(value)).toEqual({ ok: true, parts });
	});

	it.each([
		['a colon, as in the sample of Huawei', ':'],
		['a nought', '0'],
		['128 characters', 'n'.repeat(128)],
	])('bears a nonce of %s', (_name, nonce) => {
		const value = `timestamp=${parts.timestamp}; nonce=${nonce}; value=${parts.value}`;
		expect(parseSignatureHeader(value)).toEqual({ ok: true, parts: { ...parts, nonce } });
	});

	it.each([
		['no header', undefined],
		['an empty header', ''],
		['blanks only', '   '],
		['commas only', ' , ,'],
		['an empty list', []],
		['a list of nothing', ['', ' ']],
	])('calls %s missing', (_name, value) => {
		expect(parseSignatureHeader(value)).toEqual({ ok: false, reason: 'missing' });
	});

	it.each([
		['text without parts', 'hello'],
		['a semicolon', ';'],
		['4097 characters', 'timestamp=1790000000123;nonce=abc-1;value=aGVsbG8=;'.padEnd(4097, ';')],
		['a part without a name', 'timestamp=1790000000123;nonce=abc-1;value=aGVsbG8=;hello'],
		['no timestamp', 'nonce=abc-1;value=aGVsbG8='],
		['no nonce', 'timestamp=1790000000123;value=aGVsbG8='],
		['an empty nonce', 'timestamp=1790000000123;nonce=;value=aGVsbG8='],
		['no value', 'timestamp=1790000000123;nonce=abc-1'],
		['a value that is no Base64', 'timestamp=1790000000123;nonce=abc-1;value=***'],
		['a timestamp with letters', 'timestamp=17900000x;nonce=abc-1;value=aGVsbG8='],
		['a timestamp with letters behind', 'timestamp=1790000000123x;nonce=abc-1;value=aGVsbG8='],
		['a timestamp with letters before', 'timestamp=x1790000000123;nonce=abc-1;value=aGVsbG8='],
		['a timestamp with a fraction', 'timestamp=1790000000123.5;nonce=abc-1;value=aGVsbG8='],
		['a timestamp with an exponent', 'timestamp=1790000000e3;nonce=abc-1;value=aGVsbG8='],
		['an endless timestamp', `timestamp=${'1'.repeat(17)};nonce=abc-1;value=aGVsbG8=`],
		['a timestamp of one digit', 'timestamp=1;nonce=abc-1;value=aGVsbG8='],
		['a timestamp of eight digits', 'timestamp=17900000;nonce=abc-1;value=aGVsbG8='],
		['a negative timestamp', 'timestamp=-1790000000123;nonce=abc-1;value=aGVsbG8='],
		['a part twice', 'timestamp=1790000000123;nonce=abc-1;nonce=abc-2;value=aGVsbG8='],
		['an endless nonce', `timestamp=1790000000123;nonce=${'n'.repeat(129)};value=aGVsbG8=`],
		['a value with blanks in it', 'timestamp=1790000000123;nonce=abc-1;value=aGVs bG8='],
		[
			'an endless header',
			`${'x=1;'.repeat(1100)}timestamp=1790000000123;nonce=abc-1;value=aGVsbG8=`,
		],
		['a header repeated endlessly', Array(99).fill('timestamp=1790000000123;nonce=a;value=aGVs')],
		...[
			'timestamp=1790000000124;nonce=abc-1;value=aGVsbG8=',
			'timestamp=1790000000123;nonce=abc-2;value=aGVsbG8=',
			'timestamp=1790000000123;nonce=abc-1;value=aGVsbG9=',
			'hello',
		].map((other): [string, string[]] => [
			`two headers that differ, the second being ${other}`,
			['timestamp=1790000000123;nonce=abc-1;value=aGVsbG8=', other],
		]),
	])('calls %s malformed', (_name, value) => {
		expect(parseSignatureHeader(value)).toEqual({ ok: false, reason: 'malformed' });
	});

	it('never throws, whatever the header is', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 300 }), (value) => {
				expect(typeof verify(value, account(), AT_NOW).ok).toBe('boolean');
			}),
		);
	});
});
