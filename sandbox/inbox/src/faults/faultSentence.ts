/** Faults that wait, as sentences. */
import type { FaultKind, WaitingFault } from '../api';
import { writeNumber } from '../dates';

const MILLISECONDS = 1000;

/** What is asked of Push Kit, in words. */
export const ENDPOINT_NAMES: Readonly<Record<string, string>> = {
	send: 'to send',
	revoke: 'to revoke',
	verify: 'to check an image',
};

/** What the answer to one request is, after "gets". */
const ANSWERS: Readonly<Record<string, string>> = {
	'503': '503 (too many devices a second)',
	'500BeforeAcceptance': '500 with 81000001 Inner Error',
	'500AfterAcceptance': '500 with 81000001 Inner Error',
	'502BeforeAcceptance': '502 with plain text',
	'502AfterAcceptance': '502 with plain text',
	resetBefore: 'a connection that is reset',
	resetAfter: 'a connection that is reset',
	slow: 'the right answer late',
	drip: 'the right answer byte by byte',
	switchingProtocols: '101 and then silence',
	timeout: 'no answer at all',
	timeoutAfter: 'no answer at all',
	html: 'the web page of a proxy',
	empty: 'an answer without a body',
	truncated: 'half of the right answer',
	plainMsg: '80300007 with plain text',
	code: 'a code of Huawei',
};

/** A fault as it waits, or as a form is about to add it. */
export type GivenFault = Partial<Omit<WaitingFault, 'fault' | 'times'>> & {
	fault: string;
	/** `null`: every request. */
	times: number | null;
};

const writeSeconds = (milliseconds: number) => `${writeNumber(milliseconds / MILLISECONDS)} s`;

const DELAYS: Readonly<Record<string, (seconds: string) => string>> = {
	slow: (seconds) => `after ${seconds}`,
	drip: (seconds) => `one every ${seconds}`,
	timeout: (seconds) => `until the connection is cut after ${seconds}`,
	timeoutAfter: (seconds) => `until the connection is cut after ${seconds}`,
};

function writeSubject({ times, endpoint }: GivenFault): [subject: string, verb: string] {
	const kind = endpoint ? ` ${ENDPOINT_NAMES[endpoint] ?? endpoint}` : '';
	if (times === null) return [`Every request${kind}`, 'gets'];
	if (times === 1) return [`The next request${kind}`, 'gets'];
	return [`The next ${writeNumber(times)} requests${kind}`, 'get'];
}

function writeMembers({ fault, retryAfter, delay, status, msg }: GivenFault): string {
	return [
		retryAfter !== undefined &&
			`with Retry-After ${retryAfter}${/^\d+$/.test(retryAfter) ? ' s' : ''}`,
		delay !== undefined && (DELAYS[fault]?.(writeSeconds(delay)) ?? `after ${writeSeconds(delay)}`),
		status !== undefined && `with HTTP ${status}`,
		msg !== undefined && `with the text "${msg}"`,
	]
		.filter((words) => typeof words === 'string')
		.join(', ');
}

/** What happens, in one sentence without its end: "The next 3 requests get 503 with Retry-After 2 s". */
export function writeFault(given: GivenFault): string {
	const [subject, verb] = writeSubject(given);
	const answer =
		given.fault === 'code' && given.code !== undefined
			? `the code ${given.code}`
			: (ANSWERS[given.fault] ?? given.fault);
	return [subject, verb, answer, writeMembers(given)].filter(Boolean).join(' ');
}

/** What becomes of the messages of these requests. */
export function writeStage(kind: Pick<FaultKind, 'stage'> | undefined): string {
	return kind?.stage === 'after'
		? 'Devices get the message all the same.'
		: 'No device gets the message.';
}
