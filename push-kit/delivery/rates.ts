/**
 * Rates that Huawei names for some kinds of message, and keeps by dropping what is too much: without a word,
 * or with one that comes too late. So they hold from the first request.
 */

import {
	IMAGE_CHECKS_PER_MINUTE,
	LIVE_VIEW_CREATES_PER_SECOND,
	LIVE_VIEW_UPDATES_PER_SECOND,
} from '../catalog/limits';
import { findMessageTypeByPushType } from '../catalog/messageTypes';
import { membersOf } from '../json';

export interface Rate {
	/** Requests of the same name share the rate. */
	readonly name: string;
	/** Devices per `span`. */
	readonly count: number;
	/** Milliseconds. */
	readonly span: number;
}

/** Of the image check, by the app (`push-image-control`). */
export const IMAGE_CHECK_RATE: Rate = {
	name: 'imageCheck',
	count: IMAGE_CHECKS_PER_MINUTE,
	span: 60_000,
};

const CREATION_RATE: Rate = {
	name: 'liveViewCreation',
	count: LIVE_VIEW_CREATES_PER_SECOND,
	span: 1000,
};

const UPDATE_RATE: Rate = {
	name: 'liveViewUpdate',
	count: LIVE_VIEW_UPDATES_PER_SECOND,
	span: 1000,
};

/**
 * Of a message; `undefined` where Huawei names none but the app's rate for all, which it signals (503). A live
 * view counts for all devices of the app together (`push-scenariozed-api-request-param`); its end counts as an
 * update, because no page says that it does not (UNCERTAIN).
 */
export function rateOf(pushType: number, payload: unknown): Rate | undefined {
	if (findMessageTypeByPushType(pushType)?.messageType !== 'liveView') return undefined;
	return membersOf(payload).operation === 0 ? CREATION_RATE : UPDATE_RATE;
}
