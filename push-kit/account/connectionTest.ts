/** The test of a credential: what Push Kit is asked, and what its answer says about the credential. */

import { DEFAULT_BASE_URL } from '../catalog/pushApi';
import { findResponseCode, type Effect, type ResponseCode } from '../catalog/responseCodes';

/**
 * A well-formed test message to a token that no device can have: Huawei checks who asks, then refuses the
 * token. Nothing is shown anywhere.
 */
export const CONNECTION_TEST_BODY = {
	payload: {
		notification: {
			category: 'MARKETING',
			title: 'Connection test',
			body: 'Never shown',
			clickAction: { actionType: 0 },
		},
	},
	pushOptions: { testMessage: true },
	target: { token: ['n8n-connection-test'] },
};

/**
 * Effects of codes that mean the credential cannot send. Every other code of Huawei's says that Huawei knew
 * who asked and refused the made-up token, which is what a good credential gets.
 */
const FAILING: ReadonlySet<Effect> = new Set<Effect>([
	'accountRefused',
	'expiredToken',
	'projectRefused',
	'revokeFailed',
	'unknown',
]);

/** What a status says where the answer holds no code of Huawei's. */
const STATUS_WORDS: Readonly<Record<number, string>> = {
	401: 'Who answered wants another login than that of Push Kit (HTTP 401): a gateway or proxy stands at API Base URL.',
	403: 'Who answered does not let n8n pass (HTTP 403): a gateway, proxy or firewall stands between n8n and Huawei.',
	404: `There is no Push Kit at API Base URL (HTTP 404). Huawei's is ${DEFAULT_BASE_URL}.`,
	407: 'The proxy on the way to Huawei wants a login (HTTP 407). Set it where n8n runs, in HTTPS_PROXY.',
	429: 'Push Kit, or a gateway before it, takes no more requests for the moment (HTTP 429). Test again in a few minutes.',
};

const NOT_HUAWEI = `The answer did not come from Push Kit: it holds no code of Huawei. Check API Base URL; Huawei's is ${DEFAULT_BASE_URL}. A proxy or firewall may have answered in its place.`;

/**
 * What an answer to the test says is wrong, with the next step; `undefined` if the credential is good.
 *
 * @param status of HTTP
 * @param body parsed where it is JSON, else as it came
 */
export function findConnectionFault(status: number, body: unknown): string | undefined {
	const code = codeOf(body);
	const row = code === undefined ? undefined : findResponseCode(code, 'send');
	if (row !== undefined && FAILING.has(row.effect)) return faultWords(row);
	if (status >= 500) {
		return `Push Kit, or a proxy before it, is out of order (HTTP ${status}), so the credential could not be checked. Test again in a few minutes.`;
	}
	if (status >= 300 && status < 400) {
		return `Who answered sends n8n to another address (HTTP ${status}), which Push Kit never does: a page to log in, or a wrong API Base URL. Huawei's is ${DEFAULT_BASE_URL}.`;
	}
	if (code !== undefined && status !== 401 && status !== 403) return undefined;
	return STATUS_WORDS[status] ?? NOT_HUAWEI;
}

function faultWords({ code, meaning, remedy, connectionTest }: ResponseCode): string {
	return connectionTest ?? `${meaning} (${code}) ${remedy}`;
}

/** All codes of Push Kit have eight digits (`push-scenariozed-api-response`); a gateway's own do not. */
function codeOf(body: unknown): string | undefined {
	const code: unknown = typeof body === 'object' && body !== null && 'code' in body && body.code;
	const digits = typeof code === 'number' || typeof code === 'string' ? String(code) : '';
	return /^8\d{7}$/.test(digits) ? digits : undefined;
}
