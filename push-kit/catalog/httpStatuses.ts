/**
 * What an HTTP status says when the answer carries no code of Huawei's: a readable `code` always
 * comes first. Source page: `push-scenariozed-api-response`.
 */
import { CONSOLE_STEPS, N8N_STEPS } from './consoleSteps';
import type { Verdict } from './verdicts';

export interface HttpStatus {
	readonly status: number;
	readonly meaning: string;
	/** The next click; of what is `unknown`, the one where asking again does not help, '' for none. */
	readonly remedy: string;
	/** Of `unknown`, for a message; see `UNSURE` for the rest. */
	readonly verdict: Verdict;
	/**
	 * `failed`: Huawei did not take the request. `unknown`: it may have been taken. Then the
	 * verdict is `keep` and not `retryLater`, because a repeat could send the message twice.
	 */
	readonly outcome: 'failed' | 'unknown';
	/** Slug of Huawei's page. */
	readonly source: string;
}

const source = 'push-scenariozed-api-response';

export const HTTP_STATUSES: readonly HttpStatus[] = [
	{
		status: 400,
		meaning: 'Huawei refused the request: one of its values is wrong.',
		remedy: 'Compare the fields of the message in the node with the code and text of the answer.',
		verdict: 'fixMessage',
		outcome: 'failed',
		source,
	},
	{
		status: 401,
		meaning: 'Huawei refused the login of the service account.',
		remedy: N8N_STEPS.credential,
		verdict: 'fixSetup',
		outcome: 'failed',
		source,
	},
	{
		status: 404,
		meaning: 'There is no Push Kit at this address.',
		remedy: `${N8N_STEPS.baseUrl} ${N8N_STEPS.projectId}`,
		verdict: 'fixSetup',
		outcome: 'failed',
		source,
	},
	{
		// Not documented for push: gateways and proxies on the way answer so.
		status: 429,
		meaning: 'Too many requests in a short time.',
		remedy: `${N8N_STEPS.sendRate} Then send again later.`,
		verdict: 'retryLater',
		outcome: 'failed',
		source,
	},
	{
		status: 500,
		meaning: 'Huawei reports an internal error.',
		remedy: CONSOLE_STEPS.askHuawei,
		verdict: 'keep',
		outcome: 'unknown',
		source,
	},
	{
		status: 502,
		meaning: 'The connection to Huawei broke on the way.',
		remedy: '',
		verdict: 'keep',
		outcome: 'unknown',
		source,
	},
	{
		status: 503,
		meaning: 'Huawei is limiting the flow: the app sends to too many devices per second.',
		remedy: `${N8N_STEPS.sendRate} ${CONSOLE_STEPS.sendRate}`,
		verdict: 'retryLater',
		outcome: 'failed',
		source,
	},
	{
		status: 504,
		meaning: 'Huawei did not answer in time.',
		remedy: '',
		verdict: 'keep',
		outcome: 'unknown',
		// Documented for the service timeline only; it means the same here.
		source: 'push-api-service-timeline-send',
	},
];

const BY_STATUS: ReadonlyMap<number, HttpStatus> = new Map(
	HTTP_STATUSES.map((row) => [row.status, row]),
);

/**
 * Gives the meaning of an HTTP status whose body holds no code of Huawei's. Other 5xx, unreadable
 * 2xx and what is no status of a whole answer (1xx, none) count as `unknown`, all else (3xx, other
 * 4xx) as `failed` with `fixSetup`.
 */
export function findHttpStatus(status: number): HttpStatus {
	const known = BY_STATUS.get(status);
	if (known) return known;
	if (!(status >= 200 && status < 500)) {
		return {
			status,
			meaning: `The server answered with the error ${status}.`,
			remedy: '',
			verdict: 'keep',
			outcome: 'unknown',
			source,
		};
	}
	if (status < 300) {
		return {
			status,
			meaning: 'The answer is not one of Push Kit: it holds no code.',
			remedy: N8N_STEPS.baseUrl,
			verdict: 'keep',
			outcome: 'unknown',
			source,
		};
	}
	return {
		status,
		meaning: `The request was refused with the status ${status}, without a code of Huawei's.`,
		remedy: `A proxy or a wrong address may stand between n8n and Huawei. ${N8N_STEPS.baseUrl}`,
		verdict: 'fixSetup',
		outcome: 'failed',
		source,
	};
}
