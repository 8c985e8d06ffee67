/** The test of a credential: what Push Kit is asked, and what its answer says about the credential. */

import { findResponseCode } from '../catalog/responseCodes';
import { DEFAULT_BASE_URL } from './baseUrl';
import { CREATE_NEW_KEY } from './serviceAccountError';

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
 * Codes that mean the credential cannot send. Every other code of Huawei's says that Huawei knew who
 * asked and refused the made-up token, which is what a good credential gets.
 */
const FAILING_CODES = new Set([
	'80000001',
	'80200001',
	'80200003',
	'80200005',
	'80300002',
	'80300036',
	'80300037',
	'81000001',
]);

/** What the same code means here and not for an ordinary send. */
const CODE_WORDS: Readonly<Record<string, string>> = {
	'80200001': `Huawei refused the key (80200001): an ID beside it is wrong, the file belongs to another project, the key was deleted, or API Base URL is not the V3 API. Compare Project ID with AppGallery Connect > Project settings and paste the whole file again. If the key was deleted: ${CREATE_NEW_KEY}`,
	'80200005':
		'Huawei considers the login token expired (80200005): the clock of the machine that runs n8n is wrong. Set it by a time server and test again.',
	'80300002':
		'Huawei knows the key but does not let it send (80300002): either Push Kit is not enabled, or the key belongs to another project than the app. Check AppGallery Connect > your project > Grow > Push Kit > Enable now, and compare Project ID.',
};

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
	if (code !== undefined && FAILING_CODES.has(code)) return CODE_WORDS[code] ?? tableWords(code);
	if (status >= 500) {
		return `Push Kit, or a proxy before it, is out of order (HTTP ${status}), so the credential could not be checked. Test again in a few minutes.`;
	}
	if (status >= 300 && status < 400) {
		return `Who answered sends n8n to another address (HTTP ${status}), which Push Kit never does: a page to log in, or a wrong API Base URL. Huawei's is ${DEFAULT_BASE_URL}.`;
	}
	if (code !== undefined && status !== 401 && status !== 403) return undefined;
	return STATUS_WORDS[status] ?? NOT_HUAWEI;
}

function tableWords(code: string): string {
	const row = findResponseCode(code, 'send');
	return `${row?.meaning ?? 'Huawei refused the test'} (${code}) ${row?.remedy ?? ''}`.trim();
}

/** All codes of Push Kit have eight digits (`push-scenariozed-api-response`); a gateway's own do not. */
function codeOf(body: unknown): string | undefined {
	const code: unknown = typeof body === 'object' && body !== null && 'code' in body && body.code;
	const digits = typeof code === 'number' || typeof code === 'string' ? String(code) : '';
	return /^8\d{7}$/.test(digits) ? digits : undefined;
}
