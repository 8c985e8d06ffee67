import { Fields, Refusal } from './fields';

const PARAMETER_ERROR = '80100001';
const TOKEN_COUNT = '80300010';
const TEST_TOKEN_COUNT = '80300030';

export const MAX_TOKENS = 1_000;
const MAX_TEST_TOKENS = 10;

/**
 * The token that the credential test of n8n sends (`credentials/HuaweiPushApi.credentials.ts`). Made
 * up, so Huawei refuses it as it refuses every text that is no token; here it is the only one that
 * is known to be none, for the length and form of tokens are not fixed (`push-get-token`).
 */
export const CONNECTION_TEST_RECIPIENT = 'n8n-connection-test';

export const isNoToken = (token: string): boolean =>
	token === '' || token === CONNECTION_TEST_RECIPIENT;

function readTokens(parent: Fields): string[] {
	parent.require('token');
	const tokens = parent.texts('token') ?? [];
	return tokens;
}

function refuseCount(max: number, count: number): never {
	throw new Refusal(TOKEN_COUNT, `${count} tokens, allowed are 1 to ${max}`, [1, max]);
}

/** `target.token` of a send request: the tokens in order, or a refusal of their number. */
export function readTarget(target: unknown, max: number, testMessage: boolean): string[] {
	const tokens = readTokens(Fields.of(target, 'target', PARAMETER_ERROR));
	const testMax = Math.min(max, MAX_TEST_TOKENS);
	if (testMessage && tokens.length > testMax) {
		const tip = `${tokens.length} tokens, a test message may have ${testMax}`;
		throw new Refusal(TEST_TOKEN_COUNT, tip);
	}
	if (tokens.length < 1 || tokens.length > max) refuseCount(max, tokens.length);
	return tokens;
}

/** `token` of a revoke request, which stands at the top level (`push-msg-revoke`). */
export function readRevokeTokens(body: Fields): string[] {
	const tokens = readTokens(body);
	if (tokens.length < 1 || tokens.length > MAX_TOKENS) refuseCount(MAX_TOKENS, tokens.length);
	return tokens;
}
