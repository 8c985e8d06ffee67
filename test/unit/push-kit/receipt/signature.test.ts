import { execFileSync } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';

import fc from 'fast-check';

import {
	type CallbackAccount,
	decodeBase64Secret,
	deriveKeys,
	LARGEST_TOLERANCE_SECONDS,
	parseSignatureHeader,
	type SignatureHeader,
	type SecretEncoding,
	signReceiptCall,
	verifySignature,
} from '../../../../push-kit/receipt/signature';
import published from '../../../vectors/receipt-signature.json';

const verify = (
	header: SignatureHeader,
	account: CallbackAccount,
	window: Parameters<typeof verifySignature>[2],
) => verifySignature(parseSignatureHeader(header), account, window);

const NOW = 1_790_000_000_000;

/** The command of test/vectors/README.md. */
function signWithOpenssl(hexKey: string, message: string): string {
	return execFileSync(
		'openssl',
		['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${hexKey}`, '-binary'],
		{ input: message },
	).toString('base64');
}

function account(overrides: Partial<CallbackAccount> = {}): CallbackAccount {
	return {
		userName: 'shop-receipts',
		secret: Buffer.alloc(32, 7).toString('base64'),
		secretEncoding: 'auto',
		...overrides,
	};
}

/** A header signed on its own, without the code under test. */
function header(
	overrides: { timestamp?: string; nonce?: string; userName?: string; key?: Buffer } = {},
): string {
	const { timestamp = String(NOW), nonce = 'n-1', userName = 'shop-receipts' } = overrides;
	const value = createHmac('sha256', overrides.key ?? Buffer.alloc(32, 7))
		.update(timestamp + nonce + userName)
		.digest('base64');
	return `timestamp=${timestamp};nonce=${nonce};value=${value}`;
}

const AT_NOW = { now: NOW, tolerance: 300 };

describe('published vectors', () => {
	it.each(published.vectors)('$description: $secretEncoding', (vector) => {
		const encoding: SecretEncoding = vector.secretEncoding === 'base64' ? 'base64' : 'text';
		const [key] = deriveKeys(vector.secret, encoding);

		expect(key?.toString('hex')).toBe(vector.hexKey);
		expect(signReceiptCall(key ?? Buffer.alloc(0), vector)).toBe(vector.value);
		expect(signWithOpenssl(vector.hexKey, vector.message)).toBe(vector.value);

		const signedAt = Number(vector.timestamp) * (vector.timestamp.length === 10 ? 1000 : 1);
		for (const accepted of [encoding, 'auto'] as const) {
			const result = verify(
				vector.header,
				{ userName: vector.userName, secret: vector.secret, secretEncoding: accepted },
				{ now: signedAt, tolerance: 300 },
			);
			expect(result).toEqual({
				ok: true,
				signedAt,
				mac: Buffer.from(vector.value, 'base64'),
			});
		}
	});

	it('agrees with openssl on secrets made now, in both encodings', () => {
		const userName = `user-${randomUUID()}`;
		const parts = { timestamp: String(Date.now()), nonce: randomUUID(), userName };
		const message = parts.timestamp + parts.nonce + userName;
		for (const [encoding, secret] of [
			['base64', randomBytes(32).toString('base64')],
			['text', randomUUID()],
		] as const) {
			const [key = Buffer.alloc(0)] = deriveKeys(secret, encoding);
			expect(signReceiptCall(key, parts)).toBe(signWithOpenssl(key.toString('hex'), message));
		}
	});
});

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

describe('verifySignature', () => {
	it('accepts a value whose padding was cut off', () => {
		expect(verify(header().replace(/=+$/, ''), account(), AT_NOW).ok).toBe(true);
	});

	it.each([
		['the user name', { userName: 'somebody-else' }],
		['the key', { key: Buffer.alloc(32, 8) }],
	])('refuses a call signed with another value of %s', (_name, overrides) => {
		expect(verify(header(overrides), account(), AT_NOW)).toEqual({
			ok: false,
			reason: 'mismatch',
		});
	});

	it.each([
		['timestamp', header().replace(String(NOW), String(NOW + 1))],
		['nonce', header().replace('n-1', 'n-2')],
	])('refuses a call whose %s was changed after signing', (_name, value) => {
		expect(verify(value, account(), AT_NOW)).toEqual({ ok: false, reason: 'mismatch' });
	});

	it('refuses a value that is cut short', () => {
		const short = header().replace(/value=.*/, 'value=aGVsbG8=');
		expect(verify(short, account(), AT_NOW)).toEqual({ ok: false, reason: 'mismatch' });
	});

	it.each([
		['an empty user name', { userName: '' }, header({ userName: '' })],
		['an empty secret', { secret: '' }, header({ key: Buffer.alloc(0) })],
	])('refuses everything with %s, even what is signed with it', (_name, overrides, value) => {
		expect(verify(value, account(overrides), AT_NOW)).toEqual({
			ok: false,
			reason: 'mismatch',
		});
	});

	it.each([
		['exactly the tolerance old', -300_000, { ok: true }],
		['older than the tolerance', -300_001, { ok: false, reason: 'stale' }],
		['the tolerance in the future', 300_000, { ok: true }],
		['further in the future', 300_001, { ok: false, reason: 'future' }],
	])('judges a signature that is %s', (_name, offset, expected) => {
		const value = header({ timestamp: String(NOW + offset) });
		expect(verify(value, account(), AT_NOW)).toMatchObject(expected);
	});

	it('takes the tolerance in seconds', () => {
		const value = header({ timestamp: String(NOW - 20_000) });
		expect(verify(value, account(), { now: NOW, tolerance: 10 }).ok).toBe(false);
		expect(verify(value, account(), { now: NOW, tolerance: 30 }).ok).toBe(true);
	});

	it('reads ten digits as seconds and gives milliseconds back', () => {
		const seconds = header({ timestamp: String(NOW / 1000) });
		expect(verify(seconds, account(), AT_NOW)).toMatchObject({ ok: true, signedAt: NOW });
		const old = header({ timestamp: String(NOW / 1000 - 301) });
		expect(verify(old, account(), AT_NOW)).toEqual({ ok: false, reason: 'stale' });
	});

	it('does not tell a stranger that the time was wrong', () => {
		const forged = header({ timestamp: String(NOW - 999_000), key: Buffer.alloc(32, 9) });
		expect(verify(forged, account(), AT_NOW)).toEqual({ ok: false, reason: 'mismatch' });
	});

	it('holds the encodings apart, and accepts either with automatic', () => {
		const { secret } = account();
		const decoded = header({ key: Buffer.from(secret, 'base64') });
		const asText = header({ key: Buffer.from(secret, 'utf8') });
		const accepts = (secretEncoding: SecretEncoding) =>
			[decoded, asText].map((value) => verify(value, account({ secretEncoding }), AT_NOW).ok);

		expect(accepts('base64')).toEqual([true, false]);
		expect(accepts('text')).toEqual([false, true]);
		expect(accepts('auto')).toEqual([true, true]);
	});

	it('accepts the previous secret beside the new one, and no third', () => {
		const rotating = account({ secret: 'new-secret', previousSecret: 'old-secret' });
		const signedWith = (secret: string) => header({ key: Buffer.from(secret) });
		expect(verify(signedWith('new-secret'), rotating, AT_NOW).ok).toBe(true);
		expect(verify(signedWith('old-secret'), rotating, AT_NOW).ok).toBe(true);
		expect(verify(signedWith('other-secret'), rotating, AT_NOW).ok).toBe(false);
	});
});

describe('the window', () => {
	it.each([
		['a tolerance', { now: NOW, tolerance: Number.NaN }],
		['a clock', { now: Number.NaN, tolerance: 300 }],
	])('is closed for %s that is no number', (_name, window) => {
		expect(verify(header(), account(), window)).toEqual({ ok: false, reason: 'stale' });
	});

	it('is never wider than a day, whatever tolerance is asked for', () => {
		const day = LARGEST_TOLERANCE_SECONDS * 1000;
		const at = (now: number) =>
			verify(header(), account(), { now, tolerance: Number.POSITIVE_INFINITY });
		expect(at(NOW + day)).toMatchObject({ ok: true });
		expect(at(NOW + day + 1)).toEqual({ ok: false, reason: 'stale' });
		expect(at(NOW - day - 1)).toEqual({ ok: false, reason: 'future' });
	});
});

describe('deriveKeys', () => {
	it('gives each reading of the secret', () => {
		const decoded = Buffer.from('c2VjcmV0', 'base64');
		const asText = Buffer.from('c2VjcmV0');
		expect(deriveKeys('c2VjcmV0', 'auto')).toEqual([decoded, asText]);
		expect(deriveKeys('c2VjcmV0', 'base64')).toEqual([decoded]);
		expect(deriveKeys('c2VjcmV0', 'text')).toEqual([asText]);
		expect(deriveKeys('no base 64', 'auto')).toEqual([Buffer.from('no base 64')]);
		expect(deriveKeys('no base 64', 'base64')).toEqual([]);
	});

	it.each([
		['', 'auto'],
		['', 'text'],
		['AA', 'base64'],
		['AAAA', 'base64'],
		['AAAAAAAAAAAAAAAAAAAAAA==', 'base64'],
		['\0'.repeat(32), 'text'],
	] as const)('gives no key for %j as %s', (secret, encoding) => {
		expect(deriveKeys(secret, encoding)).toEqual([]);
	});

	it('takes no call that is signed with the empty key, which HMAC cannot tell from zero bytes', () => {
		const unkeyed = header({ key: Buffer.alloc(0) });
		expect(header({ key: Buffer.alloc(24) })).toBe(unkeyed);
		for (const secretEncoding of ['auto', 'base64'] as const) {
			const empty = account({ secret: Buffer.alloc(24).toString('base64'), secretEncoding });
			expect(verify(unkeyed, empty, AT_NOW)).toEqual({ ok: false, reason: 'mismatch' });
			const previous = account({ previousSecret: empty.secret, secretEncoding });
			expect(verify(unkeyed, previous, AT_NOW).ok).toBe(false);
		}
	});
});

describe('decodeBase64Secret', () => {
	it('decodes the common and the URL alphabet, padded or not', () => {
		const bytes = Buffer.from([0xfb, 0xff, 0xfe, 0x01]);
		for (const secret of ['+//+AQ==', '+//+AQ', '-__-AQ']) {
			expect(decodeBase64Secret(secret)).toEqual(bytes);
		}
	});

	it.each(['', 'a b', 'secret!', 'abcde', 'abcde=', 'abcde==', '===='])('refuses %j', (secret) => {
		expect(decodeBase64Secret(secret)).toBeUndefined();
	});
});
