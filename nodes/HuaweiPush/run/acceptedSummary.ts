/** One item instead of one for each token that Huawei took: for lists that n8n could hardly store. */

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { MessageReport } from '../../../push-kit/delivery/outgoing';
import type { TokenOutcome } from '../../../push-kit/delivery/outcome';
import { hasFaults, type OutputLine } from './campaign';

/** Most input items that the summary is paired with. */
const MOST_PAIRED = 1000;

/** Counts by outcome; what could not be sent counts as `failed`, as it says of itself. */
type Counts = Record<TokenOutcome['outcome'], number>;

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
	return { accepted: 0, rejected: 0, failed: 0, unknown: 0, skipped: 0 };
}

function pairing(items: number): Pick<INodeExecutionData, 'pairedItem'> {
	if (items > MOST_PAIRED) return {};
	const paired = Array.from({ length: items }, (_, item) => ({ item }));
	const [first] = paired;
	return { pairedItem: paired.length === 1 && first !== undefined ? first : paired };
}
