import type { INodeExecutionData } from 'n8n-workflow';

import type { EarlierRuns } from '../../../push-kit/recipients/earlierRuns';
import type { MessageGroup } from '../../../push-kit/delivery/grouping';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { skip, type TokenOutcome } from '../../../push-kit/delivery/outcome';
import type { Fault } from '../../../push-kit/message/faults';
import type { Operation } from '../actions/operation';
import type { ParameterReader } from '../parameters/parameterReader';
import { Breaks } from './breaks';
import { groupWithoutClashes } from './campaignClashes';
import type { ComposedMessage, RunContext } from './composeMessage';
import { ComposedMessages } from './composedMessages';
import { sortByZone, type DeliverBetween, type TimedLine } from './deliverBetween';
import { readTargets, unreadableLines, type Source } from './itemTargets';
import type { ItemVariants } from './itemVariants';
import { lostFields } from './lostFields';
import { isWithinSafe, SAFE_TOKENS } from './safeTokens';

/** One line of the node's output: a token of an item, or an item without one. */
export interface OutputLine extends TimedLine {
	item: number;
	/** Empty for an item without a token. */
	token: string;
	message?: OutgoingMessage;
	/** Set where the line cannot be sent. */
	faults?: readonly Fault[];
	/** Whether the faults are those of the whole run rather than of this item. */
	ofRun?: true;
	/** Set where nothing is sent on purpose, and for all others after sending. */
	outcome?: TokenOutcome;
}

export interface FaultyLine extends OutputLine {
	faults: readonly Fault[];
}

/** A line that is to be sent. */
interface RecipientLine extends OutputLine {
	key: string;
	message: ComposedMessage;
}

/** A message with its identity, and the lines that wait for its outcomes. */
export type CampaignGroup = MessageGroup<OutgoingMessage, OutputLine>;

export function hasFaults(line: OutputLine): line is FaultyLine {
	return line.outcome === undefined && line.faults !== undefined;
}

/** Everything a run will do, worked out before anything is sent. */
export interface Campaign {
	/** One for each token of each item, in the items' order. */
	lines: OutputLine[];
	/** What is to be sent. */
	groups: CampaignGroup[];
	/** Soft faults, each with the number of messages it was found in. */
	hints: Map<string, number>;
}

export interface CampaignPlan {
	operation: Operation;
	run: RunContext;
	/**
	 * Set where only test messages to few may be sent: to these tokens or, where there are none, to the first
	 * of the list.
	 */
	testTokens?: readonly string[];
	/** Whom the node has reached before in this execution. */
	earlier: EarlierRuns;
	/** Set where messages keep to hours of the day. */
	deliverBetween?: DeliverBetween;
	/** Set where some customers get another text, or nothing. */
	variants?: ItemVariants;
	/** Whether an item that cannot be read becomes a faulty line; else the error is thrown. */
	keepErrors: boolean;
}

/** Reads tokens and messages of all items. Messages that no item can change are composed once. */
export async function planCampaign(
	reader: ParameterReader,
	items: readonly INodeExecutionData[],
	{ operation, run, testTokens, earlier, deliverBetween, variants, keepErrors }: CampaignPlan,
): Promise<Campaign> {
	const breaks = new Breaks();
	const lines: OutputLine[] = [];
	const recipients: RecipientLine[] = [];
	const heldOut: RecipientLine[] = [];
	const composed = new ComposedMessages(operation, reader, run);
	/** Whether one more may be reached; a run from the editor holds the others back. */
	const mayReach = (token: string) => {
		if (testTokens === undefined || holdsAllBack) return true;
		return recipients.length < SAFE_TOKENS && isWithinSafe(token, earlier);
	};
	const addTokens = async (item: number, tokens: readonly string[]) => {
		const json = items[item]?.json ?? {};
		reader.startItem(item, json);
		const choose = variants?.of(json);
		// All of them first: where one cannot be read, nothing of the item has been added yet.
		const messages = await breaks.during(
			composed.ofTokens(tokens, choose, () => reader.startItem(item, json)),
		);
		const { hours, fault } = deliverBetween?.of(json) ?? {};
		const lost = lostFields(json, [deliverBetween?.deciding, variants?.deciding]);
		const ofItem = fault === undefined ? lost : [...lost, fault];
		for (const [index, token] of tokens.entries()) {
			const message = messages[index % messages.length];
			if (message === undefined) continue;
			const faults = ofItem.length === 0 ? message.faults : [...message.faults, ...ofItem];
			const line: RecipientLine = { item, token, key: message.key, message, hours };
			if (message.sendsNothing && lost.length === 0) {
				line.outcome = skip('holdout');
				heldOut.push(line);
			} else if (!mayReach(token)) line.outcome = skip('manualRun');
			else if (faults.length > 0) line.faults = faults;
			else {
				recipients.push(line);
				// At once, because other runs of the execution may go on beside this one.
				if (testTokens !== undefined && !holdsAllBack) earlier.add(token);
			}
			lines.push(line);
			if (breaks.isDueAfterStep) await breaks.take();
		}
	};
	/** Nobody of the list is reached where the credential names tokens for tests. */
	const holdsAllBack = testTokens !== undefined && testTokens.length > 0;
	const addItem = async (data: INodeExecutionData, item: number) => {
		reader.startItem(item, data.json);
		const { tokens, fault } = await breaks.during(readTargets(operation, reader, data));
		if (fault !== undefined) {
			lines.push({ item, token: '', faults: [fault] });
			return;
		}
		if (holdsAllBack && item === 0) await addTokens(item, testTokens);
		if (tokens.length === 0) lines.push({ item, token: '', outcome: skip('noToken') });
		else if (!holdsAllBack) await addTokens(item, tokens);
		else for (const token of tokens) lines.push({ item, token, outcome: skip('manualRun') });
	};
	const addItemOrError = async (data: INodeExecutionData, item: number) => {
		try {
			await addItem(data, item);
		} catch (error) {
			// An expression that cannot be evaluated; nothing of the item has been added yet.
			const unreadable = unreadableLines({ reader, operation }, data, item, error);
			for (const line of await breaks.during(unreadable)) lines.push(line);
		}
	};
	const add = keepErrors ? addItemOrError : addItem;
	for (const [item, data] of items.entries()) {
		await add(data, item);
		if (breaks.isDue) await breaks.take();
	}
	// Who is held out of a campaign clashes with those to whom it would go.
	const all = await groupWithoutClashes(recipients.concat(heldOut), breaks);
	const sent = all.filter(({ message }) => !message.sendsNothing);
	const groups = await giveIdentity(sortByZone(sent), lines, breaks);
	for (const miss of [deliverBetween?.miss, variants?.miss]) {
		if (miss !== undefined) composed.hints.set(miss, 1);
	}
	return { lines, groups, hints: composed.hints };
}

/** One line for each token of every item, none of which can be sent for the same error of the run. */
export async function refuseAll(
	source: Source,
	items: readonly INodeExecutionData[],
	error: unknown,
): Promise<OutputLine[]> {
	const breaks = new Breaks();
	const lines: OutputLine[] = [];
	for (const [item, data] of items.entries()) {
		for (const line of await breaks.during(unreadableLines(source, data, item, error))) {
			lines.push({ ...line, ofRun: true });
		}
		if (breaks.isDueAfterStep) await breaks.take();
	}
	return lines;
}

/**
 * Now that all devices of each message are known.
 *
 * @param all lines: those that are held back name the same message as those that are sent
 */
async function giveIdentity(
	groups: ReadonlyArray<MessageGroup<ComposedMessage, RecipientLine>>,
	all: readonly OutputLine[],
	breaks: Breaks,
): Promise<CampaignGroup[]> {
	const identified: CampaignGroup[] = [];
	const messages = new Map<OutgoingMessage | undefined, OutgoingMessage>();
	for (const { message: composed, tokens, recipients } of groups) {
		const message = composed.identify(tokens);
		messages.set(composed, message);
		identified.push({ message, tokens, recipients });
		if (breaks.isDue) await breaks.take();
	}
	for (const line of all) {
		line.message = messages.get(line.message) ?? line.message;
		if (breaks.isDueAfterStep) await breaks.take();
	}
	return identified;
}

/** Gives each line that was sent its outcome. */
export function assignOutcomes({ groups }: Campaign, outcomes: readonly TokenOutcome[][]): void {
	groups.forEach(({ recipients }, group) => {
		recipients.forEach((lines, token) => {
			for (const line of lines) line.outcome = outcomes[group]?.[token];
		});
	});
}
