/** Everything that a run to the tokens of files will do, worked out before anything is sent. */

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import type { Fault } from '../../../push-kit/message/faults';
import { TokenDigests } from '../../../push-kit/recipients/tokenDigests';
import {
	TokenLists,
	type ListCounts,
	type TokenList,
} from '../../../push-kit/recipients/tokenLists';
import { findWrongLists, type WrongList } from '../../../push-kit/recipients/wrongLists';
import type { Operation } from '../actions/operation';
import { readFileSource, type FileSource } from '../form/recipients';
import type { ParameterReader } from '../parameters/parameterReader';
import {
	explainMissingInSettings,
	explainRowFields,
	missingFields,
	missingInSettings,
} from '../parameters/rowFields';
import { Breaks } from './breaks';
import type { OutputLine } from './campaign';
import type { RunContext } from './composeMessage';
import type { DeliverBetween } from './deliverBetween';
import { BrokenFiles } from './brokenFiles';
import { explainBroken } from './itemFile';
import type { ItemVariants } from './itemVariants';
import { formatCount } from './outputHint';
import { RowMessages } from './rowMessages';
import { ItemFault, itemFault, RowParts, type RowPart } from './rowParts';

export interface ListCampaign {
	readonly lists: TokenLists<OutgoingMessage>;
	/** The item of each list, counted from 0. */
	readonly items: readonly number[];
	/** What the rows of each list get, and when. */
	readonly parts: ReadonlyArray<readonly RowPart[]>;
	/** The message of the first row, for runs that go to tokens of the credential. */
	readonly first: OutgoingMessage | undefined;
	/** Whether a token may get more than one message. */
	readonly hasSeveralKinds: boolean;
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
	/** Set where some rows get another text, or nothing. */
	readonly variants?: ItemVariants;
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

interface ItemList extends TokenList<OutgoingMessage> {
	readonly item: number;
	readonly source: FileSource;
	readonly parts: readonly RowPart[];
}

/** Reads the messages of all items and counts the tokens of their files. */
export async function planLists(
	context: IExecuteFunctions,
	reader: ParameterReader,
	plan: ListPlan,
): Promise<ListCampaign> {
	const messages = new RowMessages(reader, plan);
	const faulty: OutputLine[] = [];
	const lists: ItemList[] = [];
	const files = new BrokenFiles(context);
	const addItem = (data: INodeExecutionData, item: number) => {
		const { list, faults } = readItem(reader, { plan, messages, files, data, item });
		if (list !== undefined) lists.push(list);
		if (faults !== undefined) faulty.push({ item, token: '', faults });
	};
	const addItemOrError = (data: INodeExecutionData, item: number) => {
		try {
			addItem(data, item);
		} catch (error) {
			// An expression that cannot be evaluated.
			const message = error instanceof Error ? error.message : String(error);
			faulty.push({ item, token: '', faults: itemFault(message).faults });
		}
	};
	const add = plan.keepErrors ? addItemOrError : addItem;
	const breaks = new Breaks();
	for (const [item, data] of context.getInputData().entries()) {
		add(data, item);
		if (breaks.isDue) await breaks.take();
	}
	/** All that are wrong; the others are counted anew, without what was read of these. */
	const takeOutWrong = async (met: WrongList) => {
		const all = await findWrongLists(lists, makeSet);
		for (const wrong of all.length > 0 ? all.reverse() : [met]) {
			const [list] = lists.splice(wrong.list, 1);
			faulty.push({ item: list?.item ?? 0, token: '', faults: faultsOf(wrong) });
		}
	};
	for (;;) {
		const tokenLists = new TokenLists(lists, makeSet);
		const counts = await tokenLists.count();
		const met = 'error' in counts ? counts : counts.clash;
		if (met !== undefined) await takeOutWrong(met);
		if (met !== undefined || 'error' in counts) continue;
		return {
			lists: tokenLists,
			items: lists.map(({ item }) => item),
			parts: lists.map(({ parts }) => parts),
			first: lists.flatMap(({ parts }) => parts).find(({ isHeldOut }) => !isHeldOut)?.message,
			hasSeveralKinds: new Set(lists.map(({ kind }) => kind)).size > 1,
			hasSeveralSources: haveSeveralSources(lists),
			counts,
			faulty: faulty.sort((a, b) => a.item - b.item),
			hints: messages.hints,
		};
	}
}

/** The parts of all lists, each with the number of its different tokens. */
export function partsWithTokens({ parts, counts }: Pick<ListCampaign, 'parts' | 'counts'>) {
	return parts.flatMap((ofList, list) =>
		ofList.map((part, index) => ({ part, tokens: counts.ofParts[list]?.[index] ?? 0 })),
	);
}

interface ReadItem {
	readonly plan: ListPlan;
	readonly messages: RowMessages;
	readonly files: BrokenFiles;
	readonly data: INodeExecutionData;
	readonly item: number;
}

/** The list of an item, or why nothing can be sent to its file. */
interface ReadResult {
	readonly list?: ItemList;
	readonly faults?: readonly Fault[];
}

function readItem(
	reader: ParameterReader,
	{ plan, messages, files, data: { json }, item }: ReadItem,
): ReadResult {
	reader.startItem(item, json);
	const { source, fault } = readFileSource(reader);
	if (source === undefined) return fault === undefined ? {} : { faults: [fault] };
	const missing = missingFields(reader.rawValuesExcept(NOT_OF_THE_MESSAGE), json);
	if (missing.length > 0) return itemFault(explainRowFields(missing));
	const unset = missingInSettings(reader.rawValue('options'), json);
	if (unset.length > 0) return itemFault(explainMissingInSettings(unset));
	const ofItem = messages.of(item, json);
	reader.startItem(item, json);
	const rows = new RowParts(json, { ...plan, messages: ofItem });
	const { further, parts, faults } = rows;
	if (faults.length > 0) return { faults };
	const read = async function* () {
		const file = files.read({ item, ...source, further });
		for await (const portion of file) yield rows.sort(portion);
	};
	const { kind, campaignId: onlyOne } = ofItem;
	return { list: { item, source, kind, onlyOne, parts, read } };
}

/** Why nothing can be sent to a list. */
function faultsOf(wrong: WrongList): readonly Fault[] {
	if ('tokens' in wrong) return itemFault(explainClash(wrong.tokens)).faults;
	const { error } = wrong;
	return error instanceof ItemFault ? error.faults : itemFault(explainBroken(error)).faults;
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
