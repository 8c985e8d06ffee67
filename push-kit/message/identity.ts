/**
 * What tells a message from others: notify ID, App Message ID, version and batch tag. Given in one place, when
 * all devices of a message are known: before that, equal messages could not be told to be one.
 */

import { FORM_VERSION_MAXIMUM, NOTIFY_ID_MAXIMUM } from '../catalog/limits';
import { membersOf, type JsonObject } from '../json';
import { appMessageIdOf, APP_MESSAGE_ID_LENGTH, notifyIdOf } from './campaign';
import { notifyIdFrom } from './digest';
import type { PushOptions } from './pushOptions';
import type { AutomaticVersions, VersionedId } from './version';

/** Which parts of its identity a message is to be given; those it has already stay. */
export interface WantedIdentity {
	/** A `notifyId`, by which the message can be revoked. */
	readonly notifyId?: true;
	/** The campaign it belongs to: gives an `appMessageId` and makes `notifyId` the same in every run of it. */
	readonly campaignId?: string;
	/** A `version` that rises for each of its devices. */
	readonly version?: VersionedId;
}

/** What identities are made from. */
export interface IdentitySource {
	/** The same for all messages of one run, different from run to run. */
	readonly runId: string;
	/** The same in every run of this node. */
	readonly nodeId: string;
	readonly versions: AutomaticVersions;
	/** Whether nothing is used up, as in a dry run. */
	readonly isTried?: boolean;
}

/**
 * The payload with the greatest identity it may be given: what passes with it passes with any, in its shape and
 * in its size.
 */
export function withProvisionalIdentity(payload: unknown, wanted: WantedIdentity): unknown {
	return place(payload, wanted, {
		notifyId: NOTIFY_ID_MAXIMUM,
		appMessageId: 'x'.repeat(APP_MESSAGE_ID_LENGTH),
		version: FORM_VERSION_MAXIMUM,
	});
}

/**
 * The payload with its identity.
 *
 * @param tokens all devices that the message goes to; `undefined` where they are too many to name
 * @param pushOptions what else tells it from other messages of the run: a phone shows one message an ID
 */
export function withIdentity(
	payload: unknown,
	wanted: WantedIdentity,
	tokens: readonly string[] | undefined,
	{ runId, nodeId, versions, isTried = false }: IdentitySource,
	pushOptions?: PushOptions,
): unknown {
	const { version: kind, campaignId } = wanted;
	const id = kind === undefined ? undefined : membersOf(payload)[kind];
	const own = membersOf(membersOf(payload).notification).appMessageId;
	return place(payload, wanted, {
		notifyId:
			campaignId === undefined
				? // The same for all who get this message in this run; different for other messages and other runs.
					notifyIdFrom([runId, nodeId, payload, pushOptions])
				: notifyIdOf(campaignId, own),
		appMessageId: campaignId === undefined ? undefined : appMessageIdOf(campaignId),
		version:
			kind === undefined || typeof id !== 'number'
				? undefined
				: versions.next(kind, id, tokens, isTried),
	});
}

/** IDs of workflow and execution: joins the receipts with the run. At most 64 bytes. */
export function automaticBiTag(workflowId: string, executionId: string): string {
	return `${workflowId}-${executionId}`.slice(0, 64);
}

interface Identity {
	readonly notifyId: number;
	readonly appMessageId: string | undefined;
	readonly version: number | undefined;
}

function place(payload: unknown, wanted: WantedIdentity, identity: Identity): unknown {
	const members = membersOf(payload);
	const notification = membersOf(members.notification);
	const given: JsonObject = {
		...(wanted.notifyId && notification.notifyId === undefined && { notifyId: identity.notifyId }),
		...(wanted.campaignId !== undefined &&
			notification.appMessageId === undefined && { appMessageId: identity.appMessageId }),
	};
	const isVersioned = wanted.version !== undefined && members.version === undefined;
	if (Object.keys(given).length === 0 && !isVersioned) return payload;
	return {
		...members,
		...(Object.keys(given).length > 0 && { notification: { ...notification, ...given } }),
		...(isVersioned && identity.version !== undefined && { version: identity.version }),
	};
}
