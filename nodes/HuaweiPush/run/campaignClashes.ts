import { findClashes } from '../../../push-kit/delivery/campaignClashes';
import { Grouping, type MessageGroup, type Recipient } from '../../../push-kit/delivery/grouping';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import type { Fault } from '../../../push-kit/message/faults';
import type { Breaks } from './breaks';

interface Line extends Recipient<OutgoingMessage> {
	item: number;
	faults?: readonly Fault[];
}

/**
 * Groups those who can be served. Who would get two different messages of one campaign gets a fault, for each of
 * them, and none of the messages: whichever was sent might be the wrong one.
 */
export async function groupWithoutClashes<L extends Line>(
	recipients: readonly L[],
	breaks: Breaks,
): Promise<Array<MessageGroup<L['message'], L>>> {
	const groups = await group(recipients, breaks);
	const clashes = await breaks.during(findClashes(groups, ({ campaignId }) => campaignId));
	if (clashes.length === 0) return groups;
	for (const { recipient, other } of clashes) {
		recipient.faults = [clashFault(recipient.item, other.item)];
		if (breaks.isDueAfterStep) await breaks.take();
	}
	return await group(
		recipients.filter(({ faults }) => faults === undefined),
		breaks,
	);
}

async function group<L extends Line>(
	recipients: readonly L[],
	breaks: Breaks,
): Promise<Array<MessageGroup<L['message'], L>>> {
	const grouping = new Grouping<L>();
	for (const recipient of recipients) {
		grouping.add(recipient);
		if (breaks.isDueAfterStep) await breaks.take();
	}
	return grouping.groups;
}

/** @param other counted from 0, as `item` is */
function clashFault(item: number, other: number): Fault {
	return {
		path: 'options.campaignId',
		field: 'Campaign ID',
		message: `Items ${Math.min(item, other) + 1} and ${Math.max(item, other) + 1} have two different messages or variants of one Campaign ID for the same push token, and a phone shows one message of a campaign. Take one of the two items out, or give each message a Campaign ID of its own.`,
	};
}
