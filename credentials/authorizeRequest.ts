import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { AccessTokens } from '../push-kit/account/accessTokens';
import { BaseUrlError } from '../push-kit/account/baseUrl';
import { readConnection, type Connection } from '../push-kit/account/connection';

/** Kept for the life of the process: one signature an hour and key, whatever the number of executions. */
const accessTokens = new AccessTokens(() => Math.floor(Date.now() / 1000));

interface KnownConnection {
	connection: Connection;
	/** The fields it was read from: an object of credentials may be changed after its first use. */
	fields: readonly unknown[];
}

/** A run hands over the same credential with each of its requests: its key file is read once. */
const connections = new WeakMap<ICredentialDataDecryptedObject, KnownConnection>();

const BEARER = 'Bearer ';

/** n8n's HTTP Request node names the address `uri`, everything else `url`. */
type SignableRequest = IHttpRequestOptions & { uri?: string };

/**
 * Signs a request of the action node, of the HTTP Request node or of any other that takes this credential.
 * `{projectId}` and `{clientId}` in the URL become the credential's. The request goes to the address that
 * was checked: it is made absolute here.
 *
 * A request that already carries the token now in memory is n8n's one resend after a 401: that token
 * was refused, so a new one is minted.
 *
 * @throws {ServiceAccountError} if the key cannot be used
 * @throws {BaseUrlError} if the request goes to another scheme, host or port than the credential's
 */
export async function authorizeRequest(
	credentials: ICredentialDataDecryptedObject,
	requestOptions: SignableRequest,
): Promise<IHttpRequestOptions> {
	const connection = openConnection(credentials);
	const url = targetOf(requestOptions, connection);

	const sent = requestOptions.headers?.Authorization;
	const refused =
		typeof sent === 'string' && sent.startsWith(BEARER) ? sent.slice(BEARER.length) : undefined;
	const token = await accessTokens.get(connection.account, refused);
	// Set on the object that was passed in: whoever sends it again after an "expired" inside an answer of
	// 200 thereby says which token was refused, just as n8n does after a 401.
	if (requestOptions.uri !== undefined) requestOptions.uri = url;
	requestOptions.url = url;
	delete requestOptions.baseURL;
	requestOptions.headers = { ...requestOptions.headers, Authorization: BEARER + token };
	return requestOptions;
}

/**
 * The absolute address of a request, as the HTTP client would make it of `baseURL` and `url`.
 *
 * @throws {BaseUrlError} unless it lies at the credential's own scheme, host and port
 */
function targetOf(request: SignableRequest, { account, baseUrl, clientId }: Connection): string {
	const address = `${request.url ?? request.uri ?? ''}`
		.replace('{projectId}', () => encodeURIComponent(account.projectId))
		.replace('{clientId}', () => encodeURIComponent(clientId));
	const target = resolveUrl(address, request.baseURL ?? baseUrl);
	const own = new URL(baseUrl).origin;
	if (target?.origin === own && target.username + target.password === '') return target.href;
	throw new BaseUrlError(
		`This credential signs requests to ${own} only, as API Base URL in it says: whoever gets its login token can send to every device of the project. Correct the URL, or choose another credential for this address.`,
	);
}

/** A path is added to the whole of `base`; what has a scheme, or a host behind two slashes, has its own. */
function resolveUrl(address: string, base: string): URL | undefined {
	try {
		if (/^\s*[a-z][a-z\d+.-]*:/i.test(address)) return new URL(address);
		if (/^\s*[\\/]{2}/.test(address)) return new URL(address, base);
		return new URL(`${base.replace(/\/$/, '')}/${address.replace(/^\//, '')}`);
	} catch {
		return undefined;
	}
}

function openConnection(credentials: ICredentialDataDecryptedObject): Connection {
	const fields = Object.values(credentials);
	const known = connections.get(credentials);
	if (
		known?.fields.length === fields.length &&
		known.fields.every((field, index) => field === fields[index])
	) {
		return known.connection;
	}
	const connection = readConnection(credentials);
	connections.set(credentials, { connection, fields });
	return connection;
}
