/**
 * The customers of the demonstration: what the sandbox is told about each token, and what has to come
 * out of it. The same six stand in `examples/campaign.json`.
 */

export interface Expected {
	/** The outcome of the action node. */
	outcome: 'accepted' | 'rejected';
	/** Why Huawei refused the token. */
	reason?: string;
	/** The result in the receipt; undefined if there must be none. */
	receipt?: number;
	/** Of the receipt, or of the action node where there is no receipt. */
	verdict: string;
}

export interface Customer {
	name: string;
	pushToken: string;
	/** Body of `PUT /sandbox/tokens/:token`; without it the sandbox delivers. */
	script?: { reason: string } | { receipt: number };
	expected: Expected;
}

const DELIVERED: Expected = { outcome: 'accepted', receipt: 0, verdict: 'keep' };

export const CUSTOMERS: readonly Customer[] = [
	describeCustomer('Anna', 'ANNA01-demo-push-token', DELIVERED),
	describeCustomer('Bao', 'BAO002-demo-push-token', DELIVERED),
	describeCustomer('Carla', 'CARLA3-demo-push-token', DELIVERED),
	describeCustomer('Dmitri', 'DMITR4-demo-push-token', DELIVERED),
	// Her token is dead: Huawei refuses it at once.
	describeCustomer(
		'Elena',
		'ELENA5-demo-push-token',
		{ outcome: 'rejected', reason: 'tokenFormatError', verdict: 'remove' },
		{ reason: 'tokenFormatError' },
	),
	// He has removed the app: Huawei accepts, and only the receipt tells.
	describeCustomer(
		'Farid',
		'FARID6-demo-push-token',
		{ outcome: 'accepted', receipt: 2, verdict: 'remove' },
		{ receipt: 2 },
	),
];

/** How many of the customers have to be reported by a receipt. */
export const EXPECTED_RECEIPTS = CUSTOMERS.filter(
	({ expected }) => expected.receipt !== undefined,
).length;

/** Equal texts travel together, so all customers fit into one. */
export const EXPECTED_REQUESTS = 1;

function describeCustomer(
	name: string,
	pushToken: string,
	expected: Expected,
	script?: Customer['script'],
): Customer {
	return { name, pushToken, expected, script };
}
