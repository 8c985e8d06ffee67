import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import type { Fields } from '../rules/fields';
import { FAULTS, findFaultKind, type FaultName } from './faultKinds';

export interface Fault {
	fault: FaultName;
	/** Value of Retry-After: seconds, or an HTTP date. */
	retryAfter?: string;
	/** Milliseconds; what they are depends on the fault. */
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
	const kind = findFaultKind(fields.requiredText('fault'));
	if (!kind) {
		const names = FAULTS.map(({ fault }) => fault).sort();
		return fields.refuse('fault', `must be one of ${names.join(', ')}`);
	}
	const endpoint = fields.text('endpoint');
	if (endpoint !== undefined && !isEndpoint(endpoint)) {
		fields.refuse('endpoint', `must be one of ${ENDPOINTS.join(', ')}`);
	}
	const code = fields.text('code', { pattern: /^\d+$/, expects: 'must be a string of digits' });
	if (kind.fault === 'code' && code === undefined) fields.refuse('code', 'is required');
	return {
		fault: kind.fault,
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
