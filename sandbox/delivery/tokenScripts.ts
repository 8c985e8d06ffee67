import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import { Fields } from '../rules/fields';
import { MAX_TIMER, readFault, type Fault } from './faults';

/** What shall become of one push token. */
export interface TokenScript {
	/** Refused with this reason, for example `tokenFormatError`. Any word is passed on as it is. */
	reason?: string;
	/** Result of its receipts (default 0), or `none`: the device stays offline. */
	receipt?: number | 'none';
	/** Milliseconds its receipts come later than the others. */
	receiptDelay?: number;
	/** Bundle name of the app that made the token, where it is not the sandbox's own. */
	appPackageName?: string;
	/** Strikes every request that carries the token. */
	fault?: Fault;
}

/** Leaves room for the delay that all receipts have, an hour at most. */
const MAX_RECEIPT_DELAY = MAX_TIMER - 3_600_000;

const MEMBERS = ['reason', 'receipt', 'receiptDelay', 'appPackageName'];
const FAULT_MEMBERS = [
	'fault',
	'retryAfter',
	'delay',
	'code',
	'msg',
	'status',
	'endpoint',
	'times',
];

/**
 * Reads the body of `PUT /sandbox/tokens/:token`.
 *
 * @throws Refusal when a member is unknown or has a wrong value
 */
export function readTokenScript(value: unknown): TokenScript {
	const fields = Fields.of(value, 'script');
	for (const name of Object.keys(fields.members)) {
		if (![...MEMBERS, ...FAULT_MEMBERS].includes(name)) fields.refuse(name, 'is unknown');
	}
	return {
		reason: fields.text('reason', { notEmpty: true }),
		receipt: fields.get('receipt') === 'none' ? 'none' : fields.integer('receipt'),
		receiptDelay: fields.integer('receiptDelay', { min: 0, max: MAX_RECEIPT_DELAY }),
		appPackageName: fields.text('appPackageName', { notEmpty: true }),
		fault: fields.has('fault') ? readFault(fields, Infinity) : undefined,
	};
}

/** Scripts by token. Most runs have none, and then nothing is looked up for a token. */
export class TokenScripts {
	private readonly scripts = new Map<string, TokenScript>();

	get empty(): boolean {
		return this.scripts.size === 0;
	}

	set(token: string, script: TokenScript): void {
		this.scripts.set(token, script);
	}

	get(token: string): TokenScript | undefined {
		return this.scripts.get(token);
	}

	delete(token: string): boolean {
		return this.scripts.delete(token);
	}

	list(): Record<string, TokenScript> {
		return Object.fromEntries(this.scripts);
	}

	/** The fault of the first token in the request that has one; counted as used. */
	takeFault(endpoint: Endpoint, tokens: readonly unknown[]): Fault | undefined {
		if (this.empty) return undefined;
		for (const token of tokens) {
			const fault = typeof token === 'string' ? this.scripts.get(token)?.fault : undefined;
			if (!fault || fault.times <= 0 || (fault.endpoint && fault.endpoint !== endpoint)) continue;
			fault.times--;
			return fault;
		}
		return undefined;
	}

	clear(): void {
		this.scripts.clear();
	}
}
