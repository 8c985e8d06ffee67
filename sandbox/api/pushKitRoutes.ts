import type { FastifyInstance, FastifyReply } from 'fastify';

import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import { findFaultKind } from '../delivery/faultKinds';
import type { Fault } from '../delivery/faults';
import { describeImageCheck, judgeImage } from '../delivery/judgeImage';
import { describeRevoke, judgeRevoke } from '../delivery/judgeRevoke';
import { describeSend, judgeSend } from '../delivery/judgeSend';
import { listTokens, type PushRequest } from '../delivery/pushRequest';
import type { ArrivalAt } from '../state/arrival';
import type { State } from '../state/state';
import { readPushRequest } from './pushRequest';
import { strikeFault } from './strikeFault';

/** How one endpoint works: describe what came, and judge it. */
interface Work<E extends Endpoint> {
	describe: (state: State, request: PushRequest<E>) => ArrivalAt<E>;
	judge: (state: State, request: PushRequest<E>, arrival: ArrivalAt<E>) => void;
}

const WORK: { readonly [E in Endpoint]: Work<E> } = {
	send: { describe: describeSend, judge: judgeSend },
	revoke: { describe: describeRevoke, judge: judgeRevoke },
	verify: { describe: describeImageCheck, judge: judgeImage },
};

interface Params {
	Params: { id: string };
}

/** Push Kit's own URLs (`push-scenariozed-api-request-struct`); `::` is a colon in the path. */
export function addPushKitRoutes(app: FastifyInstance, state: State): void {
	// The body is judged as part of the request, so it must come through even if it is not JSON.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

	const route = <E extends Endpoint>(url: string, endpoint: E, expectedId: string) =>
		app.post<Params>(url, async (request, reply) => {
			const { id } = request.params;
			const push = readPushRequest(request, state, endpoint, { id, expectedId });
			return await answerRequest(state, push, WORK[endpoint], reply);
		});

	const { keyFile, clientId } = state.account;
	const projectId = keyFile.project_id;
	route('/v3/:id/messages::send', 'send', projectId);
	route('/v1/:id/messages::revoke', 'revoke', clientId);
	route('/v2/:id/images::verify', 'verify', projectId);
	// UNCERTAIN: the page names JWT for both URLs of the image check, so it is taken on both.
	route('/v1/:id/images::verify', 'verify', clientId);
}

async function answerRequest<E extends Endpoint>(
	state: State,
	push: PushRequest<E>,
	work: Work<E>,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const { endpoint, requestId, bodyWeight } = push;
	// Clients tell a skewed clock by this header, so it must show the sandbox's time.
	void reply.header('date', new Date(push.time).toUTCString());
	const stored = work.describe(state, push);
	const fault =
		state.faults.take(endpoint) ??
		state.scripts.takeFault(endpoint, listTokens(push)) ??
		controlFlow(state, endpoint);
	if (!fault) {
		work.judge(state, push, stored);
		state.store.add(stored, bodyWeight);
		await delayAnswer(state);
		const { status, body } = stored.answer ?? { status: 500, body: {} };
		return reply.code(status).send(body);
	}
	stored.fault = fault.fault;
	if (findFaultKind(fault.fault)?.stage === 'after') work.judge(state, push, stored);
	const { answer } = stored;
	// Kept before the fault strikes: a test may look as soon as its connection breaks.
	stored.answer = undefined;
	state.store.add(stored, bodyWeight);
	await delayAnswer(state);
	stored.answer = await strikeFault({ reply, fault, state, endpoint, requestId, answer });
	return reply;
}

/** The refusal of a request beyond `requestsPerSecond`. */
function controlFlow(state: State, endpoint: Endpoint): Fault | undefined {
	const { requestsPerSecond } = state.settings;
	if (endpoint !== 'send' || requestsPerSecond === 0) return undefined;
	const isTaken = state.quotas.addSend(state.now()) <= requestsPerSecond;
	return isTaken ? undefined : { fault: '503', times: 1 };
}

/** A timer for each request: thousands that are under way at once do not wait for each other. */
async function delayAnswer({ settings, timers }: State): Promise<void> {
	if (settings.latency > 0) await timers.sleep(settings.latency);
}
