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
import { readFileSource, type FileSource } from '../form/recipients';
import type { ParameterReader } from '../parameters/parameterReader';
import { Breaks } from './breaks';
import type { OutputLine } from './campaign';
import { ComposedMessages } from './composedMessages';
import type { RunContext } from './composeMessage';
import type { DeliverBetween, TimedLine } from './deliverBetween';
import { explainBroken, readItemFile } from './itemFile';
import { NO_VARIANTS_OF_A_FILE } from './itemVariants';
import {
	explainMissingInSettings,
	explainRowFields,
	missingFields,
	missingInSettings,
} from '../parameters/rowFields';
import { formatCount } from './outputHint';

export interface ListCampaign {
	readonly lists: TokenLists<OutgoingMessage>;
	/** The item of each list, counted from 0. */
	readonly items: readonly number[];
	/** When the tokens of each list may be sent to; at every time where it is `undefined`. */
	readonly hours: ReadonlyArray<TimedLine['hours']>;
	/** The message of each list. */
	readonly ofList: readonly OutgoingMessage[];
	/** The message of the first item, for runs that go to tokens of the credential. */
	readonly first: OutgoingMessage | undefined;
	/** Different messages. */
	readonly messages: number;
	/** Whether the tokens stand in columns, or files, of different names. */
	readonly hasSeveralSources: boolean;
	readonly counts: ListCounts;
	/** Items that cannot be sent. */
	readonly faulty: readonly OutputLine[];
	/** Soft faults, each with the number of messages it was found in. */
	readonly hints: Map<string, number>;
}

export interface ListPlan {
	readonly operation: Operation;
	readonly run: RunContext;
	/** Set where messages keep to hours of the day. */
	readonly deliverBetween?: DeliverBetween;
	/** Whether the message has variants, which it cannot have here. */
	readonly hasVariants: boolean;
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
	'options',
]);

interface ItemList extends TokenList<OutgoingMessage>, TimedLine {
	readonly item: number;
	readonly source: FileSource;
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
		if (plan.hasVariants) return void fail(item, NO_VARIANTS_OF_A_FILE);
		const missing = missingFields(reader.rawValuesExcept(NOT_OF_THE_MESSAGE), data.json);
		if (missing.length > 0) return void fail(item, explainRowFields(missing));
		const unset = missingInSettings(reader.rawValue('options'), data.json);
		if (unset.length > 0) return void fail(item, explainMissingInSettings(unset));
		reader.startItem(item, data.json);
		const message = composed.ofPresentItem();
		if (message.faults.length > 0) {
			return void faulty.push({ item, token: '', message, faults: message.faults });
		}
		const identified = messages.get(message) ?? message.identify();
		messages.set(message, identified);
		const timed = plan.deliverBetween?.of(data.json) ?? {};
		if (timed.fault !== undefined) return void fail(item, timed.fault.message);
		const read = () => readItemFile(context, { item, ...source });
		lists.push({ item, source, message: identified, read, hours: timed.hours });
	};
	const addItemOrError = (data: INodeExecutionData, item: number) => {
		try {
			addItem(data, item);
		} catch (error) {
			// An expression that cannot be evaluated.
			fail(item, error instanceof Error ? error.message : String(error));
		}
	};
	const add = plan.keepErrors ? addItemOrError : addItem;
	const breaks = new Breaks();
	for (const [item, data] of context.getInputData().entries()) {
		add(data, item);
		if (breaks.isDue) await breaks.take();
	}
	for (;;) {
		const tokenLists = new TokenLists<OutgoingMessage>(
			lists,
			makeSet,
			({ campaignId }) => campaignId,
		);
		const counts = await tokenLists.count();
		if (!('error' in counts)) {
			const { clash } = counts;
			if (clash !== undefined) {
				const [other] = lists.splice(clash.list, 1);
				fail(other?.item ?? 0, explainClash(clash.tokens));
				continue;
			}
			return {
				lists: tokenLists,
				items: lists.map(({ item }) => item),
				hours: lists.map(({ hours }) => hours),
				ofList: lists.map(({ message }) => message),
				first: lists[0]?.message,
				messages: new Set(lists.map(({ message }) => message)).size,
				hasSeveralSources: haveSeveralSources(lists),
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

function haveSeveralSources(lists: readonly ItemList[]): boolean {
	return new Set(lists.map(({ source }) => JSON.stringify([source.field, source.column]))).size > 1;
}

/** Different tokens by their digests, seeded anew, so that nobody can make two alike. */
export function makeSet(): TokenDigests {
	return new TokenDigests(Math.floor(Math.random() * 2 ** 32));
}

function explainClash(tokens: number): string {
	return `${formatCount(tokens)} push tokens of this file stand in the file of an earlier item as well, with another message of the same Campaign ID, and a phone shows one message of a campaign. Take them out, or give each message a Campaign ID of its own.`;
}
