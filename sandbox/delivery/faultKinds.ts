/**
 * When a fault strikes. `before`: the message is not accepted. `after`: it is accepted as usual,
 * and only the answer suffers; the two look the same to the client.
 */
export type FaultStage = 'before' | 'after';

/** What can be given beside a fault's name and means something to it. */
export type FaultMember = 'retryAfter' | 'delay' | 'code' | 'msg' | 'status';

/** One way in which a request can go wrong: how it is done, listed and explained. */
export interface FaultKind {
	fault: string;
	/** Label in the page. */
	name: string;
	/** What the sender meets. */
	effect: string;
	stage: FaultStage;
	/** HTTP status of the answer that the fault makes itself, unless `status` is given. */
	status?: number;
	/** Milliseconds, unless `delay` is given. */
	delay?: number;
	/** Members that mean something to it, with their label in the page. */
	members?: Partial<Record<FaultMember, string>>;
}

/**
 * Every fault: requests are struck by it, REST lists it, the page offers it, and the README has it.
 * UNCERTAIN: no page shows the body of a 502 or 503; plain text, as gateways answer.
 */
export const FAULTS = [
	{
		fault: '503',
		name: '503: too many devices a second',
		effect: '503 with plain text, and Retry-After if given',
		stage: 'before',
		status: 503,
		members: { retryAfter: 'Retry-After in seconds' },
	},
	{
		fault: '500BeforeAcceptance',
		name: '500 before acceptance',
		effect: '500 with 81000001 Inner Error',
		stage: 'before',
		status: 500,
	},
	{
		fault: '500AfterAcceptance',
		name: '500 after acceptance',
		effect: '500 with 81000001 Inner Error',
		stage: 'after',
		status: 500,
	},
	{
		fault: '502BeforeAcceptance',
		name: '502 before acceptance',
		effect: '502 with plain text',
		stage: 'before',
		status: 502,
	},
	{
		fault: '502AfterAcceptance',
		name: '502 after acceptance',
		effect: '502 with plain text',
		stage: 'after',
		status: 502,
	},
	{
		fault: 'resetBefore',
		name: 'Connection reset before acceptance',
		effect: 'The connection is reset without an answer',
		stage: 'before',
	},
	{
		fault: 'resetAfter',
		name: 'Connection reset after acceptance',
		effect: 'The connection is reset without an answer',
		stage: 'after',
	},
	{
		fault: 'slow',
		name: 'Slow answer',
		effect: 'The right answer, late',
		stage: 'after',
		delay: 2_000,
		members: { delay: 'Late by seconds' },
	},
	{
		fault: 'drip',
		name: 'Answer byte by byte',
		effect: 'The right answer, each byte some time after the other',
		stage: 'after',
		delay: 500,
		members: { delay: 'Seconds between bytes' },
	},
	{
		fault: 'switchingProtocols',
		name: '101 and nothing more',
		effect: '101 without having been asked for, then silence',
		stage: 'before',
		status: 101,
	},
	{
		fault: 'timeout',
		name: 'No answer at all',
		effect: 'No answer ever; the connection is cut after the delay, if there is one',
		stage: 'before',
		members: { delay: 'Hangs up after seconds' },
	},
	{
		fault: 'timeoutAfter',
		name: 'No answer although accepted',
		effect: 'No answer ever; the connection is cut after the delay, if there is one',
		stage: 'after',
		members: { delay: 'Hangs up after seconds' },
	},
	{
		fault: 'html',
		name: 'HTML page of a proxy',
		effect: 'A web page, as from a proxy that never asked Huawei; with status 404 a stray 404',
		stage: 'before',
		status: 200,
		members: { status: 'HTTP status' },
	},
	{
		fault: 'empty',
		name: 'Empty answer',
		effect: 'An answer without a body',
		stage: 'after',
		status: 200,
		members: { status: 'HTTP status' },
	},
	{
		fault: 'truncated',
		name: 'Answer cut off',
		effect: 'Half of the right answer, then the connection breaks',
		stage: 'after',
	},
	{
		fault: 'plainMsg',
		name: '80300007 with plain text',
		effect: '80300007 whose msg is plain text, as once reported for the older API',
		stage: 'before',
	},
	{
		fault: 'code',
		name: 'A business code',
		effect: 'Any business code, with the text and the status of the documents unless given',
		stage: 'before',
		members: { code: 'Code', msg: 'Text', status: 'HTTP status' },
	},
] as const satisfies readonly FaultKind[];

export type FaultName = (typeof FAULTS)[number]['fault'];

const BY_NAME: ReadonlyMap<string, FaultKind & { fault: FaultName }> = new Map(
	FAULTS.map((one) => [one.fault, one]),
);

/** The fault of this name; undefined where there is none. */
export function findFaultKind(name: string): (FaultKind & { fault: FaultName }) | undefined {
	return BY_NAME.get(name);
}
