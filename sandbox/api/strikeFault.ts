import type { FastifyReply } from 'fastify';

import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import { buildAnswer, type Answer, type AnswerBody } from '../delivery/answers';
import type { Fault, FaultName } from '../delivery/faults';
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

type Perform = (strike: Strike) => Promise<StrikeResult | void> | StrikeResult | void;

const DEFAULT_SLOWNESS = 2_000;
const DEFAULT_DRIP = 500;

const PAGE = '<!doctype html><html><body><h1>Sign in to the network</h1></body></html>';

function sendCode(strike: Strike, code: string, status?: number, msg?: string): StrikeResult {
	const { state, endpoint, requestId, reply } = strike;
	const answer = buildAnswer(code, state.settings, requestId, {
		endpoint,
		msg: strike.fault.msg ?? msg,
	});
	const sent = { status: strike.fault.status ?? status ?? answer.status, body: answer.body };
	void reply.code(sent.status).send(sent.body);
	return sent;
}

/** UNCERTAIN: no page shows the body of a 502 or 503; plain text, as gateways answer. */
const sendGatewayText =
	(status: number, text: string): Perform =>
	({ reply, fault }) => {
		void reply
			.code(fault.status ?? status)
			.type('text/plain')
			.send(text);
	};

const sendInnerError: Perform = (strike) => sendCode(strike, '81000001', 500);

const reset: Perform = ({ reply }) => {
	reply.hijack();
	reply.raw.socket?.resetAndDestroy();
};

const keepSilent: Perform = ({ reply, fault, state }) => {
	reply.hijack();
	if (fault.delay === undefined) return;
	state.timers.after(fault.delay, () => reply.raw.socket?.destroy());
};

const switchProtocols: Perform = ({ reply }) => {
	reply.hijack();
	reply.raw.socket?.write(
		'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
	);
};

const drip: Perform = async ({ reply, fault, state, answer }) => {
	const text = Buffer.from(JSON.stringify(answer?.body ?? {}));
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(answer?.status ?? 200, {
		'content-type': 'application/json',
		'content-length': text.length,
	});
	for (const byte of text) {
		raw.write(Buffer.of(byte));
		const goesOn = await state.timers.sleep(fault.delay ?? DEFAULT_DRIP);
		if (!goesOn || raw.destroyed) return undefined;
	}
	raw.end();
	return answer;
};

const breakInTheMiddle: Perform = ({ reply, answer }) => {
	const text = Buffer.from(JSON.stringify(answer?.body ?? {}));
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(answer?.status ?? 200, {
		'content-type': 'application/json',
		'content-length': text.length,
	});
	raw.write(text.subarray(0, Math.floor(text.length / 2)), () => raw.socket?.destroy());
};

const PERFORMANCES: Readonly<Record<FaultName, Perform>> = {
	'503': sendGatewayText(503, 'Service Unavailable'),
	'500BeforeAcceptance': sendInnerError,
	'500AfterAcceptance': sendInnerError,
	'502BeforeAcceptance': sendGatewayText(502, 'Bad Gateway'),
	'502AfterAcceptance': sendGatewayText(502, 'Bad Gateway'),
	resetBefore: reset,
	resetAfter: reset,
	timeout: keepSilent,
	timeoutAfter: keepSilent,
	slow: async ({ reply, fault, state, answer }) => {
		await state.timers.sleep(fault.delay ?? DEFAULT_SLOWNESS);
		if (!answer) return;
		void reply.code(answer.status).send(answer.body);
		return answer;
	},
	drip,
	switchingProtocols: switchProtocols,
	html: ({ reply, fault }) => {
		void reply
			.code(fault.status ?? 200)
			.type('text/html')
			.send(PAGE);
	},
	empty: ({ reply, fault }) => {
		void reply.code(fault.status ?? 200).send('');
	},
	truncated: breakInTheMiddle,
	plainMsg: (strike) => sendCode(strike, '80300007', undefined, 'All the tokens are invalid'),
	code: (strike) => sendCode(strike, strike.fault.code ?? '81000001'),
};

/** Lets a fault take the place of the answer; returns what Push Kit answered, if it did. */
export async function strikeFault(strike: Strike): Promise<StrikeResult | undefined> {
	const { retryAfter, fault } = strike.fault;
	if (retryAfter !== undefined) void strike.reply.header('retry-after', retryAfter);
	return (await PERFORMANCES[fault](strike)) ?? undefined;
}
