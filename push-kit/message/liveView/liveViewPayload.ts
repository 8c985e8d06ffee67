/** The shape of a live view message (LiveViewPayload of `push-update-liveview`). */

import type { CapsuleData } from './capsule';
import type { ExternalData } from './externalData';
import type { NotificationData } from './notificationData';
import type { Trigger } from './trigger';

export interface ActivityData {
	notificationData: NotificationData;
	capsuleData?: CapsuleData;
	externalData?: ExternalData;
}

/** `payload` of push-type 7. */
export interface LiveViewPayload {
	activityId: number;
	/** See `LIVE_VIEW_OPERATIONS`. */
	operation: number;
	event: string;
	status?: string;
	/** Shown by systems without live views. */
	title?: string;
	content?: string;
	mute?: boolean;
	/** Must be greater than the one shown. */
	version?: number;
	activityData: ActivityData;
	subEvent?: string;
	trigger?: Trigger;
	shareUrl?: string;
}
