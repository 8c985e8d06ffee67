/** *Plan*: what a run would do, in one item, without a network and without stopping at anything. */

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { CATEGORIES } from '../../../push-kit/catalog/categories';
import { MARKETING_PER_DAY, MAXIMUM_BODY_BYTES } from '../../../push-kit/catalog/limits';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { requestSize } from '../../../push-kit/delivery/pace';
import type { Rate } from '../../../push-kit/delivery/rates';
import { membersOf } from '../../../push-kit/json';
import { pairing } from './acceptedSummary';
import { hasFaults, type OutputLine } from './campaign';
import type { RunSettings } from './runSettings';

/** A message and how many get it. */
export interface PlannedMessage {
	readonly message: OutgoingMessage;
	/** Different tokens. */
	readonly tokens: number;
}

/** What is known of a run before anything is sent. */
export interface Outlook {
	readonly messages: readonly PlannedMessage[];
	/** Different tokens, whatever their message. */
	readonly recipients: number;
	/** Most different messages that one token gets. */
	readonly mostForOne: number;
	readonly doubles: number;
	/** Tokens that get nothing, because their variant says so. */
	readonly heldOut: number;
	/** Items, or rows of a file, without a token. */
	readonly withoutToken: number;
	/** Tokens to which nothing may be sent at this hour. */
	readonly quietHours: number;
	readonly faulty: readonly OutputLine[];
	/** Soft faults, each with the number of messages it was found in. */
	readonly hints: ReadonlyMap<string, number>;
	/** What else is wrong with the run as a whole. */
	readonly wrong: readonly string[];
}

/** Different faults that are listed; the counts are of all. */
const LISTED_FAULTS = 20;

/** @param items number of input items */
export function planItem(
	outlook: Outlook,
	{ tokensPerSecond, maximumRecipients }: RunSettings,
	items: number,
): INodeExecutionData {
	const { messages, recipients, doubles, heldOut, withoutToken, quietHours, faulty, hints } =
		outlook;
	const sizes = messages.map(({ message }) => bytesOf(message));
	const faultyItems = new Set(faulty.map(({ item }) => item)).size;
	const [first] = messages;
	const json: IDataObject = {
		outcome: 'plan',
		recipients,
		doubles,
		...(heldOut > 0 && { heldOut }),
		withoutToken,
		messages: messages.length,
		requests: messages.reduce((sum, one) => sum + requestsOf(one, tokensPerSecond), 0),
		largestBodyBytes: sizes.reduce((most, size) => Math.max(most, size), 0),
		maximumBodyBytes: MAXIMUM_BODY_BYTES,
		...secondsOf(messages, tokensPerSecond),
		quietHours,
		alerts: alertsOf(messages),
		quotas: quotasOf(outlook),
		maximumRecipients,
		stopsAtMaximumRecipients: maximumRecipients > 0 && recipients > maximumRecipients,
		faultyItems,
		faults: faultsOf(outlook),
		hints: [...hints].map(([sentence, count]) => ({ sentence, messages: count })),
		...(first !== undefined && { sample: { ...first.message.body([]) } }),
	};
	return { json, ...pairing(items) };
}

function bytesOf({ body }: OutgoingMessage): number {
	return Buffer.byteLength(JSON.stringify(body([])), 'utf8');
}

function requestsOf({ message, tokens }: PlannedMessage, tokensPerSecond: number): number {
	return Math.ceil(tokens / requestSize(message.maximumTokens, tokensPerSecond));
}

/** Only a rate tells; how fast Huawei takes messages the node finds out while it sends. */
function secondsOf(messages: readonly PlannedMessage[], tokensPerSecond: number): IDataObject {
	const tokens = messages.reduce((sum, one) => sum + one.tokens, 0);
	const byRate = new Map<string, { rate: Rate; tokens: number }>();
	for (const { message, tokens: some } of messages) {
		if (message.rate === undefined) continue;
		const known = byRate.get(message.rate.name) ?? { rate: message.rate, tokens: 0 };
		known.tokens += some;
		byRate.set(message.rate.name, known);
	}
	const seconds = [...byRate.values()].map(
		({ rate, tokens: some }) => (some / rate.count) * (rate.span / 1000),
	);
	if (tokensPerSecond > 0) seconds.push(tokens / tokensPerSecond);
	// A rate's first second is taken at once.
	const most = seconds.reduce((longest, one) => Math.max(longest, one - 1), 0);
	const pace =
		seconds.length > 0
			? 'The rate tells the least time; Huawei may take longer.'
			: 'No rate is set: the node finds out how fast Huawei takes messages while it sends.';
	return { secondsAtLeast: Math.ceil(most), pace };
}

/** How phones alert, by category. */
function alertsOf(messages: readonly PlannedMessage[]): IDataObject[] {
	const tokens = new Map<string, number>();
	for (const { message, tokens: some } of messages) {
		const category = categoryOf(message);
		if (category !== undefined) tokens.set(category, (tokens.get(category) ?? 0) + some);
	}
	return [...tokens].map(([category, count]) => {
		const row = CATEGORIES.find((one) => one.category === category);
		return {
			category,
			messages: count,
			alert: row?.reminder ?? 'This version does not know the category.',
			...(row !== undefined && row.right !== '' && { needs: row.right }),
		};
	});
}

function quotasOf({ messages, mostForOne }: Outlook): IDataObject[] {
	if (!messages.some(({ message }) => categoryOf(message) === 'MARKETING')) return [];
	return [
		{
			quota: 'MARKETING messages to one device a day; what other runs sent today counts as well',
			limit: MARKETING_PER_DAY,
			thisRun: mostForOne,
		},
	];
}

function categoryOf({ body }: OutgoingMessage): string | undefined {
	const { payload } = membersOf(body([]));
	const { category } = membersOf(membersOf(payload).notification);
	return typeof category === 'string' ? category : undefined;
}

/** Equal ones once, with the first item that has it, counted from 1. */
function faultsOf({ faulty, wrong }: Outlook): IDataObject[] {
	const listed = new Map<string, { message: string; field: string; item: number; items: number }>();
	for (const line of faulty.filter(hasFaults)) {
		for (const { message, field } of line.faults) {
			const known = listed.get(message) ?? { message, field, item: line.item + 1, items: 0 };
			known.items += 1;
			listed.set(message, known);
		}
	}
	return [
		...wrong.map((message) => ({ message })),
		...[...listed.values()].slice(0, LISTED_FAULTS),
	];
}
