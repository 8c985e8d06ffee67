/**
 * `npm run smoke:live`: for those with an account at Huawei. Sends one test message to one device of
 * yours and withdraws it again, with the same code as the node; prints what Huawei answered.
 */
import axios from 'axios';

import { AccessTokens } from '../../push-kit/account/accessTokens';
import { readConnection, type Connection } from '../../push-kit/account/connection';
import { interpretAnswer } from '../../push-kit/delivery/answer';
import { revokeUrl, sendUrl } from '../../push-kit/delivery/endpoints';
import type { TokenOutcome } from '../../push-kit/delivery/outcome';
import { buildSendBody } from '../../push-kit/message/size';
import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import { parseCommandLine } from '../commandLine';
import { formatError, UserError } from '../n8n/userError';
import { readEnvironment } from './environment';

const USAGE = `Sends one test message to one of your devices through Huawei's live service, then revokes it.

Set in the environment:
  HUAWEI_PUSH_KEY_FILE   path of your service account key file
  HUAWEI_PUSH_TOKEN      a push token of your app, from a device of yours
  HUAWEI_PUSH_CLIENT_ID  the app's OAuth 2.0 client ID (optional: without it nothing is revoked)
  HUAWEI_PUSH_BASE_URL   another address than Huawei's, for example the sandbox's (optional)
`;

/** A number that hardly any other message on the device has. */
const NOTIFY_ID = 20_260_917;

async function post(
	connection: Connection,
	accessTokens: AccessTokens,
	endpoint: Endpoint,
	url: string,
	body: object,
	token: string,
): Promise<TokenOutcome | undefined> {
	const jwt = await accessTokens.get(connection.account);
	const response = await axios.post<unknown>(url, body, {
		headers: { Authorization: `Bearer ${jwt}`, 'push-type': '0' },
		validateStatus: () => true,
		timeout: 30_000,
		// Push Kit never redirects: whoever does is given neither the JWT nor the token.
		maxRedirects: 0,
	});
	const [outcome] = interpretAnswer(endpoint, response.status, response.data, [token]);
	process.stdout.write(
		`${endpoint}: HTTP ${response.status}, ${outcome?.outcome ?? 'no outcome'}, code ${outcome?.code ?? '-'}, request ${outcome?.requestId ?? '-'}\n`,
	);
	if (outcome?.advice) process.stdout.write(`  ${outcome.advice}\n`);
	return outcome;
}

async function main(): Promise<void> {
	// Who only asks must not send.
	const { values } = parseCommandLine('npm run smoke:live', {
		options: { help: { type: 'boolean', short: 'h', default: false } },
	});
	if (values.help) {
		process.stdout.write(USAGE);
		return;
	}
	const setting = readEnvironment(process.env);
	if (setting === undefined) {
		process.stderr.write(USAGE);
		process.exitCode = 2;
		return;
	}
	const connection = readConnection({ keyFormat: 'json', ...setting });
	const accessTokens = new AccessTokens(() => Math.floor(Date.now() / 1000));
	const { token } = setting;
	const { clientId } = connection;
	const message = buildSendBody(
		{
			payload: {
				notification: {
					category: 'MARKETING',
					title: 'n8n smoke test',
					body: 'Sent and withdrawn by npm run smoke:live',
					notifyId: NOTIFY_ID,
					clickAction: { actionType: 0 },
				},
			},
			pushOptions: { testMessage: true, ttl: 600 },
		},
		[token],
	);
	const sent = await post(connection, accessTokens, 'send', sendUrl(connection), message, token);
	if (sent?.outcome !== 'accepted') {
		process.exitCode = 1;
		return;
	}
	if (clientId === '') {
		process.stdout.write('Not revoked: HUAWEI_PUSH_CLIENT_ID is not set.\n');
		return;
	}
	const revocation = { notifyId: NOTIFY_ID, token: [token] };
	const url = revokeUrl(connection, clientId);
	const revoked = await post(connection, accessTokens, 'revoke', url, revocation, token);
	if (revoked?.outcome !== 'accepted') process.exitCode = 1;
}

main().catch((error: unknown) => {
	// An axios error would print the request with its JWT: the sentence is enough.
	const words = error instanceof Error ? error.message : String(error);
	process.stderr.write(`${error instanceof UserError ? formatError(error) : words}\n`);
	process.exitCode = 1;
});
