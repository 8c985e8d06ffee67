import { AccessTokens } from '../../../../push-kit/account/accessTokens';
import {
	parseServiceAccountKey,
	type ServiceAccount,
} from '../../../../push-kit/account/serviceAccount';
import { makeAccount, makeKeyPair } from '../../../builders/serviceAccounts';

const account = parseServiceAccountKey(JSON.stringify(makeAccount().keyFile));

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

	it('keeps a token for 55 minutes and renews it five minutes before its end', async () => {
		const { tokens, wait } = tokensAt(1000);
		const first = await tokens.get(account);
		wait(3299);
		expect(await tokens.get(account)).toBe(first);
		wait(1);
		expect(await tokens.get(account)).not.toBe(first);
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

	it('keeps accounts apart, also those that differ in their key only', async () => {
		const { tokens } = tokensAt(1000);
		const other: ServiceAccount = { ...account, privateKey: makeKeyPair().privateKey };
		expect(await tokens.get(other)).not.toBe(await tokens.get(account));
	});

	it('fails for a key that cannot sign, and works again once it is mended', async () => {
		const { tokens } = tokensAt(1000);
		const broken = { ...account, privateKey: makeKeyPair('ec').privateKey };
		await expect(tokens.get(broken)).rejects.toMatchObject({ kind: 'notRsa' });
		expect(await tokens.get(account)).toMatch(/^ey/);
	});
});
