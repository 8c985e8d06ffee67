import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { Deadlines } from '../../../push-kit/delivery/deadlines';
import { membersOf } from '../../../push-kit/json';
import type { PushRequest, Transport, TransportResult } from '../../../push-kit/delivery/transport';
import { SURROUNDINGS } from './surroundings';
import { cancelledUnderWay, timedOut, toFailure } from './transportFailure';

export const CREDENTIAL_TYPE = 'huaweiPushApi';

/** Milliseconds that a request has to end after it was told to. */
const PARTING = 250;

/** Statuses that say all there is to say, even if the answer breaks off after them. */
const SPEAKING_STATUSES = new Set([401, 429, 503]);

/**
 * Sends through n8n's own HTTP helper, so that its proxy, SSRF protection and cancellation hold. The
 * credential is read by the caller, once for the whole run.
 *
 * n8n's time-out is one of silence: a server that switches protocols, or that sends a byte now and then,
 * never meets it. So the waiting ends here, and the request with it.
 *
 * @param timeout milliseconds to wait for one answer
 */
export function createTransport(
	context: IExecuteFunctions,
	credentials: ICredentialDataDecryptedObject,
	timeout: number,
): Transport {
	const deadlines = new Deadlines(SURROUNDINGS, timeout, context.getExecutionCancelSignal());
	const partings = new Deadlines(SURROUNDINGS, PARTING);
	const ask = createRequester(context, credentials, timeout);

	return async (request, renew) => {
		const stop = new AbortController();
		const work = ask(request, renew, stop.signal);
		const ending = await deadlines.wait(work);
		if (ending.kind === 'done') return ending.value;
		stop.abort();
		const parting = await partings.wait(work);
		// The answer came in the very last moment.
		if (parting.kind === 'done' && parting.value.kind === 'answer') return parting.value;
		const failure = ending.kind === 'late' ? timedOut() : cancelledUnderWay();
		return parting.kind === 'done' ? failure : { ...failure, open: work.catch(() => undefined) };
	};
}

type Requester = (
	request: PushRequest,
	renew: boolean,
	signal: AbortSignal,
) => Promise<TransportResult>;

/** Sends and reads what n8n's helper makes of it. Never throws, but may never end. */
function createRequester(
	context: IExecuteFunctions,
	credentials: ICredentialDataDecryptedObject,
	timeout: number,
): Requester {
	const credentialsDecrypted = {
		id: '',
		name: CREDENTIAL_TYPE,
		type: CREDENTIAL_TYPE,
		data: credentials,
	};
	/** The options of a request as they were sent: they carry the JWT that a renewal has to replace. */
	const sent = new WeakMap<PushRequest, IHttpRequestOptions>();

	return async (request, renew, signal) => {
		const options = (renew ? sent.get(request) : undefined) ?? toOptions(request, timeout);
		sent.set(request, options);
		try {
			const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
				withSignal(context, signal),
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

/**
 * The context with a signal of this one request in place of the execution's: n8n's helper ends a request
 * by no other than that which its context gives, whatever the options say.
 */
function withSignal(context: IExecuteFunctions, signal: AbortSignal): IExecuteFunctions {
	const own: PropertyDescriptorMap = { getExecutionCancelSignal: { value: () => signal } };
	const derived: IExecuteFunctions = Object.create(context, own);
	return derived;
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
