import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';

import {
	deriveKeys,
	LARGEST_TOLERANCE_SECONDS,
	type SecretEncoding,
	signReceiptCall,
} from '../../../../push-kit/receipt/signature';
import published from '../../../vectors/receipt-signature.json';
import { account, AT_NOW, header, NOW, verify } from './signedHeader';

/** The command of test/vectors/README.md. */
function signWithOpenssl(hexKey: string, message: string): string {
	return execFileSync(
		'openssl',
		['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${hexKey}`, '-binary'],
		{ input: message },
	).toString('base64');
}

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
