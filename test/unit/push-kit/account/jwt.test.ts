import { constants, createPrivateKey, verify } from 'node:crypto';

import { mintJwt } from '../../../../push-kit/account/jwt';
import { parseServiceAccountKey } from '../../../../push-kit/account/serviceAccount';
import { makeAccount } from '../../../builders/serviceAccounts';

const { keyFile, publicKey } = makeAccount();
const account = parseServiceAccountKey(JSON.stringify(keyFile));
const key = createPrivateKey(keyFile.private_key);
const NOW = 1_790_000_000;

const decode = (part = ''): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

describe('mintJwt', () => {
	it('carries the documented header and claims', async () => {
		const { token, expiresAt } = await mintJwt(account, key, NOW);
		const [header, claims] = token.split('.');
		expect(decode(header)).toEqual({ alg: 'PS256', kid: keyFile.key_id, typ: 'JWT' });
		expect(decode(claims)).toEqual({
			iss: keyFile.sub_account,
			aud: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
			iat: NOW,
			exp: NOW + 3600,
		});
		expect(expiresAt).toBe(NOW + 3600);
	});

	it('verifies with node:crypto as RSASSA-PSS with a salt of 32 bytes, and with no other', async () => {
		const { token } = await mintJwt(account, key, NOW);
		const end = token.lastIndexOf('.');
		const verifies = (saltLength: number) =>
			verify(
				'sha256',
				Buffer.from(token.slice(0, end)),
				{ key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength },
				Buffer.from(token.slice(end + 1), 'base64url'),
			);
		expect(verifies(32)).toBe(true);
		expect(verifies(20)).toBe(false);
	});
});
