import { createPublicKey, verify, constants } from 'node:crypto';

import {
	AccessTokens,
	CLOCK_TOLERANCE_SECONDS,
	RENEW_BEFORE_SECONDS,
} from '../../../../push-kit/account/accessTokens';
import {
	parseServiceAccountKey,
	type ServiceAccount,
} from '../../../../push-kit/account/serviceAccount';
import { makeAccount, makeKeyPair } from '../../../builders/serviceAccounts';

const account = parseServiceAccountKey(JSON.stringify(makeAccount().keyFile));

function claimsOf(token: string): { iat: number; exp: number; iss: string } {
	return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

/** Whether a token is signed with the account's key and carries its IDs. */
function isOf(token: string, { keyId, subAccount, privateKey }: ServiceAccount): boolean {
	const [head = '', body = '', signature = ''] = token.split('.');
	const header = JSON.parse(Buffer.from(head, 'base64url').toString());
	const key = {
		key: createPublicKey(privateKey),
		padding: constants.RSA_PKCS1_PSS_PADDING,
		saltLength: 32,
	};
	return (
		header.kid === keyId &&
		claimsOf(token).iss === subAccount &&
		verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))
	);
}

function tokensAt(start: number) {
	let now = start;
	const tokens = new AccessTokens(() => now);
	return { tokens, wait: (seconds: number) => (now += seconds) };
}

describe('AccessTokens', () => {
	it('hands out one token for many requests at once', async () => {
		const { tokens } = tokensAt(1000);
		const all = await Promise.all(Array.from({ length: 50 }, () => tokens.get(account)));
		expect(new Set(all).size).toBe(1);
	});

	it('dates a token back a little and lets it live an hour', async () => {
		const { iat, exp } = claimsOf(await tokensAt(1_790_000_000).tokens.get(account));
		expect(1_790_000_000 - iat).toBe(CLOCK_TOLERANCE_SECONDS);
		expect(CLOCK_TOLERANCE_SECONDS).toBeGreaterThan(0);
		expect(exp - iat).toBe(3600);
	});

	it('keeps a token until five minutes before its end, and not a second longer', async () => {
		const { tokens, wait } = tokensAt(1000);
		const first = await tokens.get(account);
		const { exp } = claimsOf(first);
		expect(RENEW_BEFORE_SECONDS).toBe(300);
		wait(exp - 300 - 1 - 1000);
		expect(await tokens.get(account)).toBe(first);
		wait(1);
		const second = await tokens.get(account);
		expect(second).not.toBe(first);
		expect(claimsOf(second).exp).toBeGreaterThan(exp);
	});

	it('mints anew when the clock was put back, and keeps what the old clock allowed', async () => {
		const { tokens, wait } = tokensAt(10_000);
		const first = await tokens.get(account);
		wait(-CLOCK_TOLERANCE_SECONDS);
		expect(await tokens.get(account)).toBe(first);
		wait(-1);
		const second = await tokens.get(account);
		expect(second).not.toBe(first);
		expect(claimsOf(second).iat).toBe(10_000 - 2 * CLOCK_TOLERANCE_SECONDS - 1);
	});

	it('mints anew when the service refused the token, once for all who were refused', async () => {
		const { tokens } = tokensAt(1000);
		const refused = await tokens.get(account);
		const renewed = await Promise.all(
			Array.from({ length: 8 }, () => tokens.get(account, refused)),
		);
		expect(new Set(renewed).size).toBe(1);
		expect(renewed[0]).not.toBe(refused);
	});

	it('hands the newer token to one who was refused with an older', async () => {
		const { tokens } = tokensAt(1000);
		const old = await tokens.get(account);
		const renewed = await tokens.get(account, old);
		expect(await tokens.get(account, old)).toBe(renewed);
	});

	it('hands the token of a mint under way to one who was refused meanwhile, and mints once', async () => {
		const { tokens } = tokensAt(1000);
		const old = await tokens.get(account);
		const [first, second, third] = await Promise.all([
			tokens.get(account, old),
			tokens.get(account),
			tokens.get({ ...account }, old),
		]);
		expect(first).not.toBe(old);
		expect(third).toBe(first);
		// Who was not refused may go on with the old one.
		expect([old, first]).toContain(second);
		expect(await tokens.get(account)).toBe(first);
	});

	const otherKey = makeKeyPair().privateKey;
	it.each([
		['key', { privateKey: otherKey }],
		['key ID', { keyId: 'another' }],
		['sub-account', { subAccount: '42' }],
		['IDs that read alike side by side', { keyId: `${account.keyId}1`, subAccount: '04837171' }],
	])(
		'keeps accounts apart that differ in their %s only, at the same time',
		async (_what, change) => {
			const { tokens } = tokensAt(1000);
			const other: ServiceAccount = { ...account, ...change };
			const both = await Promise.all([tokens.get(account), tokens.get(other)]);
			expect(isOf(both[0], account)).toBe(true);
			expect(isOf(both[1], other)).toBe(true);
			expect(await tokens.get({ ...account })).toBe(both[0]);
			expect(await tokens.get({ ...other })).toBe(both[1]);
		},
	);

	it('gives one account one token, whatever project it sends for', async () => {
		const { tokens } = tokensAt(1000);
		const first = await tokens.get(account);
		expect(await tokens.get({ ...account, projectId: '42' })).toBe(first);
	});

	it('remembers a hundred accounts, and forgets the one that was used longest ago', async () => {
		const { tokens } = tokensAt(1000);
		const accountOf = (index: number) => ({ ...account, keyId: `key-${index}` });
		const first: string[] = [];
		for (let index = 0; index < 100; index += 1) first.push(await tokens.get(accountOf(index)));
		expect(await tokens.get(accountOf(0))).toBe(first[0]);
		await tokens.get(accountOf(100));
		expect(await tokens.get(accountOf(0))).toBe(first[0]);
		expect(await tokens.get(accountOf(2))).toBe(first[2]);
		expect(await tokens.get(accountOf(1))).not.toBe(first[1]);
	});

	it('fails for a key that cannot sign, and works again once it is mended', async () => {
		const { tokens } = tokensAt(1000);
		const broken = { ...account, privateKey: makeKeyPair('ec').privateKey };
		await expect(tokens.get(broken)).rejects.toMatchObject({ kind: 'notRsa' });
		expect(await tokens.get(account)).toMatch(/^ey/);
	});
});
