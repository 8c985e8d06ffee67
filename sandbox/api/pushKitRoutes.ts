import type { FastifyInstance, FastifyReply } from 'fastify';

import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import type { Answer } from '../delivery/answers';
import { findFaultKind } from '../delivery/faultKinds';
import { describeImageCheck, judgeImage } from '../delivery/judgeImage';
import { describeRevoke, judgeRevoke } from '../delivery/judgeRevoke';
import { describeSend, judgeSend } from '../delivery/judgeSend';
import { listTokens, type PushRequest } from '../delivery/pushRequest';
import type { State } from '../state/state';
import { readPushRequest } from './pushRequest';
import { strikeFault } from './strikeFault';

/** What the three endpoints' records have in common. */
interface Stored {
	answer?: Answer;
	fault?: string;
}

/** How one endpoint works: describe what came, judge it, keep it. */
interface Work<T extends Stored> {
	describe: (state: State, request: PushRequest) => T;
	judge: (state: State, request: PushRequest, stored: T) => void;
	keep: (state: State, stored: T, bodyWeight: number) => void;
}

const SEND = {
	describe: describeSend,
	judge: judgeSend,
	keep: ({ store }: State, message: ReturnType<typeof describeSend>, bodyWeight: number) =>
		store.addMessage(message, bodyWeight),
};
const REVOKE = {
	describe: describeRevoke,
	judge: judgeRevoke,
	keep: ({ store }: State, stored: ReturnType<typeof describeRevoke>, bodyWeight: number) =>
		store.addRevocation(stored, bodyWeight),
};
const VERIFY = {
	describe: describeImageCheck,
	judge: judgeImage,
	keep: ({ store }: State, stored: ReturnType<typeof describeImageCheck>, bodyWeight: number) =>
		store.addImageCheck(stored, bodyWeight),
};

interface Params {
	Params: { id: string };
}

/** Push Kit's own URLs (`push-scenariozed-api-request-struct`); `::` is a colon in the path. */
export function addPushKitRoutes(app: FastifyInstance, state: State): void {
	// The body is judged as part of the request, so it must come through even if it is not JSON.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

	const route = <T extends Stored>(
		url: string,
		endpoint: Endpoint,
		expectedId: string,
		work: Work<T>,
	) =>
		app.post<Params>(url, async (request, reply) => {
			const { id } = request.params;
			const push = readPushRequest(request, state, endpoint, { id, expectedId });
			return await answerRequest(state, push, work, reply);
		});

	const { keyFile, clientId } = state.account;
	const projectId = keyFile.project_id;
	route('/v3/:id/messages::send', 'send', projectId, SEND);
	route('/v1/:id/messages::revoke', 'revoke', clientId, REVOKE);
	route('/v2/:id/images::verify', 'verify', projectId, VERIFY);
	// UNCERTAIN: the page names JWT for both URLs of the image check, so it is taken on both.
	route('/v1/:id/images::verify', 'verify', clientId, VERIFY);
}

async function answerRequest<T extends Stored>(
	state: State,
	push: PushRequest,
	work: Work<T>,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const { endpoint, requestId, bodyWeight } = push;
	// Clients tell a skewed clock by this header, so it must show the sandbox's time.
	void reply.header('date', new Date(push.time).toUTCString());
	const stored = work.describe(state, push);
	const fault = state.faults.take(endpoint) ?? state.scripts.takeFault(endpoint, listTokens(push));
	if (!fault) {
		work.judge(state, push, stored);
		work.keep(state, stored, bodyWeight);
		const { status, body } = stored.answer ?? { status: 500, body: {} };
		return reply.code(status).send(body);
	}
	stored.fault = fault.fault;
	if (findFaultKind(fault.fault)?.stage === 'after') work.judge(state, push, stored);
	const { answer } = stored;
	// Kept before the fault strikes: a test may look as soon as its connection breaks.
	stored.answer = undefined;
	work.keep(state, stored, bodyWeight);
	stored.answer = await strikeFault({ reply, fault, state, endpoint, requestId, answer });
	return reply;
}
