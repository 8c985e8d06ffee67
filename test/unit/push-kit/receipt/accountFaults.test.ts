import { randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { findAccountFault } from '../../../../push-kit/receipt/accountFaults';
import type { CallbackAccount } from '../../../../push-kit/receipt/signature';

const BASE64_KEY = randomBytes(32).toString('base64');
const TEXT_KEY = 'correct horse battery';

function fault(changes: Partial<CallbackAccount> = {}): string | undefined {
	return findAccountFault({
		userName: 'shop',
		secret: BASE64_KEY,
		previousSecret: '',
		secretEncoding: 'auto',
		...changes,
	});
}

describe('findAccountFault finds none in', () => {
	it.each<[string, Partial<CallbackAccount>]>([
		['Base64', { secretEncoding: 'base64' }],
		['Base64 without padding', { secret: BASE64_KEY.replace(/=+$/, ''), secretEncoding: 'base64' }],
		['Base64 of the URL alphabet', { secret: '-_-_AQIDBAUGBwgJCgsMDQ', secretEncoding: 'base64' }],
		['Base64 with automatic', {}],
		['text', { secret: TEXT_KEY, secretEncoding: 'text' }],
		['text with automatic', { secret: TEXT_KEY }],
		['text of 16 characters', { secret: 'abcdefghijklmnop', secretEncoding: 'text' }],
		[
			'16 bytes as Base64',
			{ secret: Buffer.from('0123456789abcdef').toString('base64'), secretEncoding: 'base64' },
		],
		['a short text of long characters', { secret: '推送服务的回执', secretEncoding: 'text' }],
		['a user name in Chinese', { userName: '商店' }],
		['a user name of one letter', { userName: 'x' }],
		['a previous secret', { previousSecret: 'short' }],
		['no previous secret', { previousSecret: undefined }],
		['a quotation mark in the middle', { secret: `${TEXT_KEY}"s` }],
		['a quotation mark at one end', { secret: `"${TEXT_KEY}` }],
		['a zero byte among others', { secret: Buffer.from(`\0${TEXT_KEY}`).toString('base64') }],
	])('%s', (_name, changes) => {
		expect(fault(changes)).toBeUndefined();
	});
});

describe('findAccountFault names the field and the next click for', () => {
	it.each<[string, Partial<CallbackAccount>, RegExp]>([
		['an empty user name', { userName: '' }, /^User Name is empty\. .*AppGallery Connect/],
		['an empty secret', { secret: '' }, /^Secret is empty\. .*AppGallery Connect/],
		['a user name over two lines', { userName: 'a\nb' }, /^User Name holds a line break\. Copy/],
		['a secret over two lines', { secret: `${TEXT_KEY}\r\nx` }, /^Secret holds a line break/],
		['a tab in a secret', { secret: `${TEXT_KEY}\tx` }, /^Secret holds a character that cannot be/],
		['a no-break blank in a secret', { secret: `${TEXT_KEY}\u00a0x` }, /^Secret holds a character/],
		['a zero-width blank in a name', { userName: 'sh\u200bop' }, /^User Name holds a character/],
		[
			'full-width characters',
			{ secret: `${TEXT_KEY}ＡＢ１` },
			/^Secret holds full-width.*half width/,
		],
		['a full-width blank', { userName: 'my\u3000shop' }, /^User Name holds full-width/],
		['quotation marks', { secret: `"${TEXT_KEY}"` }, /^Secret stands between quotation marks/],
		['single ones', { userName: "'shop'" }, /^User Name stands between quotation marks/],
		['curly ones', { secret: `“${TEXT_KEY}”` }, /^Secret stands between quotation marks/],
		['a secret equal to the name', { userName: TEXT_KEY, secret: TEXT_KEY }, /^Secret is the same/],
		[
			'what is no Base64',
			{ secret: TEXT_KEY, secretEncoding: 'base64' },
			/^Secret holds characters that do not occur in Base64.*Text/,
		],
		[
			'Base64 cut short',
			{ secret: 'abcdefghijklmnopq', secretEncoding: 'base64' },
			/^Secret cannot be Base64 of this length/,
		],
		['a faulty previous secret', { previousSecret: 'a\nb' }, /^Previous Secret holds a line break/],
		[
			'a previous secret that is no Base64',
			{ previousSecret: 'my key!', secretEncoding: 'base64' },
			/^Previous Secret holds characters/,
		],
	])('%s', (_name, changes, sentence) => {
		expect(fault(changes)).toMatch(sentence);
	});

	it.each<[string, Partial<CallbackAccount>]>([
		['zero bytes', { secret: Buffer.alloc(32).toString('base64') }],
		['one zero byte', { secret: 'AA', secretEncoding: 'base64' }],
		['six zero bytes', { secret: 'AAAAAAAA' }],
	])('a secret that decodes to %s', (_name, changes) => {
		expect(fault(changes)).toMatch(/^Secret is no key.*zero bytes/);
		expect(
			fault({ secretEncoding: changes.secretEncoding, previousSecret: changes.secret }),
		).toMatch(/^Previous Secret is no key/);
	});

	it.each<[string, string, CallbackAccount['secretEncoding'], number]>([
		['text', 'my key!', 'text', 7],
		['text with automatic', 'my key!', 'auto', 7],
		['15 characters', 'abcdefghijklmno', 'auto', 15],
		['Base64 of eight bytes', 'AQIDBAUGBwg=', 'base64', 8],
		['Base64 of 15 bytes', 'abcdefghijklmnopqrst', 'base64', 15],
	])('a short secret: %s', (_name, secret, secretEncoding, bytes) => {
		expect(fault({ secret, secretEncoding })).toMatch(
			new RegExp(`^Secret makes a key of only ${bytes} bytes.*at least 16`),
		);
	});

	it.each([
		'****************',
		'••••••••••••••••',
		'aaaaaaaaaaaaaaaaaaaaaaaa',
		'ababababababababab',
		Buffer.alloc(32, 7).toString('base64'),
	])('one character held down: %s', (secret) => {
		expect(fault({ secret })).toMatch(/^Secret repeats the same/);
	});
});

describe('findAccountFault tells what was pasted instead', () => {
	const jwt = ['eyJhbGciOiJQUzI1NiJ9', 'eyJpc3MiOiIxIn0', 'c2ln'].join('.');
	it.each([
		['a whole file', '{\n"key_id": "1",\n"private_key": "..."\n}', /holds JSON/],
		['a list', '["a", "b"]', /holds JSON/],
		['a line of a file', '"secret": "abcdefghijklmnopqrst"', /holds JSON/],
		['a private key', `-----BEGIN ${'PRIVATE'} KEY-----\nMIIE`, /holds a private key/],
		['the callback address', 'https://n8n.example.com/webhook/1/receipts', /holds a web address/],
		['an address in capitals', 'HTTPS://n8n.example.com', /holds a web address/],
		['a header', `timestamp=1790000000123;nonce=a;value=${BASE64_KEY}`, /holds the signature/],
		['a header with its name', 'X-HUAWEI-CALLBACK-ID: x', /holds the signature/],
		['a JWT', jwt, /holds a login token/],
		['a push token', `MAMz${'LgIkEAC1_-'.repeat(11)}`, /seems to hold a push token/],
		['a whole page', 'words of a page '.repeat(80), /has 1280 characters/],
	])('%s', (_name, pasted, sentence) => {
		for (const [field, message] of [
			['User Name', fault({ userName: pasted })],
			['Secret', fault({ secret: pasted })],
			['Previous Secret', fault({ previousSecret: pasted })],
		] as const) {
			expect(message).toMatch(sentence);
			expect(message?.startsWith(field)).toBe(true);
		}
	});
});

test('no sentence repeats what was entered, and none throws', () => {
	const text = fc.string({ unit: 'grapheme', minLength: 5, maxLength: 40 });
	const encoding = fc.constantFrom('auto', 'base64', 'text');
	fc.assert(
		fc.property(text, text, text, encoding, (userName, secret, previousSecret, secretEncoding) => {
			const message = fault({ userName, secret, previousSecret, secretEncoding });
			for (const entered of [userName, secret, previousSecret]) {
				if (/^[ A-Za-z.,:]*$/.test(entered)) continue;
				expect(message ?? '').not.toContain(entered);
			}
		}),
	);
});
