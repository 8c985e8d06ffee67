/** The signature header: whatever is made of it, only who knows the secret is believed. */
import { createHmac } from 'node:crypto';

import fc, { type Arbitrary } from 'fast-check';

import {
	decodeBase64Secret,
	deriveKeys,
	parseSignatureHeader,
	verifySignature,
	type CallbackAccount,
	type SignatureHeader,
} from '../../../../push-kit/receipt/signature';
import { checkCases, checkEndless } from '../../cases';
import { damaged, FRAGMENTS, mostly, wildText } from '../../hostile';
import { holdToLaws, piecesOf } from '../../laws';

const verify = (
	header: SignatureHeader,
	account: CallbackAccount,
	window: Parameters<typeof verifySignature>[2],
) => verifySignature(parseSignatureHeader(header), account, window);

const NOW = 1_790_000_000_000;
const WINDOW = { now: NOW, tolerance: 300 };
const SECRET = Buffer.from('a secret for this test alone, 32').toString('base64');
const ACCOUNT: CallbackAccount = {
	userName: 'shop-receipts',
	secret: SECRET,
	secretEncoding: 'base64',
};
const SECRETS = piecesOf(SECRET);

const macOf = (timestamp: string, nonce: string) =>
	createHmac('sha256', Buffer.from(SECRET, 'base64'))
		.update(timestamp + nonce + ACCOUNT.userName)
		.digest('base64');

interface Signed {
	timestamp: string;
	nonce: string;
}

const signed: Arbitrary<Signed> = fc.record({
	timestamp: fc.oneof(
		fc.integer({ min: NOW - 400_000, max: NOW + 400_000 }).map(String),
		fc.integer({ min: NOW / 1000 - 400, max: NOW / 1000 + 400 }).map(String),
	),
	nonce: fc.oneof(fc.uuid(), fc.stringMatching(/^[0-9a-f]{1,40}$/)),
});

const PIECES = [
	...[
		'timestamp=',
		'nonce=',
		'value=',
		';',
		',',
		'=',
		'TIMESTAMP=1',
		' ;',
		'timestamp=1;',
		';;',
		'1',
	],
	...['1790000000', '1790000000000', 'A', 'AAAA', '__proto__=', 'constructor=', '\n', 'nonce=;'],
];

const write = ({ timestamp, nonce }: Signed) =>
	`timestamp=${timestamp};nonce=${nonce};value=${macOf(timestamp, nonce)}`;

const header: Arbitrary<SignatureHeader> = fc.oneof(
	{ weight: 8, arbitrary: mostly(damaged(signed.map(write), PIECES), PIECES) },
	{ weight: 1, arbitrary: wildText },
	{
		weight: 2,
		arbitrary: fc.array(mostly(damaged(signed.map(write), PIECES), PIECES), { maxLength: 4 }),
	},
	{ weight: 1, arbitrary: fc.constant(undefined) },
);

test('any header is taken apart or called malformed', () => {
	checkCases(header, (given) => {
		const parsed = holdToLaws(() => parseSignatureHeader(given), { secrets: SECRETS });
		if (parsed?.ok !== true) return;
		expect(parsed.parts.timestamp).toMatch(/^\d+$/);
		expect(parsed.parts.nonce).not.toBe('');
		expect(parsed.parts.nonce.length).toBeLessThan(1_000);
	});
});

test('what is believed was signed with the secret, and within the window', () => {
	checkCases(header, (given) => {
		const verdict = holdToLaws(() => verify(given, ACCOUNT, WINDOW));
		if (verdict?.ok !== true) return;
		const parsed = parseSignatureHeader(given);
		if (!parsed.ok) throw new Error('Believed, and yet malformed');
		const { timestamp, nonce, value } = parsed.parts;
		expect(Buffer.from(value, 'base64')).toEqual(Buffer.from(macOf(timestamp, nonce), 'base64'));
		const number = Number(timestamp);
		const times = [number, number * 1000].map((time) => Math.abs(time - NOW));
		expect(Math.min(...times)).toBeLessThanOrEqual(WINDOW.tolerance * 1000);
	});
});

test('a genuine header is believed exactly within the window', () => {
	checkCases(signed, (parts) => {
		const verdict = holdToLaws(() => verify(write(parts), ACCOUNT, WINDOW));
		const number = Number(parts.timestamp);
		const time = number < 100_000_000_000 ? number * 1000 : number;
		const tolerated = Math.abs(time - NOW) <= WINDOW.tolerance * 1000;
		expect({ parts, ok: verdict?.ok }).toEqual({ parts, ok: tolerated });
	});
});

test('nobody else’s secret is believed', () => {
	const secret = mostly(fc.oneof(fc.constant(SECRET), wildText, fc.base64String()), [
		...FRAGMENTS,
		'A',
		'=',
	]);
	const account = fc.record({
		userName: fc.oneof(fc.constant(ACCOUNT.userName), wildText),
		secret,
		previousSecret: fc.option(secret, { nil: undefined }),
		secretEncoding: fc.constantFrom('auto' as const, 'base64' as const, 'text' as const),
	});
	checkCases(fc.tuple(signed, account), ([parts, other]) => {
		const verdict = holdToLaws(() => verify(write(parts), other, WINDOW));
		if (verdict?.ok !== true) return;
		expect(other.userName).toBe(ACCOUNT.userName);
		const keys = [other.secret, other.previousSecret ?? ''].flatMap((one) =>
			deriveKeys(one, other.secretEncoding),
		);
		expect(keys.some((key) => key.equals(Buffer.from(SECRET, 'base64')))).toBe(true);
	});
});

test('a secret is decoded whole or not at all', () => {
	const secret = mostly(fc.oneof(fc.base64String(), wildText), [
		'A',
		'=',
		'==',
		'-',
		'_',
		'/',
		' ',
	]);
	checkCases(secret, (given) => {
		const key = holdToLaws(() => decodeBase64Secret(given), { secrets: SECRETS });
		if (key === undefined) return;
		const plain = (text: string) =>
			text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
		expect(key.length).toBe(Math.floor((plain(given).length * 3) / 4));
	});
});

test('no piece of a header is slow, however often it stands there', () => {
	checkEndless(PIECES, (text) => void holdToLaws(() => parseSignatureHeader(text)));
});
