/** One item instead of one for each token that Huawei took: for lists that n8n could hardly store. */

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { MessageReport } from '../../../push-kit/delivery/outgoing';
import { countsOf, type Counts } from '../../../push-kit/delivery/tally';
import { hasFaults, type OutputLine } from './campaign';

/** Most input items that the summary is paired with. */
const MOST_PAIRED = 1000;

interface MessageCounts {
	readonly report: MessageReport;
	readonly counts: Counts;
	readonly requestIds: Set<string>;
}

/**
 * What became of a run, and of each of its messages: with `notifyId`, so that Revoke can withdraw it from the
 * same list.
 *
 * @param items number of input items
 */
export function acceptedSummary(lines: readonly OutputLine[], items: number): INodeExecutionData {
	// What could not be sent counts as `failed`, as it says of itself.
	const total = noCounts();
	const messages = new Map<object, MessageCounts>();
	for (const line of lines) {
		const { message, outcome } = line;
		const word = outcome?.outcome ?? (hasFaults(line) ? 'failed' : undefined);
		if (word === undefined) continue;
		total[word] += 1;
		if (message === undefined) continue;
		const known = messages.get(message) ?? {
			report: message.report,
			counts: noCounts(),
			requestIds: new Set(),
		};
		messages.set(message, known);
		known.counts[word] += 1;
		if (outcome?.requestId !== undefined) known.requestIds.add(outcome.requestId);
	}
	const json: IDataObject = {
		...total,
		messages: [...messages.values()].map(({ report, counts, requestIds }) => ({
			...report,
			...counts,
			requests: requestIds.size,
		})),
	};
	return { json, ...pairing(items) };
}

function noCounts(): Counts {
	return countsOf(new Map());
}

/** What a single item of the output comes from: of all input items, unless they are too many to say so. */
export function pairing(items: number): Pick<INodeExecutionData, 'pairedItem'> {
	if (items > MOST_PAIRED) return {};
	const paired = Array.from({ length: items }, (_, item) => ({ item }));
	const [first] = paired;
	return { pairedItem: paired.length === 1 && first !== undefined ? first : paired };
}
