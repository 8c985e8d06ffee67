import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { AccessTokens } from '../push-kit/account/accessTokens';
import { checkSecureUrl, readConnection, type Connection } from '../push-kit/account/connection';

/** Kept for the life of the process: one signature an hour and key, whatever the number of executions. */
const accessTokens = new AccessTokens(() => Math.floor(Date.now() / 1000));

/** A run hands over the same credential with each of its requests: its key file is read once. */
const connections = new WeakMap<ICredentialDataDecryptedObject, Connection>();

const BEARER = 'Bearer ';

/**
 * Signs a request of the action node, of the credential test or of the HTTP Request node.
 * `{projectId}` and `{clientId}` in the URL become the credential's.
 *
 * A request that already carries the token now in memory is n8n's one resend after a 401: that token
 * was refused, so a new one is minted.
 *
 * @throws {ServiceAccountError} if the key cannot be used
 * @throws {BaseUrlError} if the request would carry the JWT in the clear
 */
export async function authorizeRequest(
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const { account, clientId } = openConnection(credentials);
	const url = requestOptions.url
		.replace('{projectId}', encodeURIComponent(account.projectId))
		.replace('{clientId}', encodeURIComponent(clientId));
	checkSecureUrl(/^https?:/i.test(url) ? url : (requestOptions.baseURL ?? url));

	const sent = requestOptions.headers?.Authorization;
	const refused =
		typeof sent === 'string' && sent.startsWith(BEARER) ? sent.slice(BEARER.length) : undefined;
	const token = await accessTokens.get(account, refused);
	// Set on the object that was passed in: whoever sends it again after an "expired" inside an answer of
	// 200 thereby says which token was refused, just as n8n does after a 401.
	requestOptions.url = url;
	requestOptions.headers = { ...requestOptions.headers, Authorization: BEARER + token };
	return requestOptions;
}

function openConnection(credentials: ICredentialDataDecryptedObject): Connection {
	const known = connections.get(credentials);
	if (known !== undefined) return known;
	const connection = readConnection(credentials);
	connections.set(credentials, connection);
	return connection;
}
