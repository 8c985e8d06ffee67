import { decodeBase64Secret, deriveKeys } from '../../../../push-kit/receipt/signature';
import { account, AT_NOW, header, verify } from './signedHeader';

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
