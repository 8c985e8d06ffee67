import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { membersOf } from '../../../push-kit/json';
import type { PushRequest, Transport, TransportResult } from '../../../push-kit/delivery/transport';
import { toFailure } from './transportFailure';

export const CREDENTIAL_TYPE = 'huaweiPushApi';

/** Statuses that say all there is to say, even if the answer breaks off after them. */
const SPEAKING_STATUSES = new Set([401, 429, 503]);

/**
 * Sends through n8n's own HTTP helper, so that its proxy, SSRF protection and cancellation hold. The
 * credential is read by the caller, once for the whole run.
 *
 * @param timeout milliseconds to wait for one answer
 */
export function createTransport(
	context: IExecuteFunctions,
	credentials: ICredentialDataDecryptedObject,
	timeout: number,
): Transport {
	const credentialsDecrypted = {
		id: '',
		name: CREDENTIAL_TYPE,
		type: CREDENTIAL_TYPE,
		data: credentials,
	};
	/** The options of a request as they were sent: they carry the JWT that a renewal has to replace. */
	const sent = new WeakMap<PushRequest, IHttpRequestOptions>();

	return async (request, renew) => {
		const options = (renew ? sent.get(request) : undefined) ?? toOptions(request, timeout);
		sent.set(request, options);
		try {
			const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				CREDENTIAL_TYPE,
				options,
				{ credentialsDecrypted },
			);
			return toAnswer(response);
		} catch (error) {
			return fromError(error, {
				// The credential signs last of all: a request without its header never left.
				signed: options.headers?.Authorization !== undefined,
				cancelled: context.getExecutionCancelSignal()?.aborted === true,
			});
		}
	};
}

function toOptions({ url, pushType, body }: PushRequest, timeout: number): IHttpRequestOptions {
	return {
		method: 'POST',
		url,
		headers: { 'Content-Type': 'application/json', 'push-type': String(pushType) },
		body,
		json: true,
		returnFullResponse: true,
		// Bodies and Retry-After of refusals are needed; a 401 must stay an error, because n8n then mints a
		// new JWT and sends once more by itself.
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		// Push Kit never redirects: whoever does must be given neither the JWT nor the push tokens.
		disableFollowRedirect: true,
		timeout,
	};
}

function isFullResponse(response: unknown): response is IN8nHttpFullResponse {
	return typeof response === 'object' && response !== null && 'statusCode' in response;
}

function toAnswer(response: unknown): TransportResult {
	if (!isFullResponse(response)) return { kind: 'answer', status: 200, body: response };
	const retryAfter = response.headers?.['retry-after'];
	return {
		kind: 'answer',
		status: response.statusCode,
		body: response.body,
		...(typeof retryAfter === 'string' && { retryAfter }),
	};
}

/** n8n wraps what its helper throws; status and body stand at different depths. */
function fromError(
	error: unknown,
	state: { signed: boolean; cancelled: boolean },
): TransportResult {
	const { httpCode, context: details } = membersOf(error);
	const status = Number(httpCode);
	if (SPEAKING_STATUSES.has(status)) {
		return { kind: 'answer', status, body: membersOf(details).data };
	}
	return toFailure(error, state);
}
