import type { IDataObject, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { MAXIMUM_BODY_BYTES } from '../../../push-kit/catalog/limits';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { requestSize } from '../../../push-kit/delivery/pace';
import type { Campaign, CampaignGroup } from './campaign';
import type { ListCampaign } from './listCampaign';
import { formatCount, outputHint } from './outputHint';

/**
 * The exact requests that a run would send, one item each; nothing touches the network.
 *
 * @param tokensPerSecond as the run would have it, because it bounds a request as well
 */
export function dryRunItems({ groups }: Campaign, tokensPerSecond: number): INodeExecutionData[] {
	return groups.flatMap((group) => requestsOf(group, tokensPerSecond));
}

/** Requests of a long list that are shown: of the others only the tokens differ. */
const SHOWN_REQUESTS = 10;

/** The first requests to the tokens of files. */
export async function dryRunOfLists(
	{ lists, items, counts }: ListCampaign,
	tokensPerSecond: number,
): Promise<{ items: INodeExecutionData[]; hint: NodeExecutionHint[] }> {
	const shown: INodeExecutionData[] = [];
	let tokensShown = 0;
	for await (const { message, tokens, list } of lists.portions(counts.distinct)) {
		const size = requestSize(message.maximumTokens, tokensPerSecond);
		for (let start = 0; start < tokens.length && shown.length < SHOWN_REQUESTS; start += size) {
			const some = tokens.slice(start, start + size);
			tokensShown += some.length;
			const pairedItem = { item: items[list] ?? 0 };
			shown.push({ json: describeRequest(message, some), pairedItem });
		}
		if (shown.length >= SHOWN_REQUESTS) break;
	}
	const message = `The first ${shown.length} requests, to ${formatCount(tokensShown)} of ${formatCount(counts.distinct)} push tokens.`;
	const isPart = tokensShown < counts.distinct;
	return { items: shown, hint: isPart ? [outputHint(message, 'info')] : [] };
}

function requestsOf(
	{ message, tokens, recipients }: CampaignGroup,
	tokensPerSecond: number,
): INodeExecutionData[] {
	const size = requestSize(message.maximumTokens, tokensPerSecond);
	const items: INodeExecutionData[] = [];
	for (let start = 0; start < tokens.length; start += size) {
		const end = start + size;
		const sources = new Set(
			recipients.slice(start, end).flatMap((lines) => lines.map(({ item }) => item)),
		);
		items.push({
			json: describeRequest(message, tokens.slice(start, end)),
			pairedItem: [...sources].map((item) => ({ item })),
		});
	}
	return items;
}

function describeRequest(message: OutgoingMessage, tokens: readonly string[]): IDataObject {
	const body: IDataObject = { ...message.body(tokens) };
	return {
		outcome: 'dryRun',
		...message.report,
		method: 'POST',
		url: message.url,
		headers: {
			'Content-Type': 'application/json',
			'push-type': String(message.pushType),
			Authorization: 'Bearer (made when the request is sent)',
		},
		body,
		tokens: tokens.length,
		bytes: Buffer.byteLength(JSON.stringify(message.body([])), 'utf8'),
		maximumBytes: MAXIMUM_BODY_BYTES,
	};
}
