/** push-type 2: a reminder that the app reads out (ExtensionPayload of `push-send-extend-noti`). */

import type { HintRule } from './hints';
import { spokenNotificationSchema, type Notification } from './notification';
import { NOTIFICATION_HINTS } from './notificationHints';
import { extraDataText, struct, type Rule } from './rule';

/** `payload` of push-type 2. */
export interface ExtensionPayload {
	/** Shown unless the app's child process replaces it within 10 seconds. */
	notification: Notification;
	/** Text handed to the app's process. */
	extraData: string;
}

export const TEXT_TO_SPEECH_RULES = {
	notification: spokenNotificationSchema,
	extraData: extraDataText(),
} satisfies Record<keyof ExtensionPayload, Rule>;

export const extensionPayloadSchema: Rule = struct('Payload', TEXT_TO_SPEECH_RULES, [
	'notification',
	'extraData',
]);

export const TEXT_TO_SPEECH_HINTS: ReadonlyArray<HintRule<ExtensionPayload>> = [
	...NOTIFICATION_HINTS,
	({ payload: { notification } }) =>
		notification.category === 'PLAY_VOICE'
			? undefined
			: `Category ${notification.category}: Huawei's newest documentation names only PLAY_VOICE for text-to-speech.`,
	({ payload: { notification } }) =>
		notification.foregroundShow === undefined
			? undefined
			: 'Show in Foreground has no effect with text-to-speech: it works for notifications only.',
];
