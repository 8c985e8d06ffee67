import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import { Fields } from '../rules/fields';

/**
 * When a fault strikes. `before`: the message is not accepted. `after`: it is accepted as usual,
 * and only the answer suffers; the two look the same to the client.
 */
export type FaultStage = 'before' | 'after';

/** Every fault by name. */
export const FAULT_STAGES = {
	'503': 'before',
	'500BeforeAcceptance': 'before',
	'500AfterAcceptance': 'after',
	'502BeforeAcceptance': 'before',
	'502AfterAcceptance': 'after',
	/** The connection is reset without an answer. */
	resetBefore: 'before',
	resetAfter: 'after',
	/** No answer ever; after `delay` milliseconds the connection is cut, if `delay` is given. */
	timeout: 'before',
	timeoutAfter: 'after',
	/** The right answer, `delay` milliseconds late (2,000 by default). */
	slow: 'after',
	/** The right answer byte by byte, each `delay` milliseconds after the other (500 by default). */
	drip: 'after',
	/** Status 101 without having been asked for, then silence. */
	switchingProtocols: 'before',
	/** A web page with status 200, as from a proxy that never asked Huawei. */
	html: 'before',
	/** Status 200 without a body. */
	empty: 'after',
	/** Half of the right answer, then the connection breaks. */
	truncated: 'after',
	/** 80300007 whose `msg` is plain text, as once reported for the older API. */
	plainMsg: 'before',
	/** Any business code: `code`, and `msg` and `status` if they shall differ from Huawei's. */
	code: 'before',
} as const satisfies Record<string, FaultStage>;

export type FaultName = keyof typeof FAULT_STAGES;

export interface Fault {
	fault: FaultName;
	/** Value of Retry-After: seconds, or an HTTP date. */
	retryAfter?: string;
	/** Milliseconds; see the single faults. */
	delay?: number;
	code?: string;
	msg?: string;
	status?: number;
	/** Strike this endpoint only. */
	endpoint?: Endpoint;
	/** How many requests it strikes; Infinity: every one. */
	times: number;
}

/** Node's timers take no more milliseconds than these, some 24 days; more would be none at all. */
export const MAX_TIMER = 2_147_483_647;

const ENDPOINTS: readonly Endpoint[] = ['send', 'revoke', 'verify'];

const isFaultName = (name: string): name is FaultName => Object.hasOwn(FAULT_STAGES, name);
const isEndpoint = (name: string): name is Endpoint => ENDPOINTS.some((known) => known === name);

function readRetryAfter(fields: Fields): string | undefined {
	const value = fields.get('retryAfter');
	if (typeof value === 'number') return String(value);
	return fields.text('retryAfter', {
		max: 200,
		pattern: /^[\x20-\x7e]*$/,
		expects: 'must be seconds or a date, as a header can carry it',
	});
}

/**
 * Reads a fault as it is put over REST. `defaultTimes` is 1 for the queue of all requests, and
 * Infinity for a fault that is tied to a token.
 *
 * @throws Refusal when the fault is unknown or a member has a wrong value
 */
export function readFault(fields: Fields, defaultTimes: number): Fault {
	const fault = fields.requiredText('fault');
	if (!isFaultName(fault)) {
		fields.refuse('fault', `must be one of ${Object.keys(FAULT_STAGES).sort().join(', ')}`);
	}
	const endpoint = fields.text('endpoint');
	if (endpoint !== undefined && !isEndpoint(endpoint)) {
		fields.refuse('endpoint', `must be one of ${ENDPOINTS.join(', ')}`);
	}
	const code = fields.text('code', { pattern: /^\d+$/, expects: 'must be a string of digits' });
	if (fault === 'code' && code === undefined) fields.refuse('code', 'is required');
	return {
		fault,
		retryAfter: readRetryAfter(fields),
		delay: fields.integer('delay', { min: 0, max: MAX_TIMER }),
		code,
		msg: fields.text('msg'),
		status: fields.integer('status', { min: 200, max: 599 }),
		endpoint,
		times: fields.integer('times', { min: 1 }) ?? defaultTimes,
	};
}

/** Faults for the next requests, whoever sends them: first in, first out. */
export class FaultQueue {
	private waiting: Fault[] = [];

	add(fault: Fault): void {
		this.waiting.push(fault);
	}

	list(): Fault[] {
		return [...this.waiting];
	}

	/** The fault this request meets, if any; counted as used. */
	take(endpoint: Endpoint): Fault | undefined {
		const fault = this.waiting.find((one) => !one.endpoint || one.endpoint === endpoint);
		if (!fault) return undefined;
		fault.times--;
		if (fault.times <= 0) this.waiting = this.waiting.filter((one) => one !== fault);
		return fault;
	}

	clear(): void {
		this.waiting = [];
	}
}
