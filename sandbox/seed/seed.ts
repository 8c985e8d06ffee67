import axios from 'axios';
import { constants, sign } from 'node:crypto';

import { AUDIENCE, type ServiceAccountKeyFile } from '../account/serviceAccount';
import type { Sandbox } from '../server';
import { SEED_AGENT } from './seedAgent';
import { SEED_LIVE_VIEWS } from './liveViews';
import { SEED_FATES, SEED_MESSAGES, SEED_REVOCATION, type SeedMessage } from './messages';

const LIFETIME = 3_600;
/** PS256 fixes the salt to the length of the digest. */
const SALT_LENGTH = 32;

function mintJwt(keyFile: ServiceAccountKeyFile, nowMs: number): string {
	const iat = Math.floor(nowMs / 1000);
	const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
	const header = encode({ alg: 'PS256', typ: 'JWT', kid: keyFile.key_id });
	const claims = encode({ iss: keyFile.sub_account, aud: AUDIENCE, iat, exp: iat + LIFETIME });
	const signature = sign('sha256', Buffer.from(`${header}.${claims}`), {
		key: keyFile.private_key,
		padding: constants.RSA_PKCS1_PSS_PADDING,
		saltLength: SALT_LENGTH,
	});
	return `${header}.${claims}.${signature.toString('base64url')}`;
}

/**
 * Sends an example of every message type to a sandbox, through its own URLs, so that its page has
 * something to show. Returns how many requests were sent.
 */
export async function seedSandbox(sandbox: Sandbox): Promise<number> {
	const { url, projectId, clientId, keyFile, state } = sandbox;
	const authorization = `Bearer ${mintJwt(keyFile, state.now())}`;
	const post = async (path: string, { pushType, body }: SeedMessage) =>
		await axios.post(`${url}${path}`, body, {
			headers: {
				authorization,
				'push-type': String(pushType),
				'user-agent': SEED_AGENT,
			},
			proxy: false,
			validateStatus: () => true,
		});
	for (const [token, fate] of Object.entries(SEED_FATES)) {
		await axios.put(`${url}/sandbox/devices/${token}`, fate, { proxy: false });
	}
	const messages = [...SEED_MESSAGES, ...SEED_LIVE_VIEWS];
	for (const message of messages) await post(`/v3/${projectId}/messages:send`, message);
	await post(`/v1/${clientId}/messages:revoke`, SEED_REVOCATION);
	return messages.length + 1;
}
