import { constants, createPrivateKey, sign } from 'node:crypto';

import type { ServiceAccountKeyFile } from '../../../sandbox/account/serviceAccount';

export interface JwtChanges {
	header?: object;
	claims?: object;
	/** Unix milliseconds. */
	now?: number;
	saltLength?: number;
	/** PEM of another key. */
	privateKey?: string;
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Mints a JWT as `push-jwt-token` describes it; each part can be changed to make it wrong. */
export function mintJwt(keyFile: ServiceAccountKeyFile, changes: JwtChanges = {}): string {
	const iat = Math.floor((changes.now ?? Date.now()) / 1000);
	const header = { alg: 'PS256', typ: 'JWT', kid: keyFile.key_id, ...changes.header };
	const claims = {
		iss: keyFile.sub_account,
		aud: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
		iat,
		exp: iat + 3600,
		...changes.claims,
	};
	const signed = `${encode(header)}.${encode(claims)}`;
	const signature = sign('sha256', Buffer.from(signed), {
		key: createPrivateKey(changes.privateKey ?? keyFile.private_key),
		padding: constants.RSA_PKCS1_PSS_PADDING,
		saltLength: changes.saltLength ?? 32,
	});
	return `${signed}.${signature.toString('base64url')}`;
}
