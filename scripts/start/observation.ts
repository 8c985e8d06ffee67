/** What was seen in n8n and in the sandbox, gathered customer by customer. */
import type { Item } from '../n8n/execution';
import { CUSTOMERS } from './customers';

/** What became of one customer. Undefined: not seen. */
export interface CustomerObservation {
	name: string;
	pushToken: string;
	/** Of the action node: all items that carried the token, usually one. */
	outcomes: string[];
	/** The output it left the action node by. */
	output?: 'Accepted' | 'Problem';
	reason?: string;
	/** Results of all receipts for the token, usually one. */
	receipts: number[];
	receiptText?: string;
	/** The last word: of the receipt if there is one. */
	verdict?: string;
}

export interface Observation {
	customers: CustomerObservation[];
	/** Tokens that came out of a node and belong to no customer. */
	strangers: string[];
	/** Requests that the sandbox received. */
	requests: number;
}

export interface Seen {
	accepted: readonly Item[];
	problem: readonly Item[];
	/** Items of the trigger, over all its executions. */
	receipts: readonly Item[];
	requests: number;
}

export function observe({ accepted, problem, receipts, requests }: Seen): Observation {
	const known = new Set(CUSTOMERS.map(({ pushToken }) => pushToken));
	const all = [...accepted, ...problem, ...receipts].map((item) => readText(item, 'pushToken'));
	return {
		customers: CUSTOMERS.map(({ name, pushToken }) => {
			const ofCustomer = (items: readonly Item[]) =>
				items.filter((item) => item.json.pushToken === pushToken);
			return observeCustomer(
				name,
				pushToken,
				ofCustomer(accepted),
				ofCustomer(problem),
				ofCustomer(receipts),
			);
		}),
		strangers: all.filter((token) => token === undefined || !known.has(token)).map(String),
		requests,
	};
}

function observeCustomer(
	name: string,
	pushToken: string,
	accepted: Item[],
	problem: Item[],
	receipts: Item[],
): CustomerObservation {
	const sent = [...accepted, ...problem];
	const receipt = receipts.at(-1);
	return {
		name,
		pushToken,
		outcomes: sent.map((item) => readText(item, 'outcome') ?? readText(item, 'error') ?? '?'),
		output: accepted.length > 0 ? 'Accepted' : problem.length > 0 ? 'Problem' : undefined,
		reason: readText(problem.at(-1), 'reason'),
		receipts: receipts.map((item) => Number(item.json.result)),
		receiptText: readText(receipt, 'resultText'),
		verdict: readText(receipt, 'verdict') ?? readText(problem.at(-1), 'verdict'),
	};
}

function readText(item: Item | undefined, field: string): string | undefined {
	const value = item?.json[field];
	return typeof value === 'string' ? value : undefined;
}
