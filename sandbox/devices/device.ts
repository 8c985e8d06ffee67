import type { JsonObject } from '../rules/fields';

/** One accepted message on its way to one device. Plain data, so that it can be kept on disk. */
export interface Push {
	/** Id of the stored message. */
	messageId: number;
	requestId: string;
	pushType: number;
	messageType: string;
	payload: JsonObject;
	biTag?: string;
	/** Seconds it waits for a device that is offline. */
	ttl: number;
	/** -1: no group. */
	collapseKey: number;
	testMessage: boolean;
	/** Unix milliseconds by the sandbox's clock. */
	acceptedAt: number;
}

/** A notification in the notification centre. */
export interface ShownNotification {
	messageId: number;
	notifyId?: number;
	appMessageId?: string;
	shownAt: number;
}

/** A service widget on the desktop, as the device remembers it. */
export interface Widget {
	version: number;
	messageId: number;
	/** Unix milliseconds until which updates are refused. */
	blockedUntil?: number;
	blockedResult?: number;
	day: number;
	updatesToday: number;
}

/** A live view, as the device remembers it. */
export interface LiveView {
	event: string;
	createdBy: 'push' | 'app';
	createdAt: number;
	updatedAt: number;
	/** Absent until a message names one. */
	version?: number;
	/** Set once it ended. */
	endedAt?: number;
	/** Times of the updates within the last hour. */
	updates: number[];
	/** Every message that changed it, the creation first. */
	messageIds: number[];
}

/** One push token, seen as the device it stands for. What is absent never happened. */
export interface Device {
	token: string;
	firstSeen: number;
	lastSeen: number;
	/** Messages accepted for it. */
	messageCount: number;
	badge: number;
	shown?: ShownNotification[];
	/** When a message with this `appMessageId` was shown first, in Unix milliseconds. */
	appMessageIds?: Record<string, number>;
	/** Accepted while the device was offline, the oldest first. */
	waiting?: Push[];
	widgets?: Record<string, Widget>;
	liveViews?: Record<string, LiveView>;
	/** Activity ids that may not be used, with the end in Unix milliseconds. */
	blockedActivities?: Record<string, number>;
	/** Service day of {@link Device.marketingToday}. */
	marketingDay?: number;
	marketingToday?: number;
}

/** What became of one message on one device. */
export interface Delivery {
	/** Result of its receipt; absent while the message waits. */
	result?: number;
	/** Plain words wherever it was not simply shown. */
	note?: string;
	/** No receipt is sent, whatever the result. */
	silent?: true;
	/** What it did to messages before it. */
	earlier?: EarlierDelivery[];
}

export interface EarlierDelivery {
	messageId: number;
	note: string;
	/** Given where the earlier message gets its receipt only now. */
	receipt?: { push: Push; result: number };
}

export const DELIVERED = 0;
/** UNCERTAIN: no page names the time zone of a day; China's (UTC+8) is taken. */
const CHINA_OFFSET = 8 * 3_600_000;
const DAY = 86_400_000;

/** Number of the calendar day on which `now` (Unix milliseconds) lies. */
export function countDays(now: number): number {
	return Math.floor((now + CHINA_OFFSET) / DAY);
}
