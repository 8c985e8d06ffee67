/** What a plan is made of: from items, and from files. */

import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { hasFaults, type Campaign, type OutputLine } from './campaign';
import { quietHoursOf } from './deliverBetween';
import { partsWithTokens, type ListCampaign } from './listCampaign';
import type { Outlook, PlannedMessage } from './plan';
import { countRecipients } from './seatBelts';

/**
 * @param now Unix milliseconds
 * @param wrong what is wrong with the run as a whole
 */
export function outlookOfItems(
	{ groups, lines, hints }: Campaign,
	now: number,
	wrong: readonly string[],
): Outlook {
	const messages = groups.map(({ message, tokens }) => ({ message, tokens: tokens.length }));
	const named = lines.filter((line) => isToBeSent(line)).length;
	const quiet = quietHoursOf(groups);
	let quietHours = 0;
	for (const group of groups) {
		for (const index of group.tokens.keys()) {
			if (quiet.heldUntil(group, index, now) !== undefined) quietHours += 1;
		}
	}
	return {
		messages,
		recipients: countRecipients(groups),
		mostForOne: mostForOne(groups),
		doubles: named - sumOf(messages),
		heldOut: lines.filter(({ outcome }) => outcome?.reason === 'holdout').length,
		withoutToken: lines.filter(({ token, outcome }) => token === '' && outcome !== undefined)
			.length,
		quietHours,
		faulty: lines.filter(hasFaults),
		hints,
		wrong,
	};
}

/** @param now Unix milliseconds */
export function outlookOfLists(campaign: ListCampaign, now: number): Outlook {
	const { counts, faulty, hints } = campaign;
	const tokens = new Map<OutgoingMessage, number>();
	let quietHours = 0;
	for (const { part, tokens: number } of partsWithTokens(campaign)) {
		if (part.isHeldOut) continue;
		tokens.set(part.message, (tokens.get(part.message) ?? 0) + number);
		if ((part.hours?.opensAt(now) ?? now) > now) quietHours += number;
	}
	return {
		messages: [...tokens].map(([message, number]) => ({ message, tokens: number })),
		recipients: counts.people,
		// Which token stands in how many files is not counted.
		mostForOne: counts.people < counts.distinct ? tokens.size : Math.min(1, tokens.size),
		doubles: counts.doubles,
		heldOut: counts.heldOut,
		withoutToken: counts.withoutToken,
		quietHours,
		faulty,
		hints,
		wrong: [],
	};
}

/** Who is held out by a variant is no double. */
function isToBeSent(line: OutputLine): boolean {
	return line.token !== '' && line.outcome === undefined && !hasFaults(line);
}

function sumOf(messages: readonly PlannedMessage[]): number {
	return messages.reduce((sum, { tokens }) => sum + tokens, 0);
}

function mostForOne(groups: ReadonlyArray<{ tokens: readonly string[] }>): number {
	if (groups.length <= 1) return groups.length;
	const counts = new Map<string, number>();
	let most = 0;
	for (const { tokens } of groups) {
		for (const token of tokens) {
			const count = (counts.get(token) ?? 0) + 1;
			counts.set(token, count);
			most = Math.max(most, count);
		}
	}
	return most;
}
