/** The service account's JWT: Huawei takes it directly as the bearer token (`push-jwt-token`). */

import type { KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { JWT_LIFETIME_SECONDS } from '../catalog/limits';
import type { ServiceAccount } from './serviceAccount';

/** Fixed audience of every service account JWT. */
const JWT_AUDIENCE = 'https://oauth-login.cloud.huawei.com/oauth2/v3/token';

/** A minted token and the Unix times, in seconds, between which it holds. */
export interface MintedJwt {
	token: string;
	issuedAt: number;
	expiresAt: number;
}

/**
 * Signs a JWT with PS256 (RSASSA-PSS, SHA-256, salt of 32 bytes).
 *
 * @param account whose `kid` and `iss` the token carries
 * @param key the account's private key, see `readPrivateKey`
 * @param issuedAt Unix time in seconds
 */
export async function mintJwt(
	account: ServiceAccount,
	key: KeyObject,
	issuedAt: number,
): Promise<MintedJwt> {
	const expiresAt = issuedAt + JWT_LIFETIME_SECONDS;
	const token = await new SignJWT()
		.setProtectedHeader({ alg: 'PS256', kid: account.keyId, typ: 'JWT' })
		.setIssuer(account.subAccount)
		.setAudience(JWT_AUDIENCE)
		.setIssuedAt(issuedAt)
		.setExpirationTime(expiresAt)
		.sign(key);
	return { token, issuedAt, expiresAt };
}
