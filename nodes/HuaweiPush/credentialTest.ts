/** The test of credential `huaweiPushApi`: asks Push Kit, and tells in words what came of it. */
import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { AccessTokens } from '../../push-kit/account/accessTokens';
import { readConnection } from '../../push-kit/account/connection';
import { CONNECTION_TEST_BODY, findConnectionFault } from '../../push-kit/account/connectionTest';
import { sendUrl } from '../../push-kit/delivery/endpoints';
import { membersOf } from '../../push-kit/json';
import { toFailure } from './run/transportFailure';

/** Milliseconds to wait for the answer. */
const TIMEOUT = 30_000;

/**
 * `testedBy` function of the action node. A test that n8n makes from a description of the request would
 * show a failure of the network as its bare code, such as ENOTFOUND.
 *
 * The request goes to the very address to which a run sends, and is signed with a token of its own: a
 * token kept in memory would let a key pass that was just spoilt.
 */
export async function testPushAccount(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const fault = await findAccountFault(this, credential.data ?? {});
		return fault === undefined
			? { status: 'OK', message: 'Huawei accepts the key.' }
			: { status: 'Error', message: fault };
	} catch (error) {
		return { status: 'Error', message: error instanceof Error ? error.message : String(error) };
	}
}

async function findAccountFault(
	{ helpers }: ICredentialTestFunctions,
	data: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
	const connection = readConnection(data);
	const tokens = new AccessTokens(() => Math.floor(Date.now() / 1000));
	const jwt = await tokens.get(connection.account);
	let response: unknown;
	try {
		// The only way to send that n8n gives to the test of a credential.
		response = await helpers.request({
			method: 'POST',
			uri: sendUrl(connection),
			headers: { 'push-type': '0', Authorization: `Bearer ${jwt}` },
			body: CONNECTION_TEST_BODY,
			json: true,
			// Statuses are judged here, and the token follows no redirect.
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: TIMEOUT,
		});
	} catch (error) {
		return describeFailure(error, new URL(connection.baseUrl).origin);
	}
	const { statusCode, body } = membersOf(response);
	return findConnectionFault(Number(statusCode), body);
}

function describeFailure(error: unknown, origin: string): string {
	const { reason, description } = toFailure(error, { signed: true, cancelled: false });
	const words =
		reason === 'timeout' ? `No answer came within ${TIMEOUT / 1000} seconds.` : description;
	// The code of Node.js is what one finds when searching for help.
	const code = /^[A-Z_]+$/.test(reason) ? ` (${reason})` : '';
	return `No answer from ${origin}${code}. ${words}`;
}
