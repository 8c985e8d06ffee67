import type { Delivery, Device, EarlierDelivery, Push } from './device';

/** A device that is offline has at most so many messages waiting (`push-api-msg-receipt`, 15). */
export const MAX_WAITING = 120;
const OFFLINE_CONTROL = 15;
const NO_GROUP = -1;
/** `collapseKey` works for these push-types only. */
const COLLAPSIBLE = [0, 2];

function findExpiry({ acceptedAt, ttl }: Push): number {
	return acceptedAt + ttl * 1000;
}

function giveUp(push: Push, note: string): EarlierDelivery {
	return { messageId: push.messageId, note, receipt: { push, result: OFFLINE_CONTROL } };
}

function isReplaced(waiting: Push, push: Push): boolean {
	return (
		push.collapseKey !== NO_GROUP &&
		waiting.collapseKey === push.collapseKey &&
		COLLAPSIBLE.includes(push.pushType) &&
		COLLAPSIBLE.includes(waiting.pushType)
	);
}

/**
 * Lets a message wait for a device that is offline. Of each collapse group only the newest waits.
 * UNCERTAIN: that the oldest makes room for the 121st is not said; collapse group 0 is read as a
 * group like any other.
 */
export function keepWaiting(device: Device, push: Push): Delivery {
	const earlier: EarlierDelivery[] = [];
	const waiting = (device.waiting ?? []).filter((one) => {
		if (!isReplaced(one, push)) return true;
		earlier.push(giveUp(one, `Replaced while offline by message ${push.messageId} (collapseKey)`));
		return false;
	});
	waiting.push(push);
	while (waiting.length > MAX_WAITING) {
		const oldest = waiting.shift();
		if (oldest) earlier.push(giveUp(oldest, `Dropped: more than ${MAX_WAITING} messages waited`));
	}
	device.waiting = waiting;
	return { note: 'Waits: the device is offline', earlier };
}

/** What waits, sorted into what is still to be delivered and what outlived its ttl. */
export function takeWaiting(device: Device, now: number): { due: Push[]; expired: Push[] } {
	const waiting = device.waiting ?? [];
	delete device.waiting;
	return {
		due: waiting.filter((one) => findExpiry(one) > now),
		expired: waiting.filter((one) => findExpiry(one) <= now),
	};
}
