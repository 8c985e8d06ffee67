/** Everything that a run to the tokens of files will do, worked out before anything is sent. */

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { TokenDigests } from '../../../push-kit/recipients/tokenDigests';
import {
	TokenLists,
	type ListCounts,
	type TokenList,
} from '../../../push-kit/recipients/tokenLists';
import type { Operation } from '../actions/operation';
import { readFileSource } from '../form/recipients';
import type { ParameterReader } from '../parameters/parameterReader';
import type { OutputLine } from './campaign';
import { ComposedMessages } from './composedMessages';
import type { RunContext } from './composeMessage';
import { explainBroken, readItemFile } from './itemFile';
import { explainRowFields, missingFields } from '../parameters/rowFields';

export interface ListCampaign {
	readonly lists: TokenLists<OutgoingMessage>;
	/** The item of each list, counted from 0. */
	readonly items: readonly number[];
	/** The message of the first item, for runs that go to tokens of the credential. */
	readonly first: OutgoingMessage | undefined;
	/** Different messages. */
	readonly messages: number;
	readonly counts: ListCounts;
	/** Items that cannot be sent. */
	readonly faulty: readonly OutputLine[];
	/** Soft faults, each with the number of messages it was found in. */
	readonly hints: Map<string, number>;
}

export interface ListPlan {
	readonly operation: Operation;
	readonly run: RunContext;
	/** Whether an item whose expressions cannot be evaluated becomes a faulty line; else the error is thrown. */
	readonly keepErrors: boolean;
}

/** Parameters that say whom and how, where a field that is missing is told by themselves. */
const NOT_OF_THE_MESSAGE: ReadonlySet<string> = new Set([
	'recipients',
	'tokenField',
	'pushTokens',
	'binaryField',
	'fileColumn',
	'delivery',
]);

interface ItemList extends TokenList<OutgoingMessage> {
	readonly item: number;
}

/**
 * Reads the messages of all items and counts the tokens of their files.
 */
export async function planLists(
	context: IExecuteFunctions,
	reader: ParameterReader,
	plan: ListPlan,
): Promise<ListCampaign> {
	const composed = new ComposedMessages(plan.operation, reader, plan.run);
	const messages = new Map<object, OutgoingMessage>();
	const faulty: OutputLine[] = [];
	const lists: ItemList[] = [];
	const fail = (item: number, message: string, path = '', field = '') => {
		faulty.push({ item, token: '', faults: [{ path, field, message }] });
	};
	const addItem = (data: INodeExecutionData, item: number) => {
		reader.startItem(item, data.json);
		const { source, fault } = readFileSource(reader);
		if (fault !== undefined) faulty.push({ item, token: '', faults: [fault] });
		if (source === undefined) return;
		const missing = missingFields(reader.rawValuesExcept(NOT_OF_THE_MESSAGE), data.json);
		if (missing.length > 0) return void fail(item, explainRowFields(missing));
		reader.startItem(item, data.json);
		const message = composed.ofPresentItem();
		if (message.faults.length > 0) {
			return void faulty.push({ item, token: '', message, faults: message.faults });
		}
		const identified = messages.get(message) ?? message.identify();
		messages.set(message, identified);
		const read = () => readItemFile(context, { item, ...source });
		lists.push({ item, message: identified, read });
	};
	const addItemOrError = (data: INodeExecutionData, item: number) => {
		try {
			addItem(data, item);
		} catch (error) {
			// An expression that cannot be evaluated.
			fail(item, error instanceof Error ? error.message : String(error));
		}
	};
	context.getInputData().forEach(plan.keepErrors ? addItemOrError : addItem);
	for (;;) {
		const tokenLists = new TokenLists<OutgoingMessage>(lists, makeSet);
		const counts = await tokenLists.count();
		if (!('error' in counts)) {
			return {
				lists: tokenLists,
				items: lists.map(({ item }) => item),
				first: lists[0]?.message,
				messages: new Set(lists.map(({ message }) => message)).size,
				counts,
				faulty: faulty.sort((a, b) => a.item - b.item),
				hints: composed.hints,
			};
		}
		// The others are counted anew, without what was read of it.
		const [broken] = lists.splice(counts.list, 1);
		fail(broken?.item ?? 0, explainBroken(counts.error));
	}
}

/** Different tokens by their digests, seeded anew, so that nobody can make two alike. */
export function makeSet(): TokenDigests {
	return new TokenDigests(Math.floor(Math.random() * 2 ** 32));
}
