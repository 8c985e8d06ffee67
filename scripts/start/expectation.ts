/** Holds what was seen against what has to be. */
import { CUSTOMERS, EXPECTED_REQUESTS, type Customer } from './customers';
import type { CustomerObservation, Observation } from './observation';

/** One sentence for each difference; empty if everything is as it has to be. */
export function findDifferences(observation: Observation): string[] {
	const differences = CUSTOMERS.flatMap((customer) => {
		const seen = observation.customers.find(({ pushToken }) => pushToken === customer.pushToken);
		return seen ? compare(customer, seen) : [`${customer.name} was not looked at.`];
	});
	for (const stranger of observation.strangers) {
		differences.push(`An item came out with a token of no customer: ${maskToken(stranger)}.`);
	}
	if (observation.requests !== EXPECTED_REQUESTS) {
		differences.push(
			`The sandbox received ${observation.requests} requests instead of ${EXPECTED_REQUESTS}: equal messages travel together.`,
		);
	}
	return differences;
}

function compare({ name, expected }: Customer, seen: CustomerObservation): string[] {
	const differences: string[] = [];
	const check = (what: string, actual: unknown, wanted: unknown) => {
		if (actual !== wanted) {
			differences.push(`${name}: ${what} is ${describe(actual)} instead of ${describe(wanted)}.`);
		}
	};
	check('the number of items out of the action node', seen.outcomes.length, 1);
	check('the outcome', seen.outcomes[0], expected.outcome);
	check('the output', seen.output, expected.outcome === 'accepted' ? 'Accepted' : 'Problem');
	check('the reason', seen.reason, expected.reason);
	check('the number of receipts', seen.receipts.length, expected.receipt === undefined ? 0 : 1);
	check('the result in the receipt', seen.receipts[0], expected.receipt);
	check('the verdict', seen.verdict, expected.verdict);
	return differences;
}

function describe(value: unknown): string {
	return value === undefined ? 'nothing' : String(value);
}

/** The first 6 characters of a push token, which is how tokens are shown everywhere. */
export function maskToken(pushToken: string): string {
	return pushToken.length > 6 ? `${pushToken.slice(0, 6)}…` : pushToken;
}
