import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';

import { sayable, sayableWord } from '../../../../push-kit/delivery/serverWords';
import { cpuMilliseconds } from '../../../builders/cpuTime';

/** Of the shape and length of Huawei's push tokens. */
const TOKEN = `MAMzLgIkEACCCC0${randomBytes(80).toString('base64url')}`;

/** Longest part of a secret that may be seen. */
const PART = 12;

/** Whether any part of `secret` that is worth having is to be seen in `text`, in whatever case. */
function leaks(text: string, secret: string): boolean {
	const [shown, hidden] = [text, secret].map((one) => one.toLowerCase());
	for (let at = 0; at + PART <= secret.length; at += 1) {
		if (shown?.includes(hidden?.slice(at, at + PART) ?? '')) return true;
	}
	return false;
}

const jwt = (): string => {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const claims = { iss: 'test', exp: 1_700_000_000, jti: randomBytes(20).toString('hex') };
	return `${part({ alg: 'PS256', typ: 'JWT' })}.${part(claims)}.${randomBytes(256).toString('base64url')}`;
};

const flip = (text: string) =>
	text.replace(/[a-z]/gi, (letter) =>
		letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
	);

describe('sayable', () => {
	it.each([
		'Illegal payload, badge addNum value ranges from 1 to 99',
		'Token app mismatch with specify app',
		'activityData.notificationData.firstTextBlock.firstLineSuperscript is wrong',
		'atomicUnableSendUnsubscribedMsg, noRightToSendThisLiveNotificationEvent',
		'无效的参数：标题不能为空。 Größe 4096 🙂',
		'request 123456789012345678901234567890123456789012345678 of 2026-11-23T10:00:00Z',
		'',
	])('leaves %j as it is', (text) => {
		expect(sayable(text, [TOKEN])).toBe(text);
	});

	const SECRETS: Array<[string, string, string]> = [
		['a token', TOKEN, TOKEN],
		['a token in small letters', TOKEN.toLowerCase(), TOKEN],
		['a token in turned letters', flip(TOKEN), TOKEN],
		['the better part of a token', TOKEN.slice(0, 70), TOKEN],
		['the end of a token', TOKEN.slice(-60), TOKEN],
		['a token with what nobody sees in it', TOKEN.split('').join('\u200b'), TOKEN],
		['a token with control characters in it', TOKEN.split('').join('\u0000'), TOKEN],
	];

	it.each(SECRETS)('masks %s', (_, said, secret) => {
		for (const text of [said, `token:${said},`, `["${said}"]`, `x ${said} y ${said}`]) {
			const shown = sayable(`Illegal token: ${text}`, [TOKEN, 'other-token']);
			expect(shown).toMatch(/^Illegal token: /);
			expect(shown).toContain('…');
			expect([text, leaks(shown, secret)]).toEqual([text, false]);
		}
	});

	it('masks tokens of others, whose names nobody gave', () => {
		expect(leaks(sayable(`Illegal token ${TOKEN}`, []), TOKEN)).toBe(false);
	});

	it.each([
		['short', 'customer-1', 'for customer-1.', 'for custom….'],
		['in capitals', 'customer-1', 'for CUSTOMER-1.', 'for CUSTOM….'],
		['with marks in JSON', 'a"b\\c/defg', '{"t":"a\\"b\\\\c\\/defg"}', '{"t":"a\\"b\\\\…"}'],
		['with a slash', 'abcd/efgh+1=', 'abcd/efgh+1=', 'abcd/e…'],
		['with letters that are none of ours', 'ΑΣΑabcΣ', 'xΑΣΑABCΣy', 'xΑΣΑABC…y'],
		['with a letter that becomes two', 'İbcdefgh', 'İİ İBCDEFGH', 'İİ İBCDEF…'],
		['in an address', 'abcd/efgh+1=', '?t=abcd%2Fefgh%2B1%3D&x', '?t=abcd%2…&x'],
		['in an address, in small letters', 'abcd/efgh+1=', 'abcd%2fefgh%2b1%3d', 'abcd%2…'],
		['with half a character', 'abcdefg\ud800h', 'abcdefg\ud800h', 'abcdef…'],
	])('masks a token of the request that is %s', (_, token, said, shown) => {
		expect(sayable(said, [token])).toBe(shown);
	});

	it('masks a token that another one begins with', () => {
		expect(sayable('of abcdefgh-9 and abcdefgh', ['abcdefgh', 'abcdefgh-9'])).toBe(
			'of abcdef… and abcdef…',
		);
	});

	it('leaves a token alone that is no longer than what may be seen of one', () => {
		expect(sayable('of abcdef', ['abcdef'])).toBe('of abcdef');
	});

	it.each([1, 5])('masks JWTs, %d of them', (times) => {
		const logins = Array.from({ length: times }, jwt);
		for (const text of logins.flatMap((one) => [
			one,
			`token=${one};`,
			`Bearer ${one}`,
			flip(one),
		])) {
			const shown = sayable(`sent by ${text}`, []);
			for (const login of logins) {
				for (const part of login.split('.').slice(1)) expect(leaks(shown, part)).toBe(false);
			}
		}
	});

	it.each(['Bearer abc123', 'bearer=abc123', 'BEARER: abc123', 'Authorization: Bearer  abc123'])(
		'masks what bears a login: %s',
		(text) => {
			expect(sayable(`${text} was refused`, [])).toMatch(/bearer … was refused$/i);
		},
	);

	it('masks a key, whole or cut, in lines or escaped', () => {
		const pem = String(
			generateKeyPairSync('rsa', {
				modulusLength: 2048,
				privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
				publicKeyEncoding: { type: 'spki', format: 'pem' },
			}).privateKey,
		);
		const lines = pem.split('\n').filter((line) => line.length > PART);
		for (const text of [pem, JSON.stringify(pem), pem.slice(0, 900), pem.repeat(2)]) {
			const shown = sayable(`Key ${text} is wrong`, []);
			expect(shown).toMatch(/^Key /);
			for (const line of lines.slice(1, -1)) expect(leaks(shown, line)).toBe(false);
		}
		expect(sayable(`Key ${pem}is wrong`, [])).toBe('Key … is wrong');
	});

	it('shows 300 characters in one line, and no half of one', () => {
		expect(sayable('a b\r\n\tc\u2028d\u0007e\u202ef', [])).toBe('a b c def');
		expect(sayable('ab '.repeat(200), [])).toHaveLength(300);
		expect(sayable('ab '.repeat(100), [])).toBe('ab '.repeat(100).trim());
		const faces = sayable('🙂'.repeat(500), []);
		expect(faces.length).toBeLessThanOrEqual(300);
		expect(encodeURIComponent(faces)).toMatch(/%E2%80%A6$/);
	});

	it('never shows a token that stands at the border of what is looked at', () => {
		const long = `M${randomBytes(225).toString('base64url')}`;
		for (let at = 3600; at <= 4001; at += 1) {
			// Masked tokens are short: so the border comes within what is shown.
			const whole = Math.floor(at / (long.length + 1));
			const begin = `${long} `.repeat(whole).padEnd(at, '- ');
			expect([at, leaks(sayable(begin + long, [long]), long)]).toEqual([at, false]);
			expect([at, leaks(sayable(begin + long, []), long)]).toEqual([at, false]);
		}
	});

	it('never shows a token of the request, whatever stands around it', () => {
		const token = fc.string({ minLength: 7, maxLength: 60 }).filter((one) => !/\s/.test(one));
		fc.assert(
			fc.property(token, fc.string(), fc.string(), (one, before, after) => {
				const shown = sayable(`${before} ${one} ${after}`, [one, TOKEN]);
				expect(shown.length).toBeLessThanOrEqual(300);
				expect(before.includes(one) || after.includes(one) || !shown.includes(one)).toBe(true);
			}),
		);
	});
});

describe('sayableWord', () => {
	it.each(['80000000', 'noRight', 'c1b2-33:44_5.6', '157440955549500001002006', ''])(
		'leaves %j as it is',
		(word) => {
			expect(sayableWord(word, [TOKEN])).toBe(word);
		},
	);

	it('keeps an ID of 64 digits, and cuts what is longer', () => {
		expect(sayableWord('12345678'.repeat(8), [])).toBe('12345678'.repeat(8));
		expect(sayableWord('no-'.repeat(100), [])).toHaveLength(64);
	});

	it('leaves out what is no letter, digit or mark, and is never empty for that', () => {
		expect(sayableWord('<img src=x>\n no Right"', [])).toBe('imgsrcxnoRight');
		expect(sayableWord('<!>', [])).toBe('…');
		expect(sayableWord('无', [])).toBe('…');
	});

	it.each([
		['a token', TOKEN],
		['a token with marks in it', TOKEN.split('').join('!')],
		['a JWT', jwt()],
		['a JWT with blanks in it', jwt().split('').join(' ')],
		['the better part of a token', TOKEN.slice(5, 60)],
		['a token behind much else', `${'no-'.repeat(5)}${TOKEN}`],
	])('masks %s', (_, word) => {
		const plain = word.replace(/[! ]/g, '');
		const shown = sayableWord(word, [TOKEN]);
		expect(shown.length).toBeLessThanOrEqual(64);
		const secret = plain.startsWith('eyJ') ? plain.slice(plain.indexOf('.') + 1) : TOKEN;
		expect(leaks(shown, secret)).toBe(false);
	});

	it('masks a token that itself has marks in it', () => {
		expect(sayableWord('cust+omer@1', ['cust+omer@1'])).toBe('custom…');
	});
});

describe('hostile texts', () => {
	const BIG = 100_000;
	const SHAPES: Array<[string, (length: number) => string]> = [
		['JWTs that never end', (length) => 'eyJ'.repeat(length / 3)],
		['JWTs without an end', (length) => 'eyJ.'.repeat(length / 4)],
		['dots', (length) => '.'.repeat(length)],
		['blanks', (length) => ' '.repeat(length)],
		['bearers', (length) => 'bearer '.repeat(length / 7)],
		['a bearer and blanks', (length) => `bearer${' '.repeat(length)}`],
		['keys', (length) => '-----BEGIN'.repeat(length / 10)],
		['ends of keys', (length) => '-----END'.repeat(length / 8)],
		['letters', (length) => 'a'.repeat(length)],
		['letters and one digit', (length) => `${'a'.repeat(length)}1`],
		['zeros nobody sees', (length) => '\u200b'.repeat(length)],
		['halves of characters', (length) => '\ud800'.repeat(length)],
		['backslashes', (length) => '\\'.repeat(length)],
		['percent signs', (length) => '%'.repeat(length)],
		['beginnings of tokens', (length) => TOKEN.slice(0, 20).repeat(length / 20)],
		['tokens', (length) => `${TOKEN} `.repeat(length / TOKEN.length)],
		['open brackets', (length) => '[{"a":'.repeat(length / 6)],
	];
	const tokens = Array.from({ length: 1000 }, () => randomBytes(80).toString('base64url'));

	it.each(SHAPES)('%s take no time worth speaking of', (_, make) => {
		const text = make(BIG);
		const begun = cpuMilliseconds();
		for (let time = 0; time < 4; time += 1) {
			sayable(text, tokens);
			sayableWord(text, tokens);
		}
		expect(cpuMilliseconds() - begun).toBeLessThan(2000); // A quadratic search took many seconds.
	});
});

describe('what is short or strange', () => {
	it.each([
		['a key at the very beginning', '-----BEGIN KEY-----\nshort\n-----END KEY-----', [], '…'],
		['a token of which little is left', 'cab drives', [`a${'\u200b'.repeat(9)}b`], 'cab drives'],
		['a letter that has two forms', 'x ΑΒΓΔΕΖΣ', ['ΑΒΓΔΕΖΣ'], 'x ΑΒΓΔΕΖ…'],
		['six characters, which may be seen', 'abcdef', ['abcdef'], 'abcdef'],
		['seven, which may not', 'abcdefg', ['abcdefg'], 'abcdef…'],
	])('%s', (_, said, tokens, shown) => expect(sayable(said, tokens)).toBe(shown));

	it('a word that is the token itself', () => {
		expect(sayableWord('abcdefg', ['abcdefg'])).toBe('abcdef…');
		expect(sayableWord('x-abcdefg', ['abcdefg', 'a-much-longer-token'])).toBe('x-abcdef…');
	});
});
