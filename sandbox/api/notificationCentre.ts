import type { Device } from '../devices/device';
import type { JsonObject } from '../rules/fields';
import type { Store } from '../state/store';
import { child } from './subjects';

/** What lies in the notification centre of a device. */
export interface NotificationCentre {
	total: number;
	/** The newest ones, the newest first. */
	notifications: Array<{
		messageId: number;
		/** Unix milliseconds. */
		shownAt: number;
		notification: JsonObject;
	}>;
}

const MAX_LISTED = 20;

/** The notifications that a device shows and whose messages are still kept. */
export function describeCentre(device: Device | undefined, store: Store): NotificationCentre {
	const shown = device?.shown ?? [];
	const notifications = shown
		.slice(-MAX_LISTED)
		.reverse()
		.flatMap(({ messageId, shownAt }) => {
			const message = store.findMessage(messageId);
			const notification = child(child(message?.body, 'payload'), 'notification');
			return message ? [{ messageId, shownAt, notification }] : [];
		});
	return { total: shown.length, notifications };
}
