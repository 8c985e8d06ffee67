import type { FastifyReply } from 'fastify';

import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import { buildAnswer, type Answer, type AnswerBody } from '../delivery/answers';
import { findFaultKind, type FaultKind, type FaultName } from '../delivery/faultKinds';
import type { Fault } from '../delivery/faults';
import type { State } from '../state/state';

interface Strike {
	reply: FastifyReply;
	fault: Fault;
	state: State;
	endpoint: Endpoint;
	requestId: string;
	/** The answer of a request that was judged; absent where the fault struck before. */
	answer?: Answer;
}

/** What was answered in place of the judgement, if it was an answer of Push Kit at all. */
interface StrikeResult {
	status: number;
	body: AnswerBody;
}

/** What is given with the fault, or else stands in its row of the table. */
interface Performance extends Strike {
	status?: number;
	delay?: number;
}

type Perform = (strike: Performance) => Promise<StrikeResult | void> | StrikeResult | void;

const PAGE = '<!doctype html><html><body><h1>Sign in to the network</h1></body></html>';

function sendCode(strike: Performance, code: string, msg?: string): StrikeResult {
	const { state, endpoint, requestId, reply } = strike;
	const answer = buildAnswer(code, state.settings, requestId, {
		endpoint,
		msg: strike.fault.msg ?? msg,
	});
	const sent = { status: strike.status ?? answer.status, body: answer.body };
	void reply.code(sent.status).send(sent.body);
	return sent;
}

const sendText =
	(type: string, text: string): Perform =>
	({ reply, status = 200 }) => {
		void reply.code(status).type(type).send(text);
	};

const sendInnerError: Perform = (strike) => sendCode(strike, '81000001');
const sendBadGateway = sendText('text/plain', 'Bad Gateway');

const reset: Perform = ({ reply }) => {
	reply.hijack();
	reply.raw.socket?.resetAndDestroy();
};

const keepSilent: Perform = ({ reply, delay, state }) => {
	reply.hijack();
	if (delay === undefined) return;
	state.timers.after(delay, () => reply.raw.socket?.destroy());
};

const switchProtocols: Perform = ({ reply }) => {
	reply.hijack();
	reply.raw.socket?.write(
		'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
	);
};

/** Sends the head of the right answer; its body is the caller's to write. */
function beginAnswer({ reply, answer }: Performance) {
	const text = Buffer.from(JSON.stringify(answer?.body ?? {}));
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(answer?.status ?? 200, {
		'content-type': 'application/json',
		'content-length': text.length,
	});
	return { raw, text };
}

const drip: Perform = async (strike) => {
	const { delay = 0, state, answer } = strike;
	const { raw, text } = beginAnswer(strike);
	for (const byte of text) {
		raw.write(Buffer.of(byte));
		const goesOn = await state.timers.sleep(delay);
		if (!goesOn || raw.destroyed) return undefined;
	}
	raw.end();
	return answer;
};

const breakInTheMiddle: Perform = (strike) => {
	const { raw, text } = beginAnswer(strike);
	raw.write(text.subarray(0, Math.floor(text.length / 2)), () => raw.socket?.destroy());
};

const PERFORMANCES: Readonly<Record<FaultName, Perform>> = {
	'503': sendText('text/plain', 'Service Unavailable'),
	'500BeforeAcceptance': sendInnerError,
	'500AfterAcceptance': sendInnerError,
	'502BeforeAcceptance': sendBadGateway,
	'502AfterAcceptance': sendBadGateway,
	resetBefore: reset,
	resetAfter: reset,
	timeout: keepSilent,
	timeoutAfter: keepSilent,
	slow: async ({ reply, delay = 0, state, answer }) => {
		await state.timers.sleep(delay);
		if (!answer) return;
		void reply.code(answer.status).send(answer.body);
		return answer;
	},
	drip,
	switchingProtocols: switchProtocols,
	html: sendText('text/html', PAGE),
	empty: ({ reply, status = 200 }) => {
		void reply.code(status).send('');
	},
	truncated: breakInTheMiddle,
	plainMsg: (strike) => sendCode(strike, '80300007', 'All the tokens are invalid'),
	code: (strike) => sendCode(strike, strike.fault.code ?? '81000001'),
};

/** Lets a fault take the place of the answer; returns what Push Kit answered, if it did. */
export async function strikeFault(strike: Strike): Promise<StrikeResult | undefined> {
	const { retryAfter, fault, ...given } = strike.fault;
	if (retryAfter !== undefined) void strike.reply.header('retry-after', retryAfter);
	const kind: Partial<FaultKind> = findFaultKind(fault) ?? {};
	const { status = kind.status, delay = kind.delay } = given;
	return (await PERFORMANCES[fault]({ ...strike, status, delay })) ?? undefined;
}
