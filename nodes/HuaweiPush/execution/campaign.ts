import type { INodeExecutionData } from 'n8n-workflow';

import {
	groupByMessage,
	type MessageGroup,
	type Recipient,
} from '../../../push-kit/delivery/grouping';
import { messageKey, type OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { skip, type TokenOutcome } from '../../../push-kit/delivery/outcome';
import type { Fault } from '../../../push-kit/message/faults';
import type { PushOperation, RunContext } from '../operation';
import { composeMessage } from './composeMessage';
import type { ParameterReader } from './parameterReader';
import { readTokens } from './recipients';

/** Push tokens that a run from the editor may reach. */
export const SAFE_TOKENS = 10;

/** One line of the node's output: a token of an item, or an item without one. */
export interface OutputLine {
	item: number;
	/** Empty for an item without a token. */
	pushToken: string;
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

export function hasFaults(line: OutputLine): line is FaultyLine {
	return line.outcome === undefined && line.faults !== undefined;
}

/** Everything a run will do, worked out before anything is sent. */
export interface Campaign {
	/** One for each token of each item, in the items' order. */
	lines: OutputLine[];
	/** What is to be sent. */
	groups: Array<MessageGroup<OutgoingMessage>>;
	/** Of each recipient of the groups: its position in `lines`. */
	positions: number[];
	/** Soft faults, each with the number of messages it was found in. */
	hints: Map<string, number>;
}

export interface CampaignPlan {
	operation: PushOperation;
	run: RunContext;
	/**
	 * Set where only test messages to few may be sent: to these tokens or, where there are none, to the first
	 * of the list.
	 */
	testTokens?: readonly string[];
	/** Whether an item that cannot be read becomes a faulty line; else the error is thrown. */
	keepErrors: boolean;
}

/** Reads tokens and messages of all items. Messages that no item can change are composed once. */
export function planCampaign(
	reader: ParameterReader,
	items: readonly INodeExecutionData[],
	{ operation, run, testTokens, keepErrors }: CampaignPlan,
): Campaign {
	const lines: OutputLine[] = [];
	const positions: number[] = [];
	const recipients: Array<Recipient<OutgoingMessage>> = [];
	const composed = new ComposedMessages(operation, reader, run);
	/** @param most recipients of the whole run; the rest is held back */
	const addTokens = (item: number, tokens: readonly string[], most: number) => {
		const { message, key } = composed.of(item, tokens);
		for (const token of tokens) {
			const line: OutputLine = { item, pushToken: token, message };
			if (recipients.length >= most) line.outcome = skip('manualRun');
			else if (message.faults.length > 0) line.faults = message.faults;
			else {
				positions.push(lines.length);
				recipients.push({ item, token, key, message });
			}
			lines.push(line);
		}
	};
	/** Nobody of the list is reached where the credential names tokens for tests. */
	const holdsAllBack = testTokens !== undefined && testTokens.length > 0;
	const most = testTokens === undefined ? Number.POSITIVE_INFINITY : SAFE_TOKENS;
	const addItem = (data: INodeExecutionData, item: number) => {
		reader.startItem(item);
		const tokens = readTokens(reader, data);
		if (holdsAllBack && item === 0) addTokens(item, testTokens, Number.POSITIVE_INFINITY);
		if (tokens.length === 0) lines.push({ item, pushToken: '', outcome: skip('noToken') });
		else if (!holdsAllBack) addTokens(item, tokens, most);
		else
			for (const pushToken of tokens) lines.push({ item, pushToken, outcome: skip('manualRun') });
	};
	const addItemOrError = (data: INodeExecutionData, item: number) => {
		try {
			addItem(data, item);
		} catch (error) {
			// An expression that cannot be evaluated; nothing of the item has been added yet.
			lines.push(...unreadableLines(reader, data, item, error));
		}
	};
	items.forEach(keepErrors ? addItemOrError : addItem);
	return { lines, groups: groupByMessage(recipients), positions, hints: composed.hints };
}

/** One line for each token of every item, none of which can be sent for the same error of the run. */
export function refuseAll(
	reader: ParameterReader,
	items: readonly INodeExecutionData[],
	error: unknown,
): OutputLine[] {
	return items.flatMap((data, item) =>
		unreadableLines(reader, data, item, error).map((line) => ({ ...line, ofRun: true as const })),
	);
}

function unreadableLines(
	reader: ParameterReader,
	data: INodeExecutionData,
	item: number,
	error: unknown,
): OutputLine[] {
	const message = error instanceof Error ? error.message : String(error);
	const faults = [{ path: '', field: '', message }];
	return tokensAtHand(reader, data, item).map((pushToken) => ({ item, pushToken, faults }));
}

/** The item's tokens, as far as they can be read; an empty one stands for the item if there is none. */
function tokensAtHand(reader: ParameterReader, data: INodeExecutionData, item: number): string[] {
	try {
		reader.startItem(item);
		const tokens = readTokens(reader, data);
		return tokens.length > 0 ? tokens : [''];
	} catch {
		// The error that is told already is this one.
		return [''];
	}
}

/** Gives each line that was sent its outcome. */
export function assignOutcomes(
	{ lines, groups, positions }: Campaign,
	outcomes: readonly TokenOutcome[][],
): void {
	groups.forEach(({ recipients }, group) => {
		recipients.forEach((ofToken, token) => {
			for (const recipient of ofToken) {
				const line = lines[positions[recipient] ?? -1];
				if (line !== undefined) line.outcome = outcomes[group]?.[token];
			}
		});
	});
}

/** Composes each different message once, and shares what does not depend on the item. */
class ComposedMessages {
	/** Soft faults, each with the number of messages it was found in. */
	readonly hints = new Map<string, number>();

	private readonly known = new Map<string, { message: OutgoingMessage; key: string }>();

	private fixed: { message: OutgoingMessage; key: string } | undefined;

	constructor(
		private readonly operation: PushOperation,
		private readonly reader: ParameterReader,
		private readonly run: RunContext,
	) {}

	of(item: number, tokens: readonly string[]): { message: OutgoingMessage; key: string } {
		if (this.fixed !== undefined) return this.fixed;
		this.reader.startItem(item);
		this.reader.tokens = tokens;
		const message = composeMessage(this.operation, this.reader, this.run);
		const key = messageKey(message);
		// Faults may come from what is not in the body, so a faulty message stands for itself alone.
		const first = message.faults.length === 0 ? this.known.get(key) : undefined;
		const composed = first ?? { message, key };
		if (first === undefined) {
			if (message.faults.length === 0) this.known.set(key, composed);
			for (const hint of message.hints) this.hints.set(hint, (this.hints.get(hint) ?? 0) + 1);
		}
		if (!this.reader.dependsOnItem) this.fixed = composed;
		return composed;
	}
}
