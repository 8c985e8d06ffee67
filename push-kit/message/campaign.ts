/**
 * A campaign: of its messages a phone shows one, however often, from wherever and with whatever text it is sent.
 *
 * A phone shows of the messages with one `appMessageId` only the earliest within 24 hours, and where `notifyId` is
 * equal as well the older one stays (`push-scenariozed-api-request-param`). So both are made from the ID of the
 * campaign and from nothing that may be different when it is run again:
 *
 * - not from the text: the corrected one would come as a second;
 * - not from run, clock or process: after a crash another worker must make the same ones;
 * - not from the node: a node that was copied, or a second one for those who were left, must not come twice;
 * - not from the message's place in the list: a rerun has the items in another order, or only those that failed.
 *
 * One pair for all messages is enough, because phones count each for itself; that nobody is sent two different ones
 * in a run, of which the phone would hide one, see `delivery/campaignClashes.ts`. And because one pair goes with the
 * other, whichever run a phone took its message from, the items of any run revoke it.
 */

import { APP_MESSAGE_ID_WINDOW_HOURS, CAMPAIGN_ID_MAXIMUM_LENGTH } from '../catalog/limits';
import { withoutFormat } from '../visibleText';
import { digest, notifyIdFrom } from './digest';
import { text } from './rule';

/** What an operator enters; it never leaves the node. */
export const CAMPAIGN_ID_RULE = text('Campaign ID');

/** Characters of an `appMessageId` of ours. */
export const APP_MESSAGE_ID_LENGTH = 32;

/** As it is compared: two computers may write the same letter in two ways, and a chat adds signs that nobody sees. */
export function campaignIdFrom(entered: string): string {
	return withoutFormat(entered.normalize('NFC')).trim();
}

/** What is wrong with an ID as entered, as the end of a sentence that begins with the field's name. */
export function campaignIdProblem(entered: unknown): string | undefined {
	if (typeof entered !== 'string' || campaignIdFrom(entered) === '') {
		return 'is filled in, but gives nothing for this item, so that a second run would send it again. Correct it, or remove the option.';
	}
	if (campaignIdFrom(entered).length <= CAMPAIGN_ID_MAXIMUM_LENGTH) return undefined;
	return `has more than ${CAMPAIGN_ID_MAXIMUM_LENGTH} characters. Enter a short name that is the same when the campaign is run again.`;
}

/** The `appMessageId` of a campaign's messages: hexadecimal, so that an ID may be written in any script. */
export function appMessageIdOf(campaignId: string): string {
	return digest(['appMessageId', campaignId]).toString('hex').slice(0, APP_MESSAGE_ID_LENGTH);
}

/**
 * The `notifyId` of a campaign's messages.
 *
 * @param ownAppMessageId of a message that brings one: phones tell such messages apart by it, so they must not
 *   replace each other
 */
export function notifyIdOf(campaignId: string, ownAppMessageId: unknown): number {
	return notifyIdFrom(['notifyId', campaignId, ownAppMessageId ?? null]);
}

/**
 * Until when a campaign can be run again without a second copy on any phone, if it was not sent before.
 *
 * @param began before the first request, in Unix milliseconds: no phone can have shown it earlier
 * @returns Unix milliseconds
 */
export function safeUntil(began: number): number {
	return began + APP_MESSAGE_ID_WINDOW_HOURS * 3_600_000;
}
